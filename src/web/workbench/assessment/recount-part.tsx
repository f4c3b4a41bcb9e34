import { useState } from 'react'
import type { AssessedUnitView, AssessmentRecounted, AssessmentRuleView, AssessmentView } from '../../../contract/index.js'
import {
  type Assessed,
  type AssessedFigure,
  type AssessedShare,
  type AssessmentRule,
  assess,
  figuresBy,
  type Tally,
} from '../../../core/index.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { useLoad } from '../use-load.js'
import { useScreenWords } from '../words/language.js'
import { assessmentWords } from './assessment-words.js'

type Props = {
  readonly sheet: AssessmentView['sheets'][number]
  readonly assessed: AssessedUnitView
  readonly view: AssessmentView
}

/** 重算. From the events, matter by matter on the server; to points here, by the function that made the sheet. */
export function RecountPart(props: Props) {
  const words = useScreenWords(assessmentWords)
  const [isAsked, setAsked] = useState(false)
  return (
    <div className="recount">
      <h3>{words.recount}</h3>
      <p className="soft">{words.recountLead}</p>
      {isAsked ? (
        <Recounting {...props} />
      ) : (
        <button type="button" className="plain-button" onClick={() => setAsked(true)}>
          {words.recount}
        </button>
      )}
    </div>
  )
}

function Recounting({ sheet, assessed, view }: Props) {
  const words = useScreenWords(assessmentWords)
  const { from, to } = view.span
  const query = new URLSearchParams({ unit: assessed.unit.id, regulation: sheet.regulation.id, from, to })
  const { loaded, reload } = useLoad<AssessmentRecounted>(useAsked()(`/api/assessment/recount?${query}`))
  if (loaded.status === 'loading') return <p role="status">{words.recounting}</p>
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} />
  const { matters, tally } = loaded.value
  const again = pointsOf(sheet.rules, tally, view.shareFrom)
  const isSame = loaded.value.isSame && again.total === assessed.total && again.lines.every(isAsTold(assessed))
  return (
    <div role="status">
      <p>{isSame ? words.same(matters) : words.different(matters)}</p>
      {again.total !== null && <p>{words.again(words.points(again.total))}</p>}
    </div>
  )
}

const isAsTold =
  ({ lines }: AssessedUnitView) =>
  (line: Assessed['lines'][number], at: number): boolean =>
    lines[at]?.number === line.number && lines[at]?.of === line.of && lines[at]?.points === line.points

const pointsOf = (rules: readonly AssessmentRuleView[], tally: AssessmentRecounted['tally'], shareFrom: number): Assessed =>
  assess(rules.map(ruleOf), tallyIn(tally), shareFrom)

const tallyIn = ({ figures, criticisms, taken }: AssessmentRecounted['tally']): Tally => ({
  figures: figuresBy((figure) => figures[figure] ?? 0),
  criticisms,
  taken,
})

/** As it came over the wire. */
function ruleOf({ id, name, rests: { by, figure }, points, most }: AssessmentRuleView): AssessmentRule {
  const rests =
    by === 'rungs'
      ? { by }
      : by === 'share'
        ? { by, figure: figure as AssessedShare }
        : { by, figure: figure as AssessedFigure | 'criticised' }
  return { id, name: { zh: name, en: name }, rests, points, most, clause: [] }
}
