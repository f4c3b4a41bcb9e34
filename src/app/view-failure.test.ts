import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Act, Condition, FieldSight, Prohibition, Regulation } from '../core/index.js'
import type { Library } from '../load/index.js'
import { dispatchTo, library, officer, type TestApp, testApp, unitOf } from './app.fixtures.js'
import { readMatter, recordAct, trackMatter } from './index.js'

const all = (...of: readonly Condition[]): Condition => ({ op: 'all', of })
const accused: Condition = { op: 'filled', field: 'respondentUnit', isFilled: true }
const isInquiry: Condition = { op: 'is', field: 'category', values: ['consultation'] }
const isPublishable: Condition = { op: 'count', act: 'markPublishable', atLeast: 1, atMost: null, apart: 0 }

const hidden: FieldSight = { fields: ['respondentUnit'], to: ['unit'], as: 'hidden', when: null, clause: [] }
const barred: Prohibition = {
  id: 'secret',
  name: { zh: '被投诉的不得反馈', en: '' },
  acts: ['tidy'],
  when: accused,
  clause: ['19.1'],
}
const known: Prohibition = {
  id: 'known',
  name: { zh: '投诉的不得延期', en: '' },
  acts: ['requestExtension'],
  when: { op: 'is', field: 'category', values: ['complaint'] },
  clause: ['14.3'],
}

/** The example, where units do not see who is complained of, and acts hang on it all the same. */
function guarded(regulation: Regulation): Regulation {
  const act = (id: string, more: Partial<Act>): Readonly<Record<string, Act>> => {
    const found = regulation.acts[id]
    return found === undefined ? {} : { [id]: { ...found, ...more } }
  }
  return {
    ...regulation,
    acts: {
      ...regulation.acts,
      ...act('explain', { when: all({ op: 'not', of: accused }, isInquiry) }),
      ...act('contact', { when: { op: 'any', of: [{ op: 'not', of: accused }, isPublishable] } }),
      ...act('withdraw', { when: isPublishable }),
    },
    prohibitions: [...regulation.prohibitions, { ...barred, acts: ['reply', 'requestExtension'] }, known],
    visibility: { ...regulation.visibility, fields: [hidden, ...regulation.visibility.fields] },
  }
}

const regulation = library.find('example-mailbox', '2025-01-01') as Regulation
const changed = guarded(regulation)
const used: Library = { ...library, find: (id, version) => (id === changed.id ? changed : library.find(id, version)) }

let app: TestApp
let matter: number
let number: string
const unit = unitOf('lighting')

beforeAll(async () => {
  app = await testApp('2025-09-29 10:00', used)
  ;({ matter, number } = await app.submit({ respondentUnit: 'schools' }))
  await app.act(matter, officer, 'accept')
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
})
afterAll(() => app.close())

async function refusalOf(act: string) {
  const read = await readMatter(app.deps, { office: app.office, actor: unit, account: 'lighting-1', lang: 'zh' }, matter)
  return read.ok ? read.matter.acts.find((each) => each.act === act)?.refusal : undefined
}

it('says which condition is not met and what is, and of one that rests on a hidden field only that there is one', async () => {
  const refusal = await refusalOf('explain')
  expect(refusal?.sentence).toBe(
    '现在还不能“说明超期原因”：有一项条件没有满足，这里不显示；须“类别”为“咨询”（现为“投诉”；由“受理”或“转办”写明）。',
  )
  expect(refusal?.because).toMatchObject([
    { now: null },
    { says: '须“类别”为“咨询”（现为“投诉”；由“受理”或“转办”写明）', now: '现为“投诉”' },
  ])
  expect(JSON.stringify(refusal)).not.toMatch(/被投诉单位|respondentUnit|教育局|schools/)
})

it('names among several choices those that may be known, and which act would do', async () => {
  const refusal = await refusalOf('contact')
  expect(refusal?.sentence).toContain('须先办“准予公开”')
  expect(JSON.stringify(refusal)).not.toMatch(/被投诉单位|respondentUnit|教育局|schools/)
})

it('names no prohibition, and no clause of it, that would tell what is hidden', async () => {
  const asked = {
    office: app.office,
    matter,
    actor: unit,
    act: 'reply',
    with: { result: '已经修好' },
    revision: null,
    lang: 'zh' as const,
  }
  const done = await recordAct(app.deps, asked)
  expect(done).toMatchObject({
    ok: false,
    failure: { code: 'forbidden', because: [{ says: '有一种情形不许这样办，这里不显示' }] },
  })
  expect(JSON.stringify(done)).not.toMatch(/被投诉|respondentUnit|教育局|schools|19\.1/)
})

it('names every prohibition that may be known, and of the others that there are some', async () => {
  const refusal = await refusalOf('requestExtension')
  expect(refusal?.sentence).toBe('规定禁止：有一种情形不许这样办，这里不显示；投诉的不得延期：因为“类别”为“投诉”。')
  expect(refusal?.clauses.map(({ id }) => id)).toEqual(['14.3'])
})

it('tells a requester nothing of what they were never told', async () => {
  const tracked = await trackMatter(app.deps, { government: 'demo', number, lang: 'zh' })
  const refusal = tracked.ok ? tracked.track.acts.find(({ act }) => act === 'withdraw')?.refusal : undefined
  expect(refusal?.sentence).toBe('现在还不能“撤回”：有一项条件没有满足，这里不显示。')
})

it('tells the office, who sees the field, what bars it', async () => {
  const other = await app.submit({ respondentUnit: 'schools' })
  await app.act(other.matter, officer, 'accept')
  const asked = { office: app.office, matter: other.matter, actor: officer, act: 'dispatch', revision: null, lang: 'zh' as const }
  const done = await recordAct(app.deps, { ...asked, with: dispatchTo('schools') })
  expect(done).toMatchObject({
    ok: false,
    failure: { detail: expect.stringContaining('规定禁止：不得转给被投诉单位：因为所选单位中有“被投诉单位”所指的单位') },
  })
})
