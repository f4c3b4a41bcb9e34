import type { Condition } from '../../core/index.js'
import { sayWhen } from './say-condition.js'
import { allOf, fieldName, type Saying } from './saying.js'

/**
 * What must be stated beside what always must be, and when; what is only needed once it had been stated before is stated anew, and what
 * is needed as long as it has not been stated is told so at the end: "where it is not stated, it must be stated" says nothing.
 */
export function sayNeed(saying: Saying, fields: readonly string[], when: Condition | null): string {
  const named = allOf(saying, fields, fieldName)
  const { act: words } = saying.words.rule
  const [only] = fields
  if (only === undefined || fields.length > 1 || when === null) return sayWhen(saying, when, words.also(named))
  if (when.op === 'filled' && when.isFilled && when.field === only) return words.again(named)
  const rest = withoutItself(when, only)
  return rest === 'no' ? sayWhen(saying, when, words.also(named)) : words.unlessStated(sayWhen(saying, rest, words.also(named)))
}

/** What is asked beside that the field is not stated yet; `no`: that is not asked. */
function withoutItself(when: Condition, field: string): Condition | null | 'no' {
  if (isUnstated(when, field)) return null
  if (when.op !== 'all' || !when.of.some((each) => isUnstated(each, field))) return 'no'
  const of = when.of.filter((each) => !isUnstated(each, field))
  const [first] = of
  return of.length === 1 && first !== undefined ? first : { ...when, of }
}

const isUnstated = (condition: Condition, field: string): boolean =>
  condition.op === 'not'
    ? condition.of.op === 'filled' && condition.of.isFilled && condition.of.field === field
    : condition.op === 'filled' && !condition.isFilled && condition.field === field
