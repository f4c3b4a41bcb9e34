import type { Because } from '../conditions/because.js'
import { explain } from '../conditions/explain.js'
import { Folded } from '../fold/folded.js'
import type { Scope } from '../fold/scope.js'
import { FactView, type Given, type Working } from '../fold/working.js'
import type { Condition } from '../rules/condition.js'
import type { Duty } from '../rules/regulation.js'

/** Why the matter has not moved on by itself from where it stands to this stage; empty where nothing leads there from here. */
export function whyNotMoved(given: Given, stage: string): readonly Because[] {
  const working = Folded.workingOf(given)
  const here = given.program.regulation.stages[working.stage.id]
  const passages = (here?.next ?? []).filter(({ to }) => to === stage)
  return passages.flatMap(({ when }) => (when === null ? [] : unmet(working, when)))
}

/** Why a duty does not stand although something may have opened it: what it applies to does not hold, of the matter or of any share. */
export function whyNotOwed(given: Given, duty: string): readonly Because[] {
  const rule = given.program.regulation.duties[duty]
  if (rule === undefined || rule.appliesTo === null) return []
  const { appliesTo } = rule
  const working = Folded.workingOf(given)
  const reasons = scopesOf(working, rule).map((scope) => unmet(working, appliesTo, scope))
  return reasons.every((each) => each.length > 0) ? (reasons[0] ?? []) : []
}

/** Where such a duty may stand: nowhere but in what still runs. */
function scopesOf({ assignments, items }: Working, { of, item }: Duty): readonly (Scope | null)[] {
  if (of === 'matter') return [null]
  const all: readonly Scope[] = of === 'assignment' ? assignments : items.filter(({ kind }) => kind.id === item)
  return all.filter(({ endedAt }) => endedAt === null)
}

function unmet(working: Working, when: Condition, scope: Scope | null = null): readonly Because[] {
  const explanation = explain(when, new FactView(working, scope, null))
  return explanation.answer === true ? [] : [{ kind: 'needs', explanation }]
}
