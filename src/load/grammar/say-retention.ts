import type { RetentionClass } from '../../core/index.js'
import { sayWhen } from './say-condition.js'
import { nameOf, type Saying } from './saying.js'
import { type SaidRule, type Told, tell } from './told.js'

const told: Told<RetentionClass> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  when: 'said with keep',
  keep: ({ when, keep }, saying) => [sayWhen(saying, when, saying.words.rule.retention(keep))],
  clause: 'said with the clauses that stand beside the rule',
}

/** 保管期限: which matters are kept so, and how long. */
export const sayRetention = (saying: Saying, each: RetentionClass): SaidRule => ({
  id: `retention/${each.id}`,
  kind: 'retention',
  name: nameOf(saying, each.id, each.name),
  says: tell(told, each, saying),
  clauses: each.clause,
  duties: [],
})
