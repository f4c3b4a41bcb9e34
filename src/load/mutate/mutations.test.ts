import { join } from 'node:path'
import { expect, it } from 'vitest'
import { faultyRegulations, sharedClauses } from '../../../test/fixtures/expected-findings.js'
import { edited, valueAt } from '../format/edit.js'
import { type LoadedRegulation, loadRegulation, parseRegulation } from '../grammar/load-regulation.js'
import { loadLibrary } from '../library/library.js'
import { parseScenarios } from '../scenario/load-scenarios.js'
import { clauseMutationsOf } from './clause-mutations.js'
import { mutationsOf } from './mutations.js'
import { mutationTrial } from './try-mutations.js'

const good = faultyRegulations('wrong').find((each) => each.name === 'good.yaml')?.text ?? ''
const library = loadLibrary({ regulations: [], calendars: join(import.meta.dirname, '../../../test/fixtures/calendars') })

/** The small regulation with one part written otherwise. */
function written(from: string, to: string): LoadedRegulation {
  const loaded = parseRegulation({
    rules: { file: 'regulation.yaml', text: good.replace(from, () => to) },
    clauses: sharedClauses,
  })
  if (!good.includes(from) || loaded.regulation === null) throw new Error(`cannot be read: ${to}`)
  return loaded
}

const within = (path: string, loaded: LoadedRegulation): readonly string[] =>
  mutationsOf(loaded)
    .filter((each) => each.path.join('.').startsWith(path))
    .map((each) => `${each.path.join('.')}: ${each.what}`)

it.each([
  [
    'a period, one more, one less, in another unit',
    'within: { workdays: 5 }',
    [
      'duties.reply.within.workdays: 5 → 6',
      'duties.reply.within.workdays: 5 → 4',
      'duties.reply.within: 5 workdays → 5 calendarDays',
    ],
  ],
  [
    'one workday, which ends as one calendar day does',
    'within: { workdays: 1 }',
    ['duties.reply.within.workdays: 1 → 2', 'duties.reply.within.workdays: 1 → 0', 'duties.reply.within: 1 workdays → 24 hours'],
  ],
  [
    'hours of whole days',
    'within: { hours: 48 }',
    [
      'duties.reply.within.hours: 48 → 49',
      'duties.reply.within.hours: 48 → 47',
      'duties.reply.within: 48 hours → 2 calendarDays',
    ],
  ],
  [
    'a day of every year, over the end of a month',
    'within: { yearly: 02-28 }',
    ['duties.reply.within.yearly: 02-28 → 03-01', 'duties.reply.within.yearly: 02-28 → 02-27'],
  ],
  [
    'the shortest of two, each of which may go',
    'within: { shortest: [{ on: 2025-03-01 }, { months: 1 }] }',
    [
      'duties.reply.within.shortest.0: without {"on":"2025-03-01"}',
      'duties.reply.within.shortest.1: without {"months":1}',
      'duties.reply.within.shortest.0.on: 2025-03-01 → 2025-03-02',
      'duties.reply.within.shortest.0.on: 2025-03-01 → 2025-02-28',
      'duties.reply.within.shortest.1.months: 1 → 2',
      'duties.reply.within.shortest.1.months: 1 → 0',
      'duties.reply.within.shortest.1: 1 months → 30 calendarDays',
    ],
  ],
  [
    'the longest of two',
    'within: { longest: [{ on: 2025-03-01 }, { workdays: 1 }] }',
    [
      'duties.reply.within.longest.0: without {"on":"2025-03-01"}',
      'duties.reply.within.longest.1: without {"workdays":1}',
      'duties.reply.within.longest.0.on: 2025-03-01 → 2025-03-02',
      'duties.reply.within.longest.0.on: 2025-03-01 → 2025-02-28',
      'duties.reply.within.longest.1.workdays: 1 → 2',
      'duties.reply.within.longest.1.workdays: 1 → 0',
      'duties.reply.within.longest.1: 1 workdays → 24 hours',
    ],
  ],
  [
    'a length and another from its end, from the last of several starts',
    'within: { hours: 2, plus: { hours: 3 }, from: { last: [submit, dispatch, reply] } }',
    [
      'duties.reply.within.hours: 2 → 3',
      'duties.reply.within.hours: 2 → 1',
      'duties.reply.within: 2 hours → 2 minutes',
      'duties.reply.within.from: last → first',
      'duties.reply.within.from.last.0: without submit',
      'duties.reply.within.from.last.1: without dispatch',
      'duties.reply.within.from.last.2: without reply',
      'duties.reply.within.plus.hours: 3 → 4',
      'duties.reply.within.plus.hours: 3 → 2',
      'duties.reply.within.plus: 3 hours → 3 minutes',
      'duties.reply.within.plus: without plus',
      'duties.reply.within.from: without from',
    ],
  ],
])('alters %s', (_, limit, expected) => {
  const found = within('duties.reply.within', written('within: { workdays: $days }', limit))
  expect(found).toEqual(['duties.reply.within: without within', ...expected])
})

it.each([
  ['one key: dropped and denied', '{ urgent: true }', ['without {"urgent":true}', 'not {"urgent":true}']],
  [
    'two keys: each by itself too',
    '{ urgent: true, kind: ask }',
    [
      'without {"urgent":true,"kind":"ask"}',
      'not {"urgent":true,"kind":"ask"}',
      'without {"urgent":true}',
      'not {"urgent":true}',
      'without {"kind":"ask"}',
      'not {"kind":"ask"}',
    ],
  ],
  [
    'bounds: one more and one less',
    '{ count: { submit: { atMost: 1 } } }',
    ['without {"count":{"submit":{"atMost":1}}}', 'not {"count":{"submit":{"atMost":1}}}', '1 → 2', '1 → 0'],
  ],
])('alters a condition of %s', (_, condition, expected) => {
  const found = mutationsOf(written('metBy: reply', `metBy: reply\n    appliesTo: ${condition}`))
  expect(found.filter((each) => each.path[2] === 'appliesTo').map((each) => each.what)).toEqual(expected)
})

it('knows the clauses of the nearest rule around a change', () => {
  const found = mutationsOf(written('within: { workdays: $days }', 'within: { workdays: 5 }'))
  expect(found.find((each) => each.path.join('.') === 'duties.reply.within.workdays')?.clause).toEqual(['2'])
})

it('takes several entries out of one list', () => {
  const edits = [0, 2].map((index) => ({ path: ['list', index], what: '' }))
  expect(edited({ list: ['a', 'b', 'c'], other: 1 }, edits)).toEqual({ list: ['b'], other: 1 })
})

const example = (steps: string): string => `format: 4
title: t
regulation: small
steps:
  - { at: 2025-03-03 09:00, act: submit, by: requester, with: { title: t } }
  - { at: 2025-03-03 10:00, act: dispatch, by: office, with: { assignments: [{ unit: roads, part: lead }] } }
${steps}`

/** What came of the mutations of one rule, with this one example. */
function outcomes(rule: string, steps: string): readonly string[] {
  const loaded = written('$days', '$days')
  const attempt = mutationTrial(loaded, parseScenarios('s.yaml', example(steps)).scenarios, library)
  return mutationsOf(loaded)
    .filter((each) => each.path.join('.') === rule)
    .map((each) => `${each.what}: ${attempt(each).by}`)
}

it('reports a rule that no example exercises', () => {
  const steps = '  - { at: 2025-03-03 10:00, expect: { duties: { duty: reply, due: 2025-03-10 } } }'
  expect(outcomes('duties.reply.within.workdays', steps)).toEqual(['5 → 6: scenario', '5 → 4: scenario'])
  expect(outcomes('duties.reply.ladder.1', steps).slice(0, 1)).toEqual([
    'without {"late":{"workdays":1},"alert":"red","clause":"3"}: nothing',
  ])
})

it('does not start while an example fails anyway: it would notice everything', () => {
  const steps = '  - { at: 2025-03-03 10:00, expect: { duties: { duty: reply, due: 2025-03-11 } } }'
  expect(() => outcomes('duties.reply', steps)).toThrow('s.yaml:1')
})

it('counts what would not stand by itself apart from what an example notices', () => {
  const steps = '  - { at: 2025-03-03 10:00, expect: { stage: handling } }'
  expect(outcomes('duties.reply.metBy', steps)).toEqual(['without reply: check'])
})

it('is not satisfied where an example only says that nothing is owed any more', () => {
  const replied = '  - { at: 2025-03-03 11:00, act: reply, by: roads }'
  const steps = `${replied}\n  - { at: 2025-03-03 11:00, expect: { stage: closed, noDuties: [reply] } }`
  expect(outcomes('duties.reply', steps)).toEqual(['without this duty: nothing'])
})

it.each([
  ['2', '  - { at: 2025-03-03 10:00, expect: { stage: handling } }', 'scenario'],
  ['3', '  - { at: 2025-03-03 10:00, expect: { stage: handling } }', 'nothing'],
  ['3', '  - { at: 2025-03-11 00:00, expect: { alerts: [red] } }', 'scenario'],
])('asks of clause %s whether anything fails without the rules that rest on it', (clause, steps, by) => {
  const loaded = written('$days', '$days')
  const attempt = mutationTrial(loaded, parseScenarios('s.yaml', example(steps)).scenarios, library)
  const mutation = clauseMutationsOf(loaded).find((each) => each.clause.includes(clause))
  expect(mutation && attempt(mutation).by).toBe(by)
})

it('takes away what is heard with the act by which it is heard: nobody does that act anyway', () => {
  const loaded = loadRegulation(join(import.meta.dirname, '../../../test/fixtures/concepts/letters-and-orders/2025-01-01'))
  const mutation = clauseMutationsOf(loaded).find((each) => each.clause.includes('4'))
  const act = valueAt(edited(loaded.written, mutation?.edits ?? []), ['acts', 'orderPassed'])
  expect(act).toEqual({ name: '批示件已转办', by: [], clause: '4' })
})
