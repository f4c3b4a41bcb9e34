import type { TrackView } from '../../contract/index.js'
import { type ActEvent, type Given, isKeptFrom, type Stage } from '../../core/index.js'
import type { Showing } from '../showing.js'
import { adviceIn } from '../words/index.js'
import { clauseViews, moment, named } from './view-parts.js'
import { type Reading, statedViews } from './view-timeline.js'

/**
 * 不予受理的理由. For what reasons the requester was told no, newest first: each ground in the regulation's words, its
 * clauses, and where to go instead. A ground is an option of a field whose options say where to go.
 */
export function groundsOf(showing: Showing, given: Given, reading: Reading): TrackView['grounds'] {
  const { regulation } = given.program
  const groundsIn = (event: ActEvent): TrackView['grounds'] =>
    Object.entries(event.with).flatMap(([id, value]) => {
      const options = regulation.fields[id]?.options ?? []
      const isForGrounds = reading.sight.fields[id]?.as === 'shown' && options.some(({ advice }) => advice !== null)
      const chosen = isForGrounds ? options.filter((option) => [value].flat().includes(option.id)) : []
      const rule = regulation.acts[event.act]
      return chosen.map(({ id: option, name, advice, clause }) => ({
        act: named(showing, event.act, rule?.name).name,
        at: moment(event.at, given.calendar.zone),
        ground: named(showing, option, name).name,
        advice: adviceIn(showing.lang, advice),
        stated: reasonsIn(showing, given, reading, event),
        clauses: clauseViews(regulation, clause.length > 0 ? clause : (rule?.clause ?? [])),
      }))
    })
  return given.events
    .filter((event): event is ActEvent => event.kind === 'act' && concerns(given, reading, event))
    .flatMap(groundsIn)
    .reverse()
}

/** Nobody has it in hand any more. */
export const isOver = (stage: Stage | undefined): boolean => stage?.isEnd === true || stage?.heldBy === 'nobody'

/** What the requester is told of, and what ended their matter: that it is over they see, so they also see why. */
function concerns(given: Given, { role }: Reading, event: ActEvent): boolean {
  const { acts, stages } = given.program.regulation
  const rule = acts[event.act]
  if (rule === undefined || rule.starts !== false || isKeptFrom(given, event, role)) return false
  return rule.tells.includes(role) || rule.to.some((passage) => isOver(stages[passage.to]))
}

/** In the office's own words, where they stand nowhere else on the page. */
function reasonsIn(showing: Showing, given: Given, reading: Reading, event: ActEvent) {
  const { fields, meaning } = given.program.regulation
  return statedViews(showing, given, reading, event)
    .filter(({ field }) => fields[field]?.type === 'longText' && !meaning.answer.includes(field))
    .map(({ name, value }) => ({ name, value }))
}
