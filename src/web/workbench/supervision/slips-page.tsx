import { useEffect } from 'react'
import type { SlipPage as Page, SlipRow } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { More } from '../list/more.js'
import { roles } from '../list/table-roles.js'
import { MomentText } from '../shown/moment-text.js'
import { usePages } from '../use-pages.js'
import { useWords } from '../words/language.js'

export const slipPath = ({ act, year, number }: Pick<SlipRow, 'act' | 'year' | 'number'>): string =>
  `supervision/${encodeURIComponent(act)}.${year}.${number}`

/** 通知单. All that were issued, newest numbers first. */
export function SlipsPage() {
  const words = useWords()
  const { pages, reload, more, isLoadingMore } = usePages<SlipRow, Page>(useAsked()('/api/slips'))
  useEffect(() => {
    document.title = `${words.supervision.slips} · ${words.product}`
  }, [words])
  return (
    <section className="supervision">
      <div className="page-head">
        <h1>{words.supervision.slips}</h1>
        <p className="soft">{words.supervision.slipsLead}</p>
        <Link to="supervision" className="plain-button to-slips">
          {words.supervision.back}
        </Link>
      </div>
      {pages.status === 'loading' && <Waiting lines={6} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
      {pages.status === 'ready' && (
        <>
          {pages.page.rows.length === 0 ? (
            <p className="empty">{words.supervision.noSlips}</p>
          ) : (
            <SlipTable rows={pages.page.rows} />
          )}
          <More next={pages.page.next} load={more} isLoading={isLoadingMore} />
        </>
      )}
    </section>
  )
}

function SlipTable({ rows }: { readonly rows: readonly SlipRow[] }) {
  const words = useWords()
  const { slip } = words.supervision
  return (
    <table className="rows slip-rows" {...roles.table}>
      <caption className="unseen">{words.supervision.slips}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {[slip.number, slip.to, slip.matter, slip.issued].map((head) => (
            <th key={head} {...roles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {rows.map((row) => (
          <tr key={slipPath(row)} {...roles.row}>
            <td {...roles.cell} className="cell-slip">
              <Link to={slipPath(row)} data-row>
                {row.name} <span className="number">{row.shown}</span>
              </Link>
            </td>
            <td {...roles.cell}>{row.unit.name}</td>
            <td {...roles.cell}>
              {row.title} <span className="number soft">{row.matterNumber}</span>
            </td>
            <td {...roles.cell} className="cell-date">
              <MomentText at={row.issuedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
