import { expect, it } from 'vitest'
import type { Value } from '../values/value.js'
import { alternativesAmong, clausesThatApply } from './clauses-that-apply.js'
import type { Field } from './regulation.js'

const choice = (id: string, options: Readonly<Record<string, readonly string[]>>) =>
  ({ id, options: Object.entries(options).map(([option, clause]) => ({ id: option, clause })) }) as unknown as Field
const category = choice('category', { complaint: ['13.2.1', '13.2.2'], help: ['13.4.1'], other: [] })
const urgency = choice('urgency', { urgent: ['12.4'], special: ['12.4'] })
const cited = ['10.1', '13.2.1', '13.4.1', '12.4']

it.each<[string, Readonly<Record<string, Value>>, readonly string[]]>([
  ['those of what was chosen, and what no option cites', { category: 'help' }, ['10.1', '13.4.1', '12.4']],
  ['all of them while nothing was chosen', {}, cited],
  ['all of them where the rule cites none of the chosen option', { category: 'other' }, cited],
  ['those of each that was chosen', { category: ['help', 'complaint'] }, cited],
  ['those that every option cites, whatever was chosen', { urgency: 'urgent' }, cited],
])('of the clauses that a rule cites, %s', (_, facts, expected) => {
  const alternatives = alternativesAmong(cited, [category, urgency])
  expect(clausesThatApply(cited, alternatives, { value: (field) => facts[field] })).toEqual(expected)
})
