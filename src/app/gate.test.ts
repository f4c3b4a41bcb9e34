import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, sightOf } from '../core/index.js'
import type { Library } from '../load/index.js'
import { seesAll } from '../store/index.js'
import { dispatchTo, library, linesOf, officer, type TestApp, testApp, unitOf } from './app.fixtures.js'
import { gateOf, ledgerFile, listDuties, listMatters, readMatter } from './index.js'
import { givenOf } from './matter/open-matter.js'

/** The invented regulation with rules that hang on a matter's facts: a person who is complained about, a leader who sees what is major. */
const strict: Library = {
  ...library,
  find: (id, version) => {
    const found = library.find(id, version)
    if (found === null) return null
    const respondentUnit = found.fields.respondentUnit ?? raise()
    const respondent = { ...respondentUnit, id: 'respondentPerson', type: 'person' as const }
    const submit = found.acts.submit ?? raise()
    return {
      ...found,
      fields: {
        ...found.fields,
        respondentPerson: respondent,
        informedPerson: { ...respondent, id: 'informedPerson' },
        informedUnit: { ...respondentUnit, id: 'informedUnit' },
      },
      acts: {
        ...found.acts,
        submit: { ...submit, takes: [...submit.takes, 'respondentPerson', 'informedPerson', 'informedUnit'] },
      },
      visibility: {
        ...found.visibility,
        matters: [
          { to: ['unit'], sees: 'none', when: { op: 'viewer', field: 'respondentPerson' }, clause: ['19.1'] },
          { to: ['unit'], sees: 'all', when: { op: 'viewer', field: 'informedUnit' }, clause: ['3.1'] },
          { to: ['unitHead'], sees: 'all', when: { op: 'part', parts: ['lead'] }, clause: ['3.1'] },
          { to: ['unitHead'], sees: 'none', when: null, clause: ['3.1'] },
          { to: ['leader'], sees: 'all', when: { op: 'viewer', field: 'informedPerson' }, clause: ['3.1'] },
          { to: ['office'], sees: 'all', when: { op: 'viewer', field: 'informedPerson' }, clause: ['3.1'] },
          { to: ['office'], sees: 'none', when: { op: 'filled', field: 'informedPerson', isFilled: true }, clause: ['3.1'] },
          { to: ['leader'], sees: 'all', when: { op: 'is', field: 'category', values: ['help'] }, clause: ['3.1'] },
          { to: ['leader'], sees: 'none', when: null, clause: ['3.1'] },
        ],
      },
    }
  },
}

function raise(): never {
  throw new Error('the fixture has changed')
}

let app: TestApp
const made: Record<string, number> = {}

beforeAll(async () => {
  app = await testApp('2025-09-29 10:00', strict)
  made.plain = (await app.submit({ title: '路灯不亮其一' })).matter
  made.aboutUnit = (await app.submit({ title: '路灯所态度差其二', respondentUnit: 'lighting' })).matter
  made.aboutPerson = (await app.submit({ title: '道路所某人其三', respondentPerson: 'roads-1' })).matter
  made.help = (await app.submit({ title: '求助之事其四', category: 'help' })).matter
  made.informed = (
    await app.submit({
      title: '只给几个人看的其五',
      informedUnit: 'schools',
      informedPerson: 'lead',
      respondentPerson: 'schools-2',
    })
  ).matter
  made.forOfficer = (await app.submit({ title: '只给李工看的其六', informedPerson: 'li' })).matter
  for (const [name, unit] of [
    ['plain', 'lighting'],
    ['aboutUnit', 'roads'],
    ['aboutPerson', 'roads'],
  ] as const) {
    await app.act(made[name] ?? 0, officer, 'accept')
    await app.act(made[name] ?? 0, officer, 'dispatch', dispatchTo(unit))
  }
})
afterAll(() => app.close())

const actors: readonly Actor[] = [
  officer,
  unitOf('lighting'),
  unitOf('roads'),
  { role: 'unit', unit: 'roads', person: 'roads-2' },
  unitOf('schools'),
  { role: 'unitHead', unit: 'lighting', person: 'x' },
  { role: 'unit', unit: 'schools', person: 'schools-2' },
  { role: 'unitHead', unit: 'roads', person: 'y' },
  { role: 'office', unit: null, person: 'wang' },
  { role: 'office', unit: null, person: 'wang', behalf: 'li' },
  { role: 'leader', unit: null, person: 'lead' },
  { role: 'leader', unit: null, person: 'lead-2' },
  { role: 'police', unit: null, person: 'police-1' },
  { role: 'requester', unit: null, person: null },
  { role: 'unit', unit: null, person: 'lost' },
  { role: 'nobody', unit: null, person: 'x' },
]

const page = { limit: 50 }
const nameOf = ({ role, unit, person, behalf }: Actor) =>
  `${role}@${unit}#${person}${behalf === undefined ? '' : ` for ${behalf}`}`

describe.each(actors.map((actor) => [nameOf(actor), actor] as const))('%s', (_name, actor) => {
  const viewer = () => ({ office: app.office, actor, account: actor.person ?? '', lang: 'zh' as const })

  it('is shown by list, search, count, export, desk and read exactly what the regulation lets it see', async () => {
    const { deps, office } = app
    const seen: number[] = []
    for (const matter of Object.values(made)) {
      const loaded = await deps.store.loadMatter('demo', matter, seesAll)
      if (loaded === null) throw new Error()
      const isStaff = office.program.regulation.roles[actor.role] !== undefined && actor.role !== 'requester'
      if (isStaff && sightOf(givenOf(office, loaded, deps.now()), actor).sees !== 'none') seen.push(matter)
    }
    const gate = gateOf(office, actor)
    const listed = await listMatters(deps, viewer(), { filter: {}, sort: 'received', page })
    expect(listed.rows.map(({ id }) => Number(id)).sort()).toEqual(seen)
    expect(listed.total).toBe(seen.length)
    const searched = await listMatters(deps, viewer(), { filter: { text: '其' }, sort: 'received', page })
    expect(searched.rows.map(({ id }) => Number(id)).sort()).toEqual(seen)
    const file = await linesOf(ledgerFile(deps, { office, gate, kind: 'matters', filter: {}, lang: 'zh' }, 'jsonl'))
    expect(file).toHaveLength(seen.length)
    const duties = (await linesOf(ledgerFile(deps, { office, gate, kind: 'duties', filter: {}, lang: 'zh' }, 'jsonl'))).map(
      (line) => JSON.parse(line).number,
    )
    const numbers = listed.rows.map(({ number }) => number)
    expect(duties.filter((number) => !numbers.includes(number))).toEqual([])
    const desk = await listDuties(deps, viewer(), { show: 'all', page })
    expect(desk.rows.filter((row) => !seen.includes(Number(row.matter)))).toEqual([])
    if (actor.role === 'requester') return
    for (const matter of Object.values(made)) {
      const read = await readMatter(deps, viewer(), matter)
      expect(read.ok).toBe(seen.includes(matter))
    }
  })
})

it('keeps a unit that is complained about from knowing of the matter at all, even where its name is searched', async () => {
  const viewer = { office: app.office, actor: unitOf('lighting'), account: 'lighting-1', lang: 'zh' as const }
  const found = await listMatters(app.deps, viewer, { filter: { text: '态度差' }, sort: 'received', page })
  expect(found).toMatchObject({ rows: [], total: 0 })
  expect(await readMatter(app.deps, viewer, made.aboutUnit ?? 0)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})
