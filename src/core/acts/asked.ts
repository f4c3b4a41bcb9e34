import { explain, mayAnswer } from '../conditions/explain.js'
import { platform } from '../events/event.js'
import { derive } from '../fold/derive.js'
import { Folded } from '../fold/folded.js'
import { FactView, type Given } from '../fold/working.js'
import type { ClauseRef } from '../rules/clause.js'
import type { PlainCondition } from '../rules/condition.js'
import { fieldsRead } from '../rules/condition-reads.js'
import { isFilled } from '../values/value.js'
import { requirementsOf } from './requirements.js'

/** 要件一览. One thing that must exist, or must under a condition, before the matter is taken up: a field that is filled in, or a requirement. */
export type AskedState = {
  /** A requirement by its id; else a field. */
  readonly isRequirement: boolean
  readonly id: string
  readonly standing: 'met' | 'lacking' | 'waived' | 'unasked'
  readonly clause: readonly ClauseRef[]
}

/** What the act that a regulation names for it asks for, as it stands now; nothing where it names none. */
export function askedStates(given: Given): readonly AskedState[] {
  const { meaning, requirements } = given.program.regulation
  const act = meaning.asks === null ? undefined : given.program.acts.get(meaning.asks)
  if (act === undefined) return []
  const working = Folded.workingOf(given)
  const facts = new FactView(working, null, null)
  // What no rule reads is stated all the same, and is no fact of conditions.
  const stated = derive(given).facts
  const isUnstated = (id: string): boolean => act.rule.needs.includes(id) && !isFilled(stated[id])
  // What the act itself will ask for may still be stated either way.
  const isKnown = (condition: PlainCondition): boolean => !fieldsRead(condition).some(isUnstated)
  const found = new Map<string, AskedState>()
  for (const { fields, when, clause } of act.rule.needsWhen) {
    const isAsked = !mayAnswer(explain(when, facts), false, isKnown)
    for (const id of fields) {
      const standing = isFilled(stated[id]) ? 'met' : isAsked ? 'lacking' : 'unasked'
      if (found.get(id)?.standing !== 'lacking') found.set(id, { isRequirement: false, id, standing, clause })
    }
  }
  const request = { act: act.rule.id, by: platform, with: {} }
  const required = requirementsOf(working, { act, request, scope: null }).map(
    ({ requirement, standing }): AskedState => ({
      isRequirement: true,
      id: requirement,
      standing,
      clause: requirements[requirement]?.clause ?? [],
    }),
  )
  return [...required, ...found.values()]
}
