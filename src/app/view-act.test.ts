import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Field } from '../core/index.js'
import { type TestApp, testApp } from './app.fixtures.js'
import { showingOf } from './showing.js'
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
  stands: { kind: 'latest' },
  notBefore: null,
  notAfter: null,
  redacts: [],
  items: null,
  lists: [],
  default: undefined,
  hint: null,
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
