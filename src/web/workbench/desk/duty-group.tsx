import type { DutyRow } from '../../../contract/index.js'
import type { Selection } from '../bulk/selection.js'
import { useWords } from '../words/language.js'
import type { Work } from './desk-part.js'
import { DutyLine, rowId } from './duty-line.js'

/** How rows are shown, whichever they are. */
export type Listed = {
  readonly chosen: string | null
  readonly choose: (row: DutyRow) => void
  readonly hasPreview: boolean
  readonly hasDraft: (matter: string) => boolean
  readonly selection: Selection | null
}
type Rows = Listed & { readonly rows: readonly DutyRow[] }

/** Rows of one list. A unit stands in them only where it varies. */
export function DutyLines({ rows, chosen, label, ...rest }: Rows & { readonly label: string }) {
  const units = new Set(rows.map(({ unit }) => unit?.id ?? ''))
  return (
    <ul className="duty-rows" aria-label={label}>
      {rows.map((row) => (
        <DutyLine key={rowId(row)} row={row} isChosen={rowId(row) === chosen} isUnitShown={units.size > 1} {...rest} />
      ))}
    </ul>
  )
}

type Props = Rows & { readonly work: Work; readonly count: number; readonly openAll: (() => void) | null }

/** One kind of work: what it is called, how much there is, its first rows, and the way to the others. */
export function DutyGroup({ work, count, openAll, rows, ...rest }: Props) {
  const words = useWords()
  const { name, hint } = words.desk.work[work]
  const others = count - rows.length
  return (
    <section className={`duty-group duty-group-${work}`} aria-label={name}>
      <div className="group-head">
        <h2>
          {name} <b>{count}</b>
        </h2>
        <span className="soft">{hint}</span>
        {openAll !== null && others > 0 && (
          <button type="button" className="quiet" onClick={openAll} data-others>
            {words.desk.others(others)}
          </button>
        )}
      </div>
      <DutyLines rows={rows} label={name} {...rest} />
    </section>
  )
}
