import type { FieldProblemView, WhatIfForm, WhatIfRequest } from '../../contract/index.js'
import {
  addDays,
  compile,
  dayAt,
  dayText,
  endOfDay,
  type Instant,
  type Program,
  readDay,
  startOfDay,
  type Value,
} from '../../core/index.js'
import { sayMoment, sayPlainValue, withParameters } from '../../load/index.js'
import type { Deps, Viewer } from '../deps.js'
import { clauseViews, named } from '../matter/view-parts.js'
import { periodText } from '../matter/view-values.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { sayingFor } from '../saying-for.js'
import type { Showing } from '../showing.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { type RuleWords, ruleWords } from '../words/regulation-page.js'
import { type Dial, dialsOf, turned } from './dials.js'
import { mayReplay } from './may-replay.js'
import { type VersionAsked, versionShown } from './version-shown.js'

/** So many matters are replayed at most. */
export const mostReplayed = 20_000
const usualDays = 365
const highest = 999

/** The numbers and readings that can be tried otherwise, and the span of days that is replayed unless another is asked. */
export function readWhatIfForm(deps: Deps, viewer: Viewer, asked: VersionAsked): Outcome<{ form: WhatIfForm }> {
  const showing = versionShown(deps, viewer, asked)
  if (showing === null) return failed(wordsOf(viewer.lang), 'not-found')
  if (!mayReplay(viewer)) return failed(wordsOf(viewer.lang), 'wrong-role', { detail: ruleWords[viewer.lang].wrong.staffOnly })
  const { regulation } = showing.program
  const today = dayAt(nowOf(deps, viewer.office), viewer.office.calendar.zone)
  return {
    ok: true,
    form: {
      dials: dialsOf(regulation).map((dial) => ({
        id: dial.id,
        duty: named(showing, dial.duty, regulation.duties[dial.duty]?.name).name,
        name: dialName(showing, dial),
        amount: dial.amount,
        isLimit: dial.part.kind === 'limit',
        unit: unitName(showing, dial),
        clauses: clauseViews(regulation, dial.clauses),
      })),
      parameters: Object.values(regulation.parameters).flatMap(({ id, asks, value, alternatives, clause }) =>
        alternatives.length === 0
          ? []
          : [
              {
                id,
                asks: nameIn(viewer.lang, asks),
                value: sayPlainValue(sayingFor(showing), value),
                alternatives: alternatives.map((each) => sayPlainValue(sayingFor(showing), each)),
                clauses: clauseViews(regulation, clause),
              },
            ],
      ),
      from: dayText(addDays(today, -usualDays)),
      to: dayText(today),
      most: mostReplayed,
    },
  }
}

function dialName(showing: Showing, { part, duty }: Dial): string {
  const { dials } = ruleWords[showing.lang]
  switch (part.kind) {
    case 'limit':
      return part.at === 1 ? dials.limit : dials.choice(part.at)
    case 'cap':
      return dials.cap
    case 'times':
      return dials.times
    case 'total':
      return dials.total(part.at)
    case 'rung': {
      const rule = showing.program.regulation.duties[duty]?.ladder.find(({ id }) => id === part.rung)
      return rule === undefined ? part.rung : dials.rung(sayMoment(sayingFor(showing), rule.moment))
    }
  }
}

/** The unit by itself: what so long is called, without the number. */
const unitName = (showing: Showing, { amount, unit }: Dial): string =>
  unit === null
    ? ruleWords[showing.lang].dials.timesUnit(amount)
    : periodText(showing, { amount, unit }).replace(String(amount), '').trim()

/** What is to be replayed: under which program, and over which span. */
export type Trial = { readonly showing: Showing; readonly changed: Program; readonly from: Instant; readonly before: Instant }

/** Reads what was asked; wrong numbers, days and readings are named one by one. */
export function readTrial(deps: Deps, viewer: Viewer, asked: VersionAsked & WhatIfRequest): Outcome<{ trial: Trial }> {
  const words = wordsOf(viewer.lang)
  const { wrong } = ruleWords[viewer.lang]
  const showing = versionShown(deps, viewer, asked)
  if (showing === null) return failed(words, 'not-found')
  if (!mayReplay(viewer)) return failed(words, 'wrong-role', { detail: wrong.staffOnly })
  const [from, to] = [readDay(asked.from), readDay(asked.to)]
  const problems = [...wrongDays(asked, wrong), ...wrongDials(showing, asked, wrong), ...wrongReadings(showing, asked, wrong)]
  if (from === null || to === null || problems.length > 0) return failed(words, 'invalid', { problems })
  const changed = changedProgram(deps, showing, asked)
  if (changed === null) return failed(words, 'invalid', { problems: [problem('parameters', '', wrong.parameters)] })
  const { zone } = viewer.office.calendar
  return { ok: true, trial: { showing, changed, from: startOfDay(from, zone), before: endOfDay(to, zone) } }
}

const problem = (field: string, name: string, sentence: string): FieldProblemView => ({
  field,
  name,
  code: 'invalid',
  limit: null,
  sentence,
})

function wrongDays({ from, to }: WhatIfRequest, wrong: RuleWords['wrong']): FieldProblemView[] {
  const [first, last] = [readDay(from), readDay(to)]
  return [
    ...(first === null ? [problem('from', wrong.from, wrong.day)] : []),
    ...(last === null ? [problem('to', wrong.to, wrong.day)] : []),
    ...(first !== null && last !== null && last < first ? [problem('to', wrong.to, wrong.order)] : []),
  ]
}

function wrongDials(showing: Showing, { dials }: WhatIfRequest, wrong: RuleWords['wrong']): FieldProblemView[] {
  const known = new Map(dialsOf(showing.program.regulation).map((dial) => [dial.id, dial]))
  return Object.entries(dials).flatMap(([id, amount]) => {
    const dial = known.get(id)
    const name = dial === undefined ? id : dialName(showing, dial)
    const isNumber = Number.isInteger(amount) && Number(amount) >= 0 && Number(amount) <= highest
    return dial !== undefined && isNumber ? [] : [problem(`dials.${id}`, name, wrong.number(name))]
  })
}

function wrongReadings(showing: Showing, { parameters }: WhatIfRequest, wrong: RuleWords['wrong']): FieldProblemView[] {
  const known = showing.program.regulation.parameters
  return Object.entries(parameters).flatMap(([id, at]) => {
    const name = named(showing, id, known[id]?.asks).name
    return known[id]?.alternatives[at] === undefined ? [problem(`parameters.${id}`, name, wrong.parameter(name))] : []
  })
}

/** A program of its own, known to nobody but this trial. */
function changedProgram(deps: Deps, showing: Showing, { dials, parameters }: WhatIfRequest): Program | null {
  const { regulation } = showing.program
  const chosen = Object.entries(parameters).flatMap(([id, at]): [string, Value][] => {
    const value = regulation.parameters[id]?.alternatives[at]
    return value === undefined ? [] : [[id, value]]
  })
  const folder = deps.library.folders.find(({ id, version }) => id === regulation.id && version === regulation.version)?.folder
  const read = chosen.length === 0 ? regulation : folder === undefined ? null : withParameters(folder, Object.fromEntries(chosen))
  if (read === null) return null
  // A number left as it is must not undo what another reading makes of it.
  const moved = dialsOf(regulation).flatMap(({ id, amount }) =>
    dials[id] === undefined || dials[id] === amount ? [] : [[id, Number(dials[id])]],
  )
  return compile(turned(read, Object.fromEntries(moved)))
}
