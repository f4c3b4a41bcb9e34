import { isForRequester, type MatterEvent, meaningOf, type Regulation } from '../../core/index.js'
import { piecesOf } from './likeness.js'

/** By which pieces the answers that these acts state are found by another that repeats one: what the requester or the public reads of what became of it. */
export function answerPieces(regulation: Regulation, events: readonly MatterEvent[]): readonly string[] {
  const texts = events.flatMap((event) => (event.kind === 'act' ? Object.entries(event.with) : []))
  const pieces = texts.flatMap(([field, value]) =>
    typeof value === 'string' && isAnswerField(regulation, field) ? piecesOf(value) : [],
  )
  return [...new Set(pieces)]
}

/** 答复. Long words in which the requester or the public reads what became of it. */
export function isAnswerField(regulation: Regulation, field: string): boolean {
  if (regulation.fields[field]?.type !== 'longText' || !isForRequester(regulation, field)) return false
  const means = meaningOf(regulation, field)
  return means !== 'letter' && means !== 'title'
}

/** A point by its beginning. */
export const pointShown = (point: string): string =>
  [...point].length > longestShown ? `${[...point].slice(0, longestShown).join('')}…` : point
const longestShown = 24
