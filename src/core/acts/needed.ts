import { explain, mayAnswer } from '../conditions/explain.js'
import type { ActRequest } from '../events/act-request.js'
import { Folded } from '../fold/folded.js'
import { FactView, type Given, type Working } from '../fold/working.js'
import { type PlainCondition, weigh } from '../rules/condition.js'
import { fieldsRead } from '../rules/condition-reads.js'
import { actsNamed } from '../rules/usual-run.js'
import type { Payload } from '../values/value.js'
import { type RequirementState, requirementsOf } from './requirements.js'
import { scopeMeant } from './scope-meant.js'

/** What an act, or a usual run, needs with what has been stated so far, whether or not it may be done: a form asks while somebody fills it in. */
export function neededFields(given: Given, request: ActRequest): readonly string[] {
  const working = Folded.workingOf(given)
  const acts = actsNamed(working.program.regulation, request.act)
  return [...new Set(acts.flatMap((act) => neededBy(working, { ...request, act: act.id })))]
}

/** 要件 of an act, or of the acts of a usual run, with what has been stated so far: a form shows them while somebody fills it in. */
export function requirementsMeant(given: Given, request: ActRequest): readonly RequirementState[] {
  const working = Folded.workingOf(given)
  return actsNamed(working.program.regulation, request.act).flatMap(({ id }) => {
    const act = working.program.acts.get(id)
    if (act === undefined) return []
    const scope = scopeMeant(working, act, request)
    return requirementsOf(working, { act, request, scope: typeof scope === 'string' ? null : scope })
  })
}

function neededBy(working: Working, request: ActRequest): readonly string[] {
  const act = working.program.acts.get(request.act)
  if (act === undefined) return []
  const scope = scopeMeant(working, act, request)
  const facts = new FactView(working, typeof scope === 'string' ? null : scope, request.with, request.by)
  const also = act.rule.needsWhen.filter((each) => weigh(each.when, facts) === true)
  return [...act.rule.needs, ...also.flatMap((each) => each.fields)]
}

/** A choice in the form of an act, or of a usual run: whose options are asked for, and on which parts of a condition its reader may know. */
export type Choosing = {
  readonly field: string
  readonly options: readonly string[]
  readonly isKnown: (condition: PlainCondition) => boolean
}

/**
 * Of the options of a field that an act asks for, those with which its own condition can still hold, for all that the reader may know: the
 * rest would only be refused. All of them where the condition does not read the field, or cannot hold as things stand, whatever is
 * chosen. What is kept from the reader leaves an option in: that it is missing would tell.
 */
export function optionsMeant(given: Given, request: ActRequest, { field, options, isKnown }: Choosing): readonly string[] {
  const working = Folded.workingOf(given)
  return actsNamed(working.program.regulation, request.act).reduce((left, { id, when, needs, takes }) => {
    const act = working.program.acts.get(id)
    if (act === undefined || when === null || ![...needs, ...takes].includes(field) || !fieldsRead(when).includes(field))
      return left
    const scope = scopeMeant(working, act, { ...request, act: id })
    const can = (stated: Payload): boolean => {
      const facts = new FactView(working, typeof scope === 'string' ? null : scope, stated, request.by)
      return mayAnswer(explain(when, facts), true, isKnown)
    }
    return can(request.with) ? left.filter((option) => can({ ...request.with, [field]: option })) : left
  }, options)
}
