import type { Played, PlayRequest } from '../../contract/index.js'
import { dueText, type Given, type MatterState } from '../../core/index.js'
import { type Expectation, scenarioText } from '../../load/index.js'
import type { Showing } from '../showing.js'
import { nameIn } from '../words/index.js'
import { ruleWords } from '../words/regulation-page.js'

type Playing = { readonly showing: Showing; readonly given: Given; readonly state: MatterState }

/** The steps as a file of scenarios, with what was refused, and with how the matter stands at the end as what is expected. */
export function playedFile({ showing, given, state }: Playing, { steps, now }: PlayRequest, done: Played['steps']): string {
  const { regulation } = given.program
  const held = done.flatMap(({ waits, refusal }, index) => {
    const step = steps[index]
    if (step === undefined || waits) return []
    const { with: stated, ...who } = step
    const said = Object.keys(stated).length === 0 ? {} : { with: JSON.parse(JSON.stringify(stated)) }
    return [{ ...who, ...said, ...(refusal === null ? {} : { refused: refusal.code as never }) }]
  })
  return scenarioText({
    title: ruleWords[showing.lang].played(nameIn(showing.lang, regulation.shortTitle)),
    regulation: regulation.id,
    version: regulation.version,
    steps: [...held, ...(state.stage === '' ? [] : [{ at: now, expect: expected({ given, state }) }])],
  })
}

function expected({ given, state }: Pick<Playing, 'given' | 'state'>): Expectation {
  const duties = state.duties.map(({ duty, holder, unit, status, dueAt, isLate }) => ({
    duty,
    holder: unit === null ? holder : `${holder}@${unit}`,
    status,
    due: dueAt === null ? null : dueText(dueAt, given.calendar.zone),
    late: isLate,
  }))
  return { stage: state.stage, ...(duties.length === 0 ? {} : { duties }) }
}
