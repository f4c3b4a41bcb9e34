import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Field, instant } from '../../core/index.js'
import { type TestApp, testApp } from '../app.fixtures.js'
import { readMatter, recordAct } from '../index.js'
import { playedLife } from '../played-month.fixtures.js'
import { showingOf } from '../showing.js'
import { intakeActs } from './intake.js'
import { prefillView } from './prefill.js'
import { fieldView } from './view-act.js'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const person: Field = {
  id: 'officer',
  name: { zh: '承办人', en: '' },
  type: 'person',
  options: [],
  least: null,
  most: null,
  units: [],
  parts: [],
  needsLead: false,
  isIdentity: false,
  content: null,
  roles: [],
  stands: { kind: 'latest' },
  notBefore: null,
  notAfter: null,
  redacts: [],
  items: null,
  lists: [],
  default: undefined,
  prefill: null,
  hint: null,
  hintForStaff: null,
  isForStaff: false,
  clause: [],
}

it.each([
  ['a unit its own people, each once', { unit: 'lighting' }, ['灯甲']],
  ['the office everybody, with the unit', { unit: null }, ['李工', '灯甲 · 路灯所', '路甲 · 道路所']],
  ['nobody to whoever is no official', {}, []],
])('offers %s', (_, viewer, names) => {
  const { options } = fieldView(showingOf(app.office, 'zh'), person, { isNeeded: false, ...viewer })
  const offered = options.map(({ name }) => name)
  expect(offered).toEqual(expect.arrayContaining([...names]))
  expect(new Set(options.map(({ id }) => id)).size).toBe(options.length)
  if (names.length < 2) expect(offered).toEqual(names)
})

it('offers a unit whoever holds the role that is asked for, of whatever unit, and nobody else by a name', () => {
  const asked = { isNeeded: true, unit: 'lighting' }
  const view = fieldView(showingOf(app.office, 'zh'), { ...person, roles: ['office'] }, asked)
  expect(view.isOneOffered).toBe(true)
  expect(view.options.map(({ name }) => name)).toEqual(['李工', '王工'])
  expect(fieldView(showingOf(app.office, 'zh'), person, asked).isOneOffered).toBeUndefined()
})

it.each([
  ['a citizen the hint', {}, '写清时间'],
  ['staff what is for them', { unit: null }, '原信照录'],
])('tells %s', (_, viewer, told) => {
  const hints = { hint: { zh: '写清时间', en: 'When' }, hintForStaff: { zh: '原信照录', en: 'As it is' } }
  expect(fieldView(showingOf(app.office, 'zh'), { ...person, ...hints }, { isNeeded: false, ...viewer }).hint).toBe(told)
  expect(fieldView(showingOf(app.office, 'zh'), { ...person, hint: hints.hint }, { isNeeded: false, ...viewer }).hint).toBe(
    '写清时间',
  )
})

it.each([
  ['the day in words, in a text', { type: 'text', prefill: 'today' }, 'lighting', '2025年10月9日'],
  ['the day, as a day', { type: 'date', prefill: 'today' }, 'lighting', '2025-10-09'],
  ['the minute, as a time', { type: 'time', prefill: 'today' }, 'lighting', '2025-10-09 09:05'],
  ['the own unit by name, in a text', { type: 'text', prefill: 'ownUnit' }, 'lighting', '路灯所'],
  ['the own unit, as a unit', { type: 'unit', prefill: 'ownUnit' }, 'lighting', 'lighting'],
  ['nothing for whoever is of no unit', { type: 'text', prefill: 'ownUnit' }, null, undefined],
  ['nothing where the regulation asks for none', { type: 'text', prefill: null }, 'lighting', undefined],
] as const)('begins a form with %s', (_, rule, unit, value) => {
  const now = instant(new Date('2025-10-09T09:05:40+08:00').getTime())
  const { calendar } = app.office
  expect(prefillView(showingOf(app.office, 'zh'), { now, calendar }, { ...person, ...rule }, unit).prefill).toBe(value)
})

it('begins a yes or no that need not be answered with what stands, so that what is seen is what is recorded', async () => {
  const { app: played, office, matter } = await playedLife('dawukou-instructions', 'undated', '10-urging', 'urge')
  const viewer = { office, account: 'li', actor: { role: 'office', unit: null, person: 'li' }, lang: 'zh' as const }
  const begun = async () => {
    const read = await readMatter(played.deps, viewer, matter)
    if (!read.ok) throw new Error(JSON.stringify(read.failure))
    const { fields } = read.matter.acts.find(({ act }) => act === 'keepMemo') ?? { fields: [] }
    return fields.find(({ id }) => id === 'isHindering')?.value
  }
  expect(await begun()).toBe(false)
  const memo = { memo: '材料被扣押。', isHindering: true }
  const done = await recordAct(played.deps, { ...viewer, matter, act: 'keepMemo', with: memo, revision: null })
  expect(done).toMatchObject({ ok: true })
  expect(await begun()).toBe(true)
  await played.close()
})

it('tells of a field that may be left out where it may make needless what is asked for: a secret is not typed before it is said to be one', async () => {
  const { app: played, office } = await playedLife('dawukou-instructions', 'undated', '10-urging', 'urge')
  const registry = { role: 'registry', unit: null, person: 'li' }
  const acts = intakeActs(played.deps, { office, account: 'li', actor: registry, lang: 'zh' })
  const fields = acts.find(({ act }) => act === 'register')?.fields ?? []
  expect(fields.filter(({ lifts }) => lifts).map(({ id }) => id)).toEqual(['secrecy'])
  const ids = fields.map(({ id }) => id)
  expect(ids.indexOf('secrecy')).toBeLessThan(ids.indexOf('instruction'))
  await played.close()
})

it.each([
  ['one that must be answered', { isNeeded: true }, false, undefined],
  ['one that is there only where it must be', { isNeeded: false, isConditional: true }, false, undefined],
  ['one that may be left out', { isNeeded: false }, false, false],
  ['one that the regulation begins with yes', { isNeeded: true }, true, true],
])('begins a yes or no: %s', (_, asked, usual, value) => {
  const field: Field = { ...person, type: 'boolean', default: usual }
  expect(fieldView(showingOf(app.office, 'zh'), field, { ...asked, unit: 'lighting' }).value).toBe(value)
})
