import type { Requirement } from '../../core/index.js'
import { sayCondition, sayWhen } from './say-condition.js'
import { nameOf, type Saying } from './saying.js'
import { type SaidRule, type Told, tell } from './told.js'

const told: Told<Requirement> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  when: 'said with met',
  met: ({ when, met }, saying) => [sayWhen(saying, when, saying.words.rule.requirement(sayCondition(saying, met)))],
  clause: 'said with the clauses that stand beside the rule',
}

/** 要件: what must exist, where it is asked for. */
export const sayRequirement = (saying: Saying, each: Requirement): SaidRule => ({
  id: `requirement/${each.id}`,
  kind: 'requirement',
  name: nameOf(saying, each.id, each.name),
  says: tell(told, each, saying),
  clauses: each.clause,
  duties: [],
})
