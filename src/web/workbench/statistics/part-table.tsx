import type { StatisticsView } from '../../../contract/index.js'
import { changeQuery } from '../address.js'
import { useWords } from '../words/language.js'
import { Count, Later, Times } from './figure-table.js'
import { Wide } from './wide.js'

/** The figures taken apart: by unit, category, channel, month, duty. */
export function PartTable({ view }: { readonly view: StatisticsView }) {
  const words = useWords().statistics
  const { table, span } = view
  return (
    <>
      <fieldset className="ways">
        <legend className="unseen">{words.by}</legend>
        {view.by.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="plain-button"
            aria-pressed={id === table.by.id}
            onClick={() => changeQuery({ by: id })}
          >
            {words.byWay(name)}
          </button>
        ))}
      </fieldset>
      {table.rows.length === 0 ? (
        <p className="empty">{words.none}</p>
      ) : (
        <Wide name={words.byWay(table.by.name)}>
          <table className="figures parts">
            <caption className="unseen">{words.byWay(table.by.name)}</caption>
            <thead>
              <tr>
                <th scope="col">{table.by.name}</th>
                {table.columns.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(({ id, name, narrow, cells }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {cells.map(({ figure, numerator, denominator, share, times, later }, at) => (
                    <td key={figure}>
                      <Count
                        id={figure}
                        name={`${name} ${table.columns[at]?.name ?? ''}`}
                        span={span}
                        count={numerator}
                        narrow={narrow}
                      />
                      <Times value={{ numerator, denominator, share, times }} />
                      {share !== null && numerator > 0 && <small>{share}</small>}
                      <Later
                        id={figure}
                        name={`${name} ${table.columns[at]?.name ?? ''}`}
                        span={span}
                        count={later}
                        narrow={narrow}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <p className="soft">{table.note}</p>
    </>
  )
}
