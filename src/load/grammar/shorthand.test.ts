import { expect, it } from 'vitest'
import { faultyRegulations, sharedClauses } from '../../../test/fixtures/expected-findings.js'
import type { Act, Duty, Regulation } from '../../core/index.js'
import { findingText, parseRegulation } from '../index.js'

const good = faultyRegulations('wrong').find((each) => each.name === 'good.yaml')?.text ?? ''

/** The small regulation with one part written otherwise. */
function written(from: string, to: string, clauses = sharedClauses.text): Regulation {
  const text = good.replace(from, () => to)
  const { regulation, findings } = parseRegulation({
    rules: { file: 'regulation.yaml', text },
    clauses: { file: 'clauses.yaml', text: clauses },
  })
  if (!good.includes(from) || regulation === null)
    throw new Error(findings.map((each) => findingText(each, 'en')).join('\n') || `no ${from}`)
  return regulation
}

const act = (from: string, to: string, id: string): Act | undefined => written(from, to).acts[id]
const duty = (from: string, to: string): Duty | undefined => written(from, to).duties.reply

const everyField = [
  'title: { name: 标题, type: text }',
  'title: { name: 标题, type: text }\n  when: { name: 日期, type: date }\n  limit: { name: 期限, type: limit }\n  unit: { name: 单位, type: unit }',
] as const
const withFields = (from: string, to: string): Regulation => {
  const text = good.replace(...everyField).replace(from, () => to)
  const { regulation, findings } = parseRegulation({ rules: { file: 'regulation.yaml', text }, clauses: sharedClauses })
  if (regulation === null) throw new Error(findings.map((each) => findingText(each, 'en')).join('\n'))
  return regulation
}

it.each([
  ['one word', '小镇来信办法', { zh: '小镇来信办法', en: '小镇来信办法' }],
  ['one word for each language', '{ zh: 来信, en: Letters }', { zh: '来信', en: 'Letters' }],
  ['Chinese alone', '{ zh: 来信 }', { zh: '来信', en: '来信' }],
])('a name as %s', (_, name, expected) => {
  expect(written('title: 小镇来信办法\nissuer', `title: ${name}\nissuer `).title).toEqual(expected)
})

it.each([
  ['"2"', ['2']],
  ['2', ['2']],
  ['["2", "1"]', ['2', '1']],
  ['"*"', ['*']],
  ['"13(2)"', ['13.2.1', '13.2.2']],
  ['13.10', ['13.10']],
])('clause: %s is %j', (text, expected) => {
  const more = ['13.2.1', '13.2.2'].map(
    (id) => `  "${id}": { cite: "13(2)", shown: 十三, kind: duty, zh: 一, en: One, status: executed }\n`,
  )
  const ten = '  "13.10": { cite: "13.10", shown: 十三, kind: duty, zh: 一, en: One, status: executed }\n'
  const clauses = `${sharedClauses.text}${more.join('')}${ten}`
  expect(written('clause: "2"\nalerts', `clause: ${text}\nalerts`, clauses).duties.reply?.clause).toEqual(expected)
})

it('a parameter stands for its value', () => {
  expect(written('$days', '$days').duties.reply?.within).toEqual({ kind: 'period', period: { amount: 5, unit: 'workdays' } })
})

it.each([
  ['by: office', ['office']],
  ['by: [office, leader]', ['office', 'leader']],
])('%s', (text, expected) => {
  expect(act('dispatch: { name: 转办, by: office', `dispatch: { name: 转办, ${text}`, 'dispatch')?.by).toEqual(expected)
})

it.each([
  ['from: any', ['received', 'handling']],
  ['from: [received, closed]', ['received', 'closed']],
  ['from: { except: received }', ['handling']],
  ['from: { except: [handling] }', ['received']],
])('%s is %j', (text, expected) => {
  expect(act('by: office, from: received', `by: office, ${text}`, 'dispatch')?.from).toEqual(expected)
})

it.each([
  ['to: handling', [{ to: 'handling', when: null }]],
  ['to: { to: handling }', [{ to: 'handling', when: null }]],
  [
    'to: [{ to: closed, when: { urgent: true } }, handling]',
    [
      { to: 'closed', when: { op: 'is', field: 'urgent', values: [true] } },
      { to: 'handling', when: null },
    ],
  ],
])('%s', (text, expected) => {
  expect(act('from: received, to: handling', `from: received, ${text}`, 'dispatch')?.to).toEqual(expected)
})

it('the act that starts a matter', () => {
  const submit = act('starts: received', 'starts: handling', 'submit')
  expect([submit?.starts, submit?.from, submit?.to]).toEqual([true, [], [{ to: 'handling', when: null }]])
})

it.each([
  ['follows: close', [{ act: 'close', when: null }]],
  ['follows: [close]', [{ act: 'close', when: null }]],
  ['follows: { close: }', [{ act: 'close', when: null }]],
  ['follows: { close: { when: { urgent: true } } }', [{ act: 'close', when: { op: 'is', field: 'urgent', values: [true] } }]],
])('%s', (text, expected) => {
  const close = 'acts:\n  close: { name: 办结, by: [office, system], from: any, to: closed }'
  const regulation = written('acts:', `${close}\n  hurry: { name: 催, by: office, from: any, ${text} }`)
  expect(regulation.acts.hurry?.follows).toEqual(expected)
})

it('defaults of an act', () => {
  expect(act('grantExtension: {', 'grantExtension: { ', 'dispatch')).toMatchObject({
    of: 'matter',
    during: [],
    moves: null,
    takes: [],
    needsWhen: [],
    when: null,
    within: null,
    times: null,
    notBy: [],
    sets: {},
    follows: [],
    tells: [],
    needsForce: false,
    note: null,
  })
})

it('moves, sets, needsWhen and within of an act', () => {
  const found = act(
    'assigns: working, clause: "2"',
    'assigns: working, clause: "2", moves: { to: done, parts: lead }, sets: { urgent: true }, needsWhen: { fields: kind, when: { urgent: true }, clause: "1" }, within: { workdays: 1, from: submit, unless: { urgent: true }, clause: "3" }',
    'dispatch',
  )
  const urgent = { op: 'is', field: 'urgent', values: [true] }
  expect(found).toMatchObject({
    moves: { to: 'done', parts: ['lead'] },
    sets: { urgent: true },
    needsWhen: [{ fields: ['kind'], when: urgent, clause: ['1'] }],
    within: {
      limit: { kind: 'period', period: { amount: 1, unit: 'workdays' } },
      from: 'submit',
      unless: urgent,
      clause: ['3'],
    },
  })
  expect(act('assigns: working', 'assigns: working, moves: { to: done }', 'dispatch')?.moves?.parts).toEqual([
    'lead',
    'assist',
    'separate',
    'joint',
  ])
})

it.each([
  ['opens: dispatch', [{ on: 'act', act: 'dispatch', when: null, parts: [] }]],
  [
    'opens: { act: dispatch, when: { urgent: true } }',
    [{ on: 'act', act: 'dispatch', when: { op: 'is', field: 'urgent', values: [true] }, parts: [] }],
  ],
  [
    'opens: [submit, { stage: handling }]',
    [
      { on: 'act', act: 'submit', when: null, parts: [] },
      { on: 'stage', stage: 'handling', when: null },
    ],
  ],
  ['opens: { due: reply }', [{ on: 'due', duty: 'reply', when: null }]],
  ['opens: { duty: reply, rung: red }', [{ on: 'rung', duty: 'reply', rung: 'red', when: null }]],
])('%s', (text, expected) => {
  expect(duty('opens: dispatch\n', `${text} \n`)?.opens).toEqual(expected)
})

it.each([
  ['metBy: reply', [{ act: 'reply', when: null }]],
  ['metBy: { act: reply, when: { urgent: true } }', [{ act: 'reply', when: { op: 'is', field: 'urgent', values: [true] } }]],
  [
    'metBy: [reply, { act: dispatch }]',
    [
      { act: 'reply', when: null },
      { act: 'dispatch', when: null },
    ],
  ],
])('%s', (text, expected) => {
  expect(duty('metBy: reply\n', `${text} \n`)?.metBy).toEqual(expected)
})

const workdays = (amount: number) => ({ kind: 'period', period: { amount, unit: 'workdays' } })
it.each([
  ['{ workdays: 5 }', workdays(5)],
  ['{ calendarDays: 15 }', { kind: 'period', period: { amount: 15, unit: 'calendarDays' } }],
  ['{ months: 3, clause: "3" }', { kind: 'period', period: { amount: 3, unit: 'months' }, clause: '3' }],
  ['{ hours: 24 }', { kind: 'period', period: { amount: 24, unit: 'hours' } }],
  ['{ minutes: 30 }', { kind: 'period', period: { amount: 30, unit: 'minutes' } }],
  ['{ yearly: 12-31 }', { kind: 'yearly', month: 12, day: 31 }],
  ['{ on: 2025-12-31 }', { kind: 'on', day: '2025-12-31' }],
  ['{ before: { workdays: 5 }, field: when }', { kind: 'before', field: 'when', period: { amount: 5, unit: 'workdays' } }],
  ['{ set: limit }', { kind: 'set', field: 'limit', fallback: null, from: 'opening' }],
  ['{ set: limit, else: { workdays: 5 } }', { kind: 'set', field: 'limit', fallback: workdays(5), from: 'opening' }],
  [
    '{ round: { every: quarter, periods: 2 } }',
    { kind: 'round', every: 'quarter', edge: 'period-end', within: { kind: 'periods', periods: 2 } },
  ],
  [
    '{ round: { every: month, opens: period-start, months: 1 } }',
    { kind: 'round', every: 'month', edge: 'period-start', within: { kind: 'period', period: { amount: 1, unit: 'months' } } },
  ],
  [
    '{ shortest: [{ workdays: 5 }, { set: limit }] }',
    { kind: 'shortest', of: [workdays(5), { kind: 'set', field: 'limit', fallback: null, from: 'opening' }] },
  ],
  [
    '{ longest: [{ workdays: 5 }, { yearly: 12-31 }] }',
    { kind: 'longest', of: [workdays(5), { kind: 'yearly', month: 12, day: 31 }] },
  ],
  [
    '{ workdays: 5, plus: { workdays: 2 } }',
    { kind: 'period', period: { amount: 5, unit: 'workdays' }, plus: [{ amount: 2, unit: 'workdays' }] },
  ],
  [
    '{ workdays: 5, from: { first: [submit, dispatch] } }',
    {
      kind: 'period',
      period: { amount: 5, unit: 'workdays' },
      from: {
        on: 'several',
        which: 'first',
        of: [
          { on: 'act', act: 'submit' },
          { on: 'act', act: 'dispatch' },
        ],
      },
    },
  ],
])('within: %s', (text, expected) => {
  expect(withFields('within: { workdays: $days }', `within: ${text}`).duties.reply?.within).toEqual(expected)
})

it.each([
  ['kind: ask', { op: 'is', field: 'kind', values: ['ask'] }],
  ['kind: [ask, complain]', { op: 'is', field: 'kind', values: ['ask', 'complain'] }],
  ['urgent: true', { op: 'is', field: 'urgent', values: [true] }],
  ['amount: { atMost: 15 }', { op: 'between', field: 'amount', atLeast: null, atMost: 15 }],
  ['amount: { atLeast: 3 }', { op: 'between', field: 'amount', atLeast: 3, atMost: null }],
  ['filled: kind', { op: 'filled', field: 'kind', isFilled: true }],
  ['empty: [title]', { op: 'filled', field: 'title', isFilled: false }],
  ['same: [assignments, unit]', { op: 'same', field: 'assignments', other: 'unit', part: null }],
  ['count: { reply: { atMost: 0 } }', { op: 'count', act: 'reply', atLeast: null, atMost: 0, apart: 0 }],
  ['duty: { reply: [overdue, open] }', { op: 'duty', duty: 'reply', statuses: ['overdue', 'open'] }],
  ['duty: { reply: met }', { op: 'duty', duty: 'reply', statuses: ['met'] }],
  ['stage: [handling]', { op: 'stage', stages: ['handling'] }],
  ['parts: [lead]', { op: 'part', parts: ['lead'] }],
  ['assignments: { parts: [lead], every: [done] }', { op: 'assignments', parts: ['lead'], stages: ['done'], quantity: 'every' }],
  ['assignments: { none: working }', { op: 'assignments', parts: [], stages: ['working'], quantity: 'none' }],
  ['assignments: { some: [working] }', { op: 'assignments', parts: [], stages: ['working'], quantity: 'some' }],
  ['viewer: unit', { op: 'viewer', field: 'unit' }],
  ['not: { urgent: true }', { op: 'not', of: { op: 'is', field: 'urgent', values: [true] } }],
  [
    'any: [{ urgent: true }, { stage: handling }]',
    {
      op: 'any',
      of: [
        { op: 'is', field: 'urgent', values: [true] },
        { op: 'stage', stages: ['handling'] },
      ],
    },
  ],
  ['all: [{ urgent: true }]', { op: 'all', of: [{ op: 'is', field: 'urgent', values: [true] }] }],
  [
    'urgent: true, stage: handling',
    {
      op: 'all',
      of: [
        { op: 'stage', stages: ['handling'] },
        { op: 'is', field: 'urgent', values: [true] },
      ],
    },
  ],
  [
    'filled: [kind, title]',
    {
      op: 'all',
      of: [
        { op: 'filled', field: 'kind', isFilled: true },
        { op: 'filled', field: 'title', isFilled: true },
      ],
    },
  ],
])('{ %s }', (text, expected) => {
  const regulation = withFields('opens: dispatch\n', `opens: { act: dispatch, when: { ${text} } }\n`)
  expect(regulation.duties.reply?.opens[0]?.when).toEqual(expected)
})

it('an extension has its three usual acts and asks before the due time', () => {
  expect(duty('amount: amount', 'amount:  amount')?.extend).toEqual({
    asked: 'requestExtension',
    granted: 'grantExtension',
    refused: 'refuseExtension',
    amount: 'amount',
    unit: 'workdays',
    times: null,
    totals: [],
    asks: 'before-due',
    holds: false,
    clips: false,
    unless: null,
    clause: ['3'],
  })
})

it('rungs are called by their alert, else by their moment', () => {
  const rungs = [
    '- { before: { hours: 48 }, urge: unit }',
    '- { before: { hours: 48 }, earlierOnDayOff: "09:00", urge: unit, courtesy: true }',
    '- { late: { calendarDays: 2 }, urge: unit }',
    '- { after: { hours: 24 }, urge: office }',
    '- { late: { workdays: 7 }, id: referral, alert: red, refer: leader, criticisms: 1, deduct: 0.5 }',
  ]
  const ladder = duty('- { before: { workdays: 1 }, urge: unit, clause: "3" }', rungs.join('\n      '))?.ladder ?? []
  expect(ladder.map((each) => each.id)).toEqual([
    'before-48-hours',
    'before-48-hours-courtesy',
    'late-2-calendarDays',
    'after-24-hours',
    'referral',
    'red',
  ])
  expect(ladder[1]).toMatchObject({ earlierOnDayOff: 540, isCourtesy: true, urges: ['unit'] })
  expect(ladder[4]).toMatchObject({ refersTo: 'leader', criticisms: 1, deducts: 0.5, alert: 'red' })
})

it('a duty of a unit is owed in each share, any other once in the matter', () => {
  expect(duty('holder: unit', 'holder:  unit')).toMatchObject({ of: 'assignment', parts: ['lead', 'separate', 'joint'] })
  expect(duty('holder: unit', 'holder: office')?.of).toBe('matter')
  expect(duty('holder: unit', 'holder: unit\n    of: matter')?.of).toBe('matter')
})

it('a boolean is false unless stated, other fields are missing', () => {
  const { fields } = written('title: 小镇', 'title: 小 镇')
  expect([fields.urgent?.default, fields.kind?.default]).toEqual([false, undefined])
})

it('options are words, names for each language, or carry a clause and advice', () => {
  const { fields } = written(
    'options: { ask: 咨询, complain: 投诉 }',
    'options: { ask: 咨询, help: { name: { zh: 求助, en: Help } }, complain: { name: 投诉, clause: "1", advice: 请写明。 } }',
  )
  expect(fields.kind?.options).toEqual([
    { id: 'ask', name: { zh: '咨询', en: '咨询' }, clause: [], advice: null },
    { id: 'help', name: { zh: '求助', en: 'Help' }, clause: [], advice: null },
    { id: 'complain', name: { zh: '投诉', en: '投诉' }, clause: ['1'], advice: { zh: '请写明。', en: '请写明。' } },
  ])
})

it.each([
  ['type: limit', { units: [], parts: [], needsLead: false, least: null, most: null }],
  ['type: limit, units: workdays, least: 3, most: 5', { units: ['workdays'], least: 3, most: 5 }],
  ['type: limit, units: [workdays, hours]', { units: ['workdays', 'hours'] }],
  ['type: assignments, parts: [lead, assist], needsLead: true', { parts: ['lead', 'assist'], needsLead: true }],
  ['type: text, identity: true, hint: 填写, least: 2', { isIdentity: true, hint: { zh: '填写', en: '填写' }, least: 2 }],
])('a field of { %s }', (text, expected) => {
  const { fields } = written(
    'title: { name: 标题, type: text }',
    `title: { name: 标题, type: text }\n  more: { name: 另, ${text} }`,
  )
  expect(fields.more).toMatchObject(expected)
})

it('the common roles need not be declared', () => {
  const { roles } = written('title: 小镇', 'title: 小 镇')
  expect(Object.values(roles).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'requester requester',
    'office office',
    'unit unit',
    'leader leader',
    'system system',
  ])
})
