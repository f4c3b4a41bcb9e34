import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures } from '../../../test/fixtures/expected-findings.js'
import { instantText, type Regulation, shanghai } from '../../core/index.js'
import { loadLibrary, loadScenarios, parseScenarios, runScenario, sayBecause, sayForAuthor, sayingOf } from '../index.js'

const calendars = join(fixtures, '..', '..', '..', 'calendars')
const mailbox = loadLibrary({ regulations: fixtures, calendars })
const small = loadLibrary({ regulations: join(fixtures, '..', 'library'), calendars })

const head = 'format: 4\ntitle: t\nregulation: example-mailbox\nsteps:\n'
const opening = [
  '  - { at: 2025-09-29 10:00, act: submit, by: requester, with: { channel: web, title: 路灯不亮, body: 东街路口的路灯已经三天不亮了。 } }',
  '  - { at: 2025-09-29 10:30, act: accept, by: office, with: { category: complaint } }',
  '  - { at: 2025-09-29 11:00, act: dispatch, by: office, with: { assignments: [{ unit: parks, part: lead }] } }',
  '',
].join('\n')

/** What fails in an example that goes on like this after the dispatch. */
function failuresOf(...steps: readonly string[]) {
  const text = `${head}${opening}${steps.map((step) => `  - ${step}\n`).join('')}`
  const { scenarios, findings } = parseScenarios('s.yaml', text)
  if (findings.length > 0) throw new Error(JSON.stringify(findings))
  return scenarios.flatMap((scenario) => runScenario(scenario, mailbox).failures)
}
const expecting = (text: string, at = '2025-10-20 09:00') => failuresOf(`{ at: ${at}, expect: { ${text} } }`)

it('runs the example of the documentation', () => {
  const { scenarios } = loadScenarios(join(fixtures, 'example-mailbox', '2025-01-01', 'scenarios', 'national-day.yaml'))
  const [run] = scenarios.map((scenario) => runScenario(scenario, mailbox))
  expect(run?.failures).toEqual([])
  expect(run?.steps.map((step) => [instantText(step.at, shanghai), step.stage, step.refusal?.code ?? null])).toEqual([
    ['2025-09-29 10:00', 'received', null],
    ['2025-09-29 10:30', 'accepted', null],
    ['2025-09-29 11:00', 'handling', null],
    ['2025-10-20 09:00', 'handling', 'too-late'],
    ['2025-10-20 09:00', 'handling', null],
  ])
  expect(run?.steps[2]?.changes.map((each) => [each.duty.key, each.isNew, each.receipt.days.length])).toEqual([
    ['contact#1', true, 11],
    ['conclude#1', true, 15],
  ])
})

it.each([
  'stage: handling',
  'shown: handling',
  'assignments: [{ unit: parks, part: lead, stage: handling }]',
  'duties: { duty: conclude, holder: parks, status: overdue, due: 2025-10-13, alert: red, workdaysLate: 5 }',
  'duties: [{ duty: accept, holder: office, status: met, late: false }, { duty: contact, holder: unit@parks, deducted: 0 }]',
  'noDuties: [redo, accept]',
  'rungs: [{ duty: conclude, rung: blue, at: 2025-10-13 24:00 }, { duty: conclude, rung: red }]',
  'rungs: { duty: conclude, rung: red, urges: [parks, unitHead@parks], refers: null }',
  'noRungs: [{ duty: conclude, rung: referral }, { duty: conclude, rung: blue, holder: roads }]',
  'alerts: red',
  'facts: { category: complaint, emergency: false }',
  'may: { parks: reply, unit@parks: [contact], leader: note }',
  'mayNot: { parks: [requestExtension, return], requester: rate }',
  'sees: { parks: assigned, police: none, leader: all }',
  'shows: { parks: { phone: onReason, title: shown }, requester: { phone: shown } }',
  'public: false',
  'charged: { parks: 10, office: 0 }',
  'criticised: {}',
])('holds: %s', (text) => {
  expect(expecting(text)).toEqual([])
})

it.each([
  ['stage: accepted', [['stage', 'accepted', 'handling']]],
  ['shown: done', [['shown', 'done', 'handling']]],
  [
    'duties: { duty: conclude, due: 2025-10-14 24:00, late: false }',
    [
      ['duties.conclude.due', '2025-10-14 24:00', '2025-10-13 24:00'],
      ['duties.conclude.late', false, true],
    ],
  ],
  ['rungs: { duty: conclude, rung: red, urges: parks }', [['rungs.conclude/red.urges', ['parks'], ['parks', 'unitHead@parks']]]],
  ['duties: { duty: conclude, criticisms: 1 }', [['duties.conclude.criticisms', 1, 0]]],
  ['noDuties: conclude', [['noDuties.conclude', [], ['parks overdue 2025-10-13 24:00']]]],
  ['noRungs: { duty: conclude, rung: red }', [['noRungs.conclude/red', [], ['2025-10-16 00:00']]]],
  ['alerts: []', [['alerts', [], ['red']]]],
  ['facts: { category: help }', [['facts.category', 'help', 'complaint']]],
  ['may: { parks: return }', [['may.parks.return', true, 'too-late']]],
  ['mayNot: { parks: reply }', [['mayNot.parks.reply', false, true]]],
  ['sees: { roads: assigned }', [['sees.roads', 'assigned', 'none']]],
  ['shows: { parks: { phone: shown } }', [['shows.parks.phone', 'shown', 'onReason']]],
  ['public: true', [['public', true, false]]],
  ['charged: { parks: 3 }', [['charged.parks', 3, 10]]],
  ['criticised: { parks: 1 }', [['criticised', { parks: 1 }, {}]]],
])('fails: %s', (text, expected) => {
  const failures = expecting(text)
  expect(failures.map(({ what, expected, actual }) => [what, expected, actual])).toEqual(expected)
  expect(failures.every((each) => each.file === 's.yaml' && each.line === 8 && each.at === '2025-10-20 09:00')).toBe(true)
})

it.each([
  ['mayNot: { parks: [replay] }', 'reply'],
  ['noDuties: conclud', 'conclude'],
  ['rungs: { duty: conclude, rung: blu }', 'blue'],
  ['noRungs: { duty: conclude, rung: referal }', 'referral'],
  ['alerts: [rad]', 'red'],
  ['shows: { parks: { phon: shown } }', 'phone'],
])('a name the regulation does not know fails: %s', (text, near) => {
  expect(expecting(text)[0]).toMatchObject({ expected: near, line: 8 })
})

it('of a long list of names that might be meant a few are told', () => {
  expect(expecting('mayNot: { parks: [somethingElseAltogether] }')[0]?.expected).toHaveLength(12)
})

it('what differs says which condition stands in the way', () => {
  const saying = sayingOf(mailbox.find('example-mailbox', '2025-01-01') as Regulation, 'en')
  const reasons = (text: string) =>
    expecting(text).flatMap(({ because = [] }) => sayBecause(saying, because, sayForAuthor('', shanghai)).map(({ says }) => says))
  expect(reasons('stage: concluded')).toEqual(['only where every lead or separate unit is at “办结” (now lead unit at “办理”)'])
  const consultation = head + opening.replace('category: complaint', 'category: consultation')
  const { scenarios } = parseScenarios(
    's.yaml',
    `${consultation}  - { at: 2025-09-29 12:00, expect: { duties: [{ duty: contact }] } }\n`,
  )
  const failures = scenarios.flatMap((scenario) => runScenario(scenario, mailbox).failures)
  const said = failures.flatMap(({ because = [] }) => sayBecause(saying, because, sayForAuthor('', shanghai)))
  expect(said.map(({ now }) => now)).toEqual(['now “咨询”'])
})

it('an act that is refused though it should be done fails with its clause', () => {
  const failures = failuresOf('{ at: 2025-09-30 09:00, act: reply, by: parks }')
  expect(failures.map(({ what, expected, actual }) => [what, expected, actual])).toEqual([
    ['act reply', 'done', 'missing (15.1) result'],
  ])
})

it.each([
  ['"10.2"', []],
  ['"10(2)"', []],
  ['"15.1"', [['act return', 'too-late (15.1)', 'too-late (10.2)']]],
])('a refusal that should cite %s', (clause, expected) => {
  const step = `{ at: 2025-10-20 09:00, act: return, by: parks, with: { reason: 不属职责, basis: 方案 }, refused: too-late, clause: ${clause} }`
  expect(failuresOf(step).map(({ what, expected, actual }) => [what, expected, actual])).toEqual(expected)
})

it('an act that is done though it should be refused fails', () => {
  const failures = failuresOf('{ at: 2025-09-30 09:00, act: reply, by: parks, with: { result: 已修好 }, refused: too-late }')
  expect(failures.map(({ what, expected, actual }) => [what, expected, actual])).toEqual([['act reply', 'too-late', 'done']])
})

it.each([
  ['tells: parks, slips: [parks]', []],
  ['tells: []', [['tells', [], ['parks']]]],
  ['tells: [parks, requester]', [['tells', ['parks', 'requester'], ['parks']]]],
  ['slips: []', [['slips', [], ['parks']]]],
])('who is told and who gets a paper is said exactly: %s', (rest, expected) => {
  const urged = `{ at: 2025-09-30 09:00, act: urge, by: office, with: { reason: 尽快办理 }, ${rest} }`
  expect(failuresOf(urged).map(({ what, expected, actual }) => [what, expected, actual])).toEqual(expected)
})

it('a second pair of eyes: the same person may not do both', () => {
  const reply = '{ at: 2025-09-30 09:00, act: reply, by: unit@parks, person: li, with: { result: 已修好 } }'
  const conclude = (person: string, rest = '') => `{ at: 2025-09-30 10:00, act: conclude, by: office, person: ${person}${rest} }`
  expect(failuresOf(reply, conclude('li', ', refused: recused'), conclude('wang'))).toEqual([])
})

it('identity never stands in an event', () => {
  const { scenarios } = loadScenarios(join(fixtures, 'example-mailbox', '2025-01-01', 'scenarios', 'national-day.yaml'))
  const events = scenarios.flatMap((scenario) => runScenario(scenario, mailbox).steps.flatMap((step) => step.events))
  expect(JSON.stringify(events)).not.toContain('13800000000')
})

it.each([
  ['2024-06-03 09:00', '2024-01-01'],
  ['2025-06-03 09:00', '2025-03-01'],
  ['2025-02-03 09:00', '2024-01-01'],
])('at %s the version is %s', (at, version) => {
  const { scenarios } = parseScenarios(
    's.yaml',
    `format: 4\ntitle: t\nregulation: small\nsteps:\n  - { at: ${at}, expect: {} }\n`,
  )
  expect(scenarios.map((scenario) => runScenario(scenario, small).regulation?.version)).toEqual([version])
})

it.each([
  ['regulation: smal', 'regulation'],
  ['regulation: small\nversion: 2023-01-01', 'version'],
  ['regulation: small\noverlay: moon', 'overlay'],
])('%s fails as a whole', (text, what) => {
  const { scenarios } = parseScenarios(
    's.yaml',
    `format: 4\ntitle: t\n${text}\nsteps:\n  - { at: 2024-06-03 09:00, expect: {} }\n`,
  )
  expect(scenarios.flatMap((scenario) => runScenario(scenario, small).failures.map((each) => each.what))).toEqual([what])
})

it.each([
  ['at: 2025-09-31 10:00, act: submit, by: requester', 'bad-time 5:11'],
  ['at: 2025-09-30 10:00', 'missing-key 5:11'],
  ['at: 2025-09-30 10:00, act: submit', 'missing-key 5:34'],
  ['at: 2025-09-30 10:00, act: submit, by: requester, refused: tolate', 'unknown-word 5:66'],
])('a step { %s } is refused at its place', (step, expected) => {
  const { scenarios, findings } = parseScenarios('s.yaml', `${head}  - { ${step} }\n`)
  expect(scenarios).toEqual([])
  expect(findings.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([expected])
})

it('tells where somebody acts on what they do not see, or is said to be able to', () => {
  const act = '{ at: 2025-09-29 12:00, act: note, by: leader, with: { reason: 尽快 } }'
  const blinded = loadLibrary({ regulations: fixtures, calendars })
  const found = blinded.regulations.get('example-mailbox') ?? []
  const unseen = found.map((each) => ({
    ...each,
    visibility: { ...each.visibility, matters: [{ to: ['leader'], sees: 'none' as const, when: null, clause: ['3.1'] }] },
  }))
  const library = { ...blinded, regulations: new Map([['example-mailbox', unseen]]), versionInForce: () => unseen[0] ?? null }
  const text = `${head}${opening}  - ${act}\n  - { at: 2025-09-29 12:00, expect: { may: { leader: note }, mayNot: { leader: note } } }\n`
  const [scenario] = parseScenarios('s.yaml', text).scenarios
  const failures = scenario === undefined ? [] : runScenario(scenario, library).failures
  expect(failures.map(({ what }) => what)).toEqual(['act note: sees', 'may.leader.note'])
})
