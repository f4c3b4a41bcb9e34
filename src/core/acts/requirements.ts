import type { Because } from '../conditions/because.js'
import { type Explanation, explain } from '../conditions/explain.js'
import { type Refusal, refusal } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import type { ActEvent } from '../events/event.js'
import type { ActProgram } from '../fold/program.js'
import { isDoneAround, isDoneWithin, type Scope } from '../fold/scope.js'
import { FactView, type Working } from '../fold/working.js'
import { type Condition, weigh } from '../rules/condition.js'
import { readsAny } from '../rules/condition-reads.js'

/** 要件 as it stands before an act, with the facts. What exists need not be waived; what was waived says by which act. */
export type RequirementState = {
  readonly requirement: string
  readonly explanation: Explanation
} & ({ readonly standing: 'met' | 'lacking' } | { readonly standing: 'waived'; readonly waiver: ActEvent })

const none: readonly RequirementState[] = []

/** An act that somebody asks to do, perhaps in a share or of an item. */
export type Asking = { readonly act: ActProgram; readonly request: ActRequest; readonly scope: Scope | null }

/** What the act asks for in such a matter with what has been stated so far, in the order in which the act names it. */
export function requirementsOf(working: Working, { act: { rule }, request, scope }: Asking): readonly RequirementState[] {
  if (rule.requires.length === 0) return none
  const facts = new FactView(working, scope, request.with, request.by)
  return rule.requires.flatMap((id): readonly RequirementState[] => {
    const asked = working.program.regulation.requirements[id]
    const isAsked = asked?.when == null ? true : weigh(asked.when, facts)
    if (asked === undefined || isAsked === false) return none
    const met = explain(asked.met, facts)
    if (met.answer === true) return [{ requirement: id, explanation: met, standing: 'met' }]
    const waiver = waiverOf(working, id, scope)
    // While it cannot be said whether it is asked for, what would say so is lacking.
    const found = { requirement: id, explanation: isAsked === true ? met : explain(allFilled(isAsked.missing), facts) }
    return [waiver === null ? { ...found, standing: 'lacking' } : { ...found, standing: 'waived', waiver }]
  })
}

const allFilled = (fields: readonly string[]): Condition => ({
  op: 'all',
  of: fields.map((field) => ({ op: 'filled', field, isFilled: true })),
})

/** The act by which somebody waived it, of the matter, in this share or of this item; the latest. */
function waiverOf({ program, done }: Working, requirement: string, scope: Scope | null): ActEvent | null {
  const found = done.findLast((event) => {
    const field = program.acts.get(event.act)?.rule.waives ?? null
    const isHere = isDoneWithin(event, scope) || (scope !== null && isDoneAround(event, scope))
    return field !== null && isHere && isAmong(event.with[field], requirement)
  })
  return found ?? null
}

const isAmong = (value: unknown, id: string): boolean => (Array.isArray(value) ? value.includes(id) : value === id)

/** Everything that is lacking at once. Before the form is filled in, what it may yet state is left open. */
export function lacking(working: Working, asking: Asking, withPayload: boolean): Refusal | null {
  const { rule } = asking.act
  const own = new Set([...rule.needs, ...rule.takes, ...rule.needsWhen.flatMap(({ fields }) => fields)])
  const { requirements } = working.program.regulation
  const found = requirementsOf(working, asking).filter(
    ({ standing, explanation }) => standing === 'lacking' && (withPayload || !readsAny(explanation.condition, own)),
  )
  if (found.length === 0) return null
  const clauses = found.flatMap(({ requirement }) => requirements[requirement]?.clause ?? [])
  const because = found.map(({ requirement, explanation }): Because => ({ kind: 'lacks', requirement, explanation }))
  return refusal('incomplete', [...new Set(clauses)], { because })
}

/** What forbids it, what is lacking and what is wrong in the form, told together, by the code of the first. */
export function together(found: readonly (Refusal | null)[]): Refusal | null {
  const all = found.filter((each) => each !== null)
  const [first, ...others] = all
  if (first === undefined || others.length === 0) return first ?? null
  return refusal(first.code, [...new Set(all.flatMap(({ clause }) => clause))], {
    missing: all.flatMap(({ missing }) => missing),
    problems: all.flatMap(({ problems }) => problems),
    because: all.flatMap(({ because }) => because),
  })
}
