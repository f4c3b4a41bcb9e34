import type { AssessedUnitView, AssessmentRuleView, AssessmentView } from '../../../contract/index.js'
import { Link } from '../link.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { countedAddress } from '../statistics/asked-query.js'
import { Wide } from '../statistics/wide.js'
import { useScreenWords } from '../words/language.js'
import { assessmentWords } from './assessment-words.js'
import { PointsPart } from './points-part.js'
import { RecountPart } from './recount-part.js'

type Props = {
  readonly sheet: AssessmentView['sheets'][number]
  readonly assessed: AssessedUnitView
  readonly view: AssessmentView
  /** The address asks for this unit among others. */
  readonly isNarrowed: boolean
}

/** 单位考核表. Each line with how it is counted, what it comes to, and the way to its matters. */
export function UnitSheet({ sheet, assessed, view, isNarrowed }: Props) {
  const words = useScreenWords(assessmentWords)
  const { unit, lines, total } = assessed
  const { from, to } = view.span
  return (
    <>
      {isNarrowed && (
        <p>
          <Link to={`assessment?${new URLSearchParams({ from, to })}`}>{words.back}</Link>
        </p>
      )}
      <h3>{words.sheetOf(unit.name)}</h3>
      <Wide name={words.sheetOf(unit.name)}>
        <table className="figures">
          <caption className="unseen">{words.sheetOf(unit.name)}</caption>
          <thead>
            <tr>
              <th scope="col" className="told">
                {words.line}
              </th>
              <th scope="col">{words.counted}</th>
              <th scope="col">{words.score}</th>
              <th scope="col" className="told">
                {words.how}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => {
              const rule = sheet.rules[at]
              if (rule === undefined) return null
              return (
                <tr key={line.id}>
                  <th scope="row">{rule.name}</th>
                  <td className="number">
                    <Counted rule={rule} address={addressOf(rule, view, unit.id)} text={countText(line, words)} />
                    {line.share !== null && <small>{line.share}</small>}
                  </td>
                  <td className="number">
                    {line.points === null ? words.because[line.because] : words.points(line.points)}
                    {line.because === 'capped' && <small>{words.because.capped}</small>}
                  </td>
                  <td className="told">
                    {rule.says} <ClauseChips clauses={rule.clauses} />
                  </td>
                </tr>
              )
            })}
            {total !== null && (
              <tr>
                <th scope="row">{words.total}</th>
                <td />
                <td>
                  <b className="number">{words.points(total)}</b>
                </td>
                <td />
              </tr>
            )}
          </tbody>
        </table>
      </Wide>
      {sheet.rules.some(({ rests }) => rests.by === 'rungs') && (
        <PointsPart unit={unit.id} regulation={sheet.regulation.id} span={view.span} />
      )}
      <RecountPart sheet={sheet} assessed={assessed} view={view} key={`${unit.id} ${from} ${to}`} />
    </>
  )
}

type ScreenWords = (typeof assessmentWords)[keyof typeof assessmentWords]

const countText = ({ number, of }: AssessedUnitView['lines'][number], words: ScreenWords): string =>
  of === null ? String(number) : words.share(number, of)

/** The list behind a figure is that of statistics; of points it stands below. */
function addressOf(rule: AssessmentRuleView, view: AssessmentView, unit: string): string | null {
  return rule.list === null ? null : countedAddress(rule.list, view.span, { unit })
}

function Counted({
  rule,
  address,
  text,
}: {
  readonly rule: AssessmentRuleView
  readonly address: string | null
  readonly text: string
}) {
  const words = useScreenWords(assessmentWords)
  if (address === null) return <span>{text}</span>
  return (
    <Link to={address} aria-label={words.matters(`${rule.name} ${text}`)}>
      {text}
    </Link>
  )
}
