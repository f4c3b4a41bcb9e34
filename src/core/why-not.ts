import type { Because } from './because.js'
import type { Condition } from './condition.js'
import { explain } from './explain.js'
import { Folded } from './folded.js'
import { FactView, type Given, type Working } from './working.js'

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
  const shares = rule.of === 'matter' ? [null] : working.assignments.filter(({ endedAt }) => endedAt === null)
  const reasons = shares.map((share) => unmet(working, appliesTo, share))
  return reasons.every((each) => each.length > 0) ? (reasons[0] ?? []) : []
}

function unmet(working: Working, when: Condition, share: Working['assignments'][number] | null = null): readonly Because[] {
  const explanation = explain(when, new FactView(working, share, null))
  return explanation.answer === true ? [] : [{ kind: 'needs', explanation }]
}
