import type { AssessedLineView, AssessmentView } from '../../../contract/index.js'
import { Link } from '../link.js'
import { Wide } from '../statistics/wide.js'
import { useScreenWords } from '../words/language.js'
import { assessmentWords } from './assessment-words.js'

type Sheet = AssessmentView['sheets'][number]

/** All units beside each other, by name. */
export function UnitsTable({ sheet, span }: { readonly sheet: Sheet; readonly span: AssessmentView['span'] }) {
  const words = useScreenWords(assessmentWords)
  const hasTotal = sheet.units.some(({ total }) => total !== null)
  return (
    <Wide name={sheet.regulation.name}>
      <table className="figures parts">
        <caption className="unseen">{sheet.regulation.name}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            {sheet.rules.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            {hasTotal && <th scope="col">{words.total}</th>}
          </tr>
        </thead>
        <tbody>
          {sheet.units.map(({ unit, lines, total }) => (
            <tr key={unit.id}>
              <th scope="row">
                <Link to={`assessment?${new URLSearchParams({ from: span.from, to: span.to, unit: unit.id })}`}>{unit.name}</Link>
              </th>
              {lines.map((line) => (
                <td key={line.id}>
                  <LineValue line={line} />
                </td>
              ))}
              {hasTotal && (
                <td>
                  <b className="number">{total === null ? '—' : words.points(total)}</b>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** A number, of how many, and what it brings. */
export function LineValue({ line }: { readonly line: AssessedLineView }) {
  const words = useScreenWords(assessmentWords)
  const { number, of, share, points, because } = line
  return (
    <>
      <span className="number">{of === null ? number : words.share(number, of)}</span>
      {share !== null && <small>{share}</small>}
      {points !== null && <small>{words.points(points)}</small>}
      {(because === 'capped' || because === 'few') && <small>{words.because[because]}</small>}
    </>
  )
}
