import { type Field, isFilled, type MatterState, type Regulation, type Sight, type Value } from '../core/index.js'
import type { Showing } from './showing.js'
import { unitNamed } from './view-parts.js'

/**
 * 原文. What a field for the public is filled in with before anybody types: the original it is said in place of, or, where nothing new
 * was stated since, what was last said for the public.
 */
export function filledBefore(showing: Showing, state: MatterState, sight: Sight, { id, redacts }: Field): Value | undefined {
  const original = redacts.find((each) => sight.fields[each]?.as === 'shown' && latest(state, each) > 0)
  if (latest(state, id) > Math.max(0, ...redacts.map((each) => latest(state, each)))) return state.facts[id]
  if (original === undefined) return undefined
  const own = state.facts[original]
  return isFilled(own) ? own : joined(showing, statedInShares(showing.program.regulation, state, original))
}

/** The last act that stated a field; 0: none did. */
function latest({ events }: MatterState, field: string): number {
  const found = events.findLast((event) => event.kind === 'act' && isFilled(event.with[field]))
  return found?.seq ?? 0
}

type Stated = { readonly unit: string; readonly value: Value }

/** By the units that answer; a share that was returned speaks no more. */
const statedInShares = ({ assignmentStages }: Regulation, { assignments }: MatterState, field: string): readonly Stated[] =>
  assignments.flatMap(({ unit, role, stage, facts }) => {
    const value = facts[field]
    const isOut = role === 'assist' || assignmentStages[stage]?.isEnd === true
    return isOut || value === undefined || !isFilled(value) ? [] : [{ unit, value }]
  })

/** One answer stands as it is; of several, each under the name of its unit. */
function joined(showing: Showing, stated: readonly Stated[]): Value | undefined {
  const [first] = stated
  if (stated.length <= 1 || stated.some(({ value }) => typeof value !== 'string')) return first?.value
  return stated.map(({ unit, value }) => `${unitNamed(showing, unit).name}\n${String(value)}`).join('\n\n')
}
