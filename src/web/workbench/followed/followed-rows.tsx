import { useRef } from 'react'
import type { FollowedRow } from '../../../contract/index.js'
import { HeadCells, MatterCell } from '../list/matter-cell.js'
import { roles } from '../list/table-roles.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { besideDue } from '../shown/beside-due.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { useScreenWords, useWords } from '../words/language.js'
import { followedWords } from './followed-words.js'

/** One by one, first due first: what it is, whose, by when, and how it went. */
export function FollowedRows({ rows }: { readonly rows: readonly FollowedRow[] }) {
  const words = useScreenWords(followedWords)
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body)
  return (
    <table className="rows followed-rows" {...roles.table}>
      <caption className="unseen">{words.list}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <HeadCells names={words.heads} />
        </tr>
      </thead>
      <tbody ref={body} {...roles.group}>
        {rows.map((row) => (
          <Row key={`${row.matter} ${row.duty.key}`} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row: { matter, number, title, stage, unit, duty, item } }: { readonly row: FollowedRow }) {
  const words = useScreenWords(followedWords)
  const { about, duties } = useWords()
  return (
    <tr {...roles.row} className={duty.status === 'overdue' ? 'row-overdue' : ''}>
      <td {...roles.cell} className="followed-what">
        <b>{item?.name ?? duty.name}</b>{' '}
        {item && <span className={item.endedAt ? 'stage stage-end' : 'stage'}>{item.stage.name}</span>}
        {item &&
          besideDue(item.stated, item.name, duty.dueAt).map(({ field, name, value }) => (
            <span key={field} className="soft followed-stated">
              {about(name, value)}
            </span>
          ))}
      </td>
      <MatterCell id={matter} number={number} title={title}>
        <span>{stage.name}</span>
      </MatterCell>
      <td {...roles.cell}>{unit?.name ?? duty.holder.roleName}</td>
      <td {...roles.cell}>
        <div className="followed-due">
          {duty.dueAt ? (
            <span>
              {duties.due} <MomentText at={duty.dueAt} />
            </span>
          ) : (
            <span className="soft">
              {words.openedOn} <MomentText at={duty.openedAt} />
            </span>
          )}
          {duty.metAt && (
            <span>
              {words.metOn} <MomentText at={duty.metAt} />
            </span>
          )}
          <DutyBadge duty={duty} />
          <ClauseChips clauses={duty.clauses} />
        </div>
      </td>
    </tr>
  )
}
