import type { FollowedPage } from '../../../contract/index.js'
import { changeQuery } from '../address.js'
import { useScreenWords } from '../words/language.js'
import { FollowedTable } from './followed-table.js'
import { followedWords } from './followed-words.js'

type Cell = FollowedPage['all'][number]
type Props = { readonly page: FollowedPage; readonly query: URLSearchParams }

/** Units by years. Each cell opens what it counts: what is late where anything is, else what is owed, else what is done. */
export function YearTable({ page: { years, units, all }, query }: Props) {
  const words = useScreenWords(followedWords)
  return (
    <FollowedTable
      id="followed-table"
      title={words.table}
      heads={years.map((year) => ({ id: String(year), name: words.year(year) }))}
    >
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">{unit.name}</th>
            {unit.years.map((cell) => (
              <td key={cell.year}>
                <Counts cell={cell} unit={unit} query={query} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          {all.map((cell) => (
            <td key={cell.year}>
              <Counts cell={cell} unit={null} query={query} />
            </td>
          ))}
        </tr>
      </tfoot>
    </FollowedTable>
  )
}

type CountsProps = {
  readonly cell: Cell
  readonly unit: FollowedPage['units'][number] | null
  readonly query: URLSearchParams
}

function Counts({ cell, unit, query }: CountsProps) {
  const words = useScreenWords(followedWords)
  const { year, open, late, done, doneLate } = cell
  if (open + done === 0) return <span className="matrix-none">{words.none}</span>
  const said = [
    ...(open > 0 ? [words.open(open)] : []),
    ...(late > 0 ? [words.late(late)] : []),
    ...(done > 0 ? [words.done(done)] : []),
    ...(doneLate > 0 ? [words.doneLate(doneLate)] : []),
  ]
  const id = unit === null ? '' : unit.id === '' ? '-' : unit.id
  const isNow = (query.get('unit') ?? '') === id && query.get('year') === String(year)
  const show = late > 0 ? 'late' : open > 0 ? '' : 'done'
  return (
    <button
      type="button"
      className={late > 0 ? 'followed-late' : ''}
      aria-pressed={isNow}
      onClick={() => changeQuery(isNow ? { unit: '', year: '' } : { unit: id, year: String(year), show })}
    >
      <span className="unseen">{words.cell(unit?.name ?? words.total, year)}</span>
      {said.map((each) => (
        <span key={each}>{each} </span>
      ))}
    </button>
  )
}
