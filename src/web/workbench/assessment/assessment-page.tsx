import '../css/statistics.css'
import { useEffect } from 'react'
import type { AssessmentView } from '../../../contract/index.js'
import { useAddress } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { FileActions } from '../statistics/file-actions.js'
import { SpanPicker } from '../statistics/span-picker.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { assessmentWords } from './assessment-words.js'
import { UnitSheet } from './unit-sheet.js'
import { UnitsTable } from './units-table.js'

/** What the address may ask of an assessment. */
function assessmentQuery(query: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  for (const name of ['from', 'to', 'unit']) {
    const value = query.get(name)
    if (value) kept.set(name, value)
  }
  return kept
}

/** 考核. What each unit is assessed by in a time span; of one unit, where each point comes from. */
export function AssessmentPage() {
  const words = useScreenWords(assessmentWords)
  const { product } = useWords()
  const query = assessmentQuery(useAddress().query)
  const { loaded, reload } = useLoad<AssessmentView>(useAsked()(`/api/assessment?${query}`))
  const view = loaded.status === 'ready' ? loaded.value : null
  useEffect(() => {
    document.title = `${words.title} · ${product}`
  }, [words, product])
  const problem = loaded.status === 'failed' ? loaded.problem : null
  return (
    <section className="statistics assessment">
      <div className="page-head">
        <h1>{words.title}</h1>
        {view && <p className="soft">{view.scope}</p>}
        {view && view.sheets.length > 0 && <FileActions path="/api/assessment.xlsx" query={query} says={words.export} />}
      </div>
      <p className="soft">{words.lead}</p>
      <SpanPicker
        key={`${query.get('from')} ${query.get('to')} ${view?.span.from}`}
        from={query.get('from') ?? view?.span.from ?? ''}
        to={query.get('to') ?? view?.span.to ?? ''}
        spans={view?.spans ?? []}
        problems={problem?.problems ?? []}
      />
      {loaded.status === 'loading' && <Waiting lines={12} />}
      {problem !== null && problem.problems === undefined && <Problem problem={problem} retry={reload} />}
      {view && <Sheets view={view} unit={query.get('unit')} />}
    </section>
  )
}

function Sheets({ view, unit }: { readonly view: AssessmentView; readonly unit: string | null }) {
  const words = useScreenWords(assessmentWords)
  if (view.sheets.length === 0) return <p className="empty">{words.none}</p>
  return (
    <>
      {view.sheets.map((sheet) => {
        const only = sheet.units.length === 1 ? sheet.units[0] : sheet.units.find((each) => each.unit.id === unit)
        return (
          <div className="panel" key={sheet.regulation.id}>
            <h2>{sheet.regulation.name}</h2>
            {sheet.units.length === 0 && <p className="empty">{words.noUnits}</p>}
            {only === undefined ? (
              sheet.units.length > 0 && <UnitsTable sheet={sheet} span={view.span} />
            ) : (
              <UnitSheet sheet={sheet} assessed={only} view={view} isNarrowed={unit !== null} />
            )}
            {view.shareFrom > 0 && sheet.rules.some(({ rests, points }) => rests.by === 'share' && points !== null) && (
              <p className="soft">{words.few(view.shareFrom)}</p>
            )}
          </div>
        )
      })}
    </>
  )
}
