import type { Condition } from '../../core/index.js'
import { sayWhen } from './say-condition.js'
import { allOf, fieldName, type Saying } from './saying.js'

/** What must be stated beside what always must be, and when; what is only needed once it had been stated before is stated anew. */
export function sayNeed(saying: Saying, fields: readonly string[], when: Condition | null): string {
  const named = allOf(saying, fields, fieldName)
  const isAgain = when?.op === 'filled' && when.isFilled && fields.length === 1 && when.field === fields[0]
  const { act: words } = saying.words.rule
  return isAgain ? words.again(named) : sayWhen(saying, when, words.also(named))
}
