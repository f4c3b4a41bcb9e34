import { type Condition, type PlainCondition, plainParts } from '../rules/condition.js'
import { fieldsRead } from '../rules/condition-reads.js'
import type { Act, Regulation } from '../rules/regulation.js'
import type { DutyProgram } from './duty-program.js'

/** What an act states or sets. */
type Stating = { readonly rule: Act; readonly fields: ReadonlySet<string> }

/** What is asked of facts alone: neither of time, nor of what was done, nor of where anything stands. */
const ofFacts: ReadonlySet<PlainCondition['op']> = new Set(['is', 'between', 'half', 'filled', 'length', 'same'])

/**
 * By act and by the duty's index: whether doing it may bring a duty to apply that counts from then, or end that it does. Only those are asked
 * once it is done. An act that can change none is left out.
 */
export function mayApplyByAct(regulation: Regulation, duties: Iterable<DutyProgram>): ReadonlyMap<string, readonly boolean[]> {
  const acts = Object.values(regulation.acts).map((rule) => ({ rule, fields: fieldsStated(rule) }))
  const found = new Map<string, boolean[]>()
  for (const { watchesApplying, appliesTo, index } of duties) {
    if (!watchesApplying || appliesTo === null) continue
    for (const { rule } of acts.filter(mayChange(appliesTo, acts))) {
      const ofAct = found.get(rule.id) ?? []
      ofAct[index] = true
      found.set(rule.id, ofAct)
    }
  }
  return found
}

const fieldsStated = ({ needs, takes, needsWhen, sets }: Act): ReadonlySet<string> =>
  new Set([...needs, ...takes, ...needsWhen.flatMap(({ fields }) => fields), ...Object.keys(sets)])

/** Where shares state what it asks, which of them there are, in which part, and whether they ended counts too. */
function mayChange(condition: Condition, acts: readonly Stating[]): (act: Stating) => boolean {
  if (!plainParts(condition).every(({ op }) => ofFacts.has(op))) return () => true
  const read = fieldsRead(condition)
  const states = ({ fields }: Stating): boolean => read.some((field) => fields.has(field))
  const isOfShares = acts.some((act) => act.rule.of !== 'matter' && states(act))
  return (act) => states(act) || (isOfShares && movesShares(act.rule))
}

const movesShares = ({ of, assigns, moves, movesShare }: Act): boolean =>
  of !== 'matter' || assigns !== null || moves !== null || movesShare !== null
