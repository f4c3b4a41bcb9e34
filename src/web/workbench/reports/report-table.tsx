import type { ReportView, ReportTable as Table } from '../../../contract/index.js'
import { momentAsked } from '../as-of/moment.js'
import { ClosedNote } from '../statistics/closed-note.js'
import { Count, Times } from '../statistics/figure-table.js'
import { Wide } from '../statistics/wide.js'
import { useScreenWords, useWords } from '../words/language.js'
import { reportWords } from './report-words.js'

/** A report: each number opens its matters; beneath it what is counted, of whose matters, as known when. */
export function ReportTable({ report }: { readonly report: ReportView }) {
  const words = useScreenWords(reportWords)
  const all = useWords()
  const { table, by, span, scope, only, madeAt, asOf, figures, few } = report
  const said = [all.statistics.fromTo(span.from, span.to), scope, ...only.map(({ name }) => name), words.madeAt(madeAt.shown)]
  return (
    <>
      <p className="soft">{[...said, ...(asOf === null ? [] : [words.asOf(asOf.shown)])].join(' · ')}</p>
      {asOf === null && <ClosedNote closed={report.closed} />}
      {table.rows.length === 0 ? (
        <p className="empty">{words.nothing}</p>
      ) : (
        <Wide name={words.table}>
          <table className="figures parts">
            <caption className="unseen">{words.table}</caption>
            <thead>
              <tr>
                <th scope="col">{by.name}</th>
                {table.columns.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <Line key={row.id} {...row} report={report} />
              ))}
            </tbody>
            <tfoot>
              <Line name={words.total} narrow={{}} cells={table.total} report={report} />
            </tfoot>
          </table>
        </Wide>
      )}
      {table.notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
      {few !== null && <p className="soft">{few}</p>}
      <details className="rate-definition">
        <summary>{words.definitions}</summary>
        <dl>
          {figures.map(({ id, name, counts, of, day }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                {counts} {of !== null && `${words.of} ${of}`} {day}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

type LineProps = Pick<Table['rows'][number], 'name' | 'narrow' | 'cells'> & { readonly report: ReportView }

function Line({ name, narrow, cells, report: { table, span, asked, asOf } }: LineProps) {
  const only = Object.fromEntries(
    Object.entries(asked.part).flatMap(([id, value]) => (value === undefined ? [] : partIn(id, value))),
  )
  return (
    <tr>
      <th scope="row">{name}</th>
      {table.columns.map((column, at) => {
        const cell = cells[at]
        if (cell === undefined) return null
        const where = { ...only, ...narrow, ...column.narrow }
        return (
          <td key={column.id}>
            <Count
              {...{ id: column.figure, name: `${name} ${column.name}`, span, narrow: where }}
              count={cell.numerator}
              asOf={asOf === null ? null : momentAsked(asOf.shown)}
            />
            <Times value={cell} />
            {cell.share !== null && cell.numerator > 0 && <small>{cell.share}</small>}
          </td>
        )
      })}
    </tr>
  )
}

/** A duty is told by its regulation and itself. */
function partIn(id: string, value: string): readonly (readonly [string, string])[] {
  if (id !== 'duty') return [[id, value]]
  const [regulation = '', duty = ''] = value.split(' ')
  return [
    ['regulation', regulation],
    ['duty', duty],
  ]
}
