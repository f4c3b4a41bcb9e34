import type { LedgerRow, OwedBy } from '../../../contract/index.js'
import { besideDue } from '../shown/beside-due.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { DueText } from '../shown/due-text.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { useScreenWords, useWords } from '../words/language.js'
import { ledgerWords } from './ledger-words.js'

/** 督办树. Who owes what in one matter: each holder, what they owe, their tasks, and the milestones below each. */
export function OwedTree({ row: { owed } }: { readonly row: LedgerRow }) {
  return (
    <ul className="owed-tree">
      {owed.map((each) => (
        <Holder key={each.key} owed={each} />
      ))}
    </ul>
  )
}

function Holder({ owed: { name, part, stage, isOver, duties, items, late } }: { readonly owed: OwedBy }) {
  const words = useScreenWords(ledgerWords)
  const top = items.filter(({ above }) => above === null)
  return (
    <li className={late > 0 ? 'owed-holder owed-late' : 'owed-holder'}>
      <p className="owed-head">
        <b>{name === '' ? words.itself : name}</b>
        {part && <span className="soft">{part}</span>}
        {stage && <span className={isOver ? 'stage stage-end' : 'stage'}>{stage.name}</span>}
        {late > 0 && <span className="ledger-late">{words.late(late)}</span>}
        {duties.length === 0 && items.every(({ duty }) => duty === null) && <span className="soft">{words.nothing}</span>}
      </p>
      {(duties.length > 0 || top.length > 0) && (
        <ul>
          {duties.map((duty) => (
            <li key={duty.key} className="owed-line">
              <Owed duty={duty} />
            </li>
          ))}
          {top.map((item) => (
            <Item key={item.id} item={item} all={items} />
          ))}
        </ul>
      )}
    </li>
  )
}

type ItemOwed = OwedBy['items'][number]

function Item({ item, all }: { readonly item: ItemOwed; readonly all: readonly ItemOwed[] }) {
  const { about } = useWords()
  const below = all.filter(({ above }) => above === item.id)
  return (
    <li className="owed-item">
      <p className="owed-line">
        <span className="soft">{item.kind.name}</span>
        <b>{item.name}</b>
        <span className={item.endedAt ? 'stage stage-end' : 'stage'}>{item.stage.name}</span>
        {item.duty && <Owed duty={item.duty} />}
      </p>
      {besideDue(item.stated, item.name, item.duty?.dueAt ?? null).map(({ field, name, value }) => (
        <p key={field} className="soft owed-stated">
          {about(name, value)}
        </p>
      ))}
      {below.length > 0 && (
        <ul>
          {below.map((each) => (
            <Item key={each.id} item={each} all={all} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Owed({ duty }: { readonly duty: OwedBy['duties'][number] }) {
  return (
    <span className="owed-duty">
      <span>
        {duty.holder.unitName ?? duty.holder.roleName} <b>{duty.name}</b>
      </span>
      <span className={duty.dueAt ? undefined : 'soft'}>
        <DueText duty={duty} />
      </span>
      <DutyBadge duty={duty} />
      <ClauseChips clauses={duty.clauses} />
    </span>
  )
}
