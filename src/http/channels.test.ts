import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../app/app.fixtures.js'
import type { Problem } from '../contract/index.js'
import { type Act, addDays, day, dayText, type Field, type Regulation } from '../core/index.js'
import { listRegulations, loadLibrary } from '../load/index.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

const folders = [...new Set(listRegulations(join(root, 'regulations')).map(({ id }) => id))]
const library = loadLibrary({
  regulations: [join(root, 'test/fixtures/regulations'), join(root, 'regulations')],
  calendars: join(root, 'calendars'),
})
const regulations = folders.map((folder) => {
  const latest = library.regulations.get(folder)?.at(-1)
  if (latest === undefined) throw new Error(`no regulation in ${folder}`)
  return latest
})

/** The day on which a matter is entered: soon after the text began to hold; for an undated one, after the day recorded for it. */
const recordedFrom = '2025-03-03'
const enteredOn = ({ effectiveFrom, isForceAwaited }: Regulation): string =>
  dayText(addDays(day(isForceAwaited || effectiveFrom === null ? recordedFrom : effectiveFrom), 7))

/** Whoever may open a matter: staff by the intake, everybody else by the portal, which stands for one channel. */
type Door = { readonly act: Act; readonly role: string; readonly isStaff: boolean }
const doorsOf = ({ acts, roles }: Regulation): readonly Door[] =>
  Object.values(acts)
    .filter(({ starts, needs, takes }) => starts && [...needs, ...takes].includes('channel'))
    .flatMap((act) => act.by.map((role) => ({ act, role, isStaff: roles[role]?.kind !== 'requester' })))

const optionsOf = ({ fields }: Regulation) => fields.channel?.options ?? []

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer(0, false, library)
  const { store } = it_.app.deps
  for (const [index, regulation] of regulations.entries()) {
    const { id, version, roles, isForceAwaited } = regulation
    const renewal = { regulation: id, version, from: recordedFrom, to: null, instrument: 'recorded for the test' }
    await store.putGovernment({
      government: id,
      name: id,
      numberPrefix: 20 + index,
      regulation: id,
      regulationVersion: version,
      settings: { renewals: isForceAwaited ? [renewal] : [], secondFactor: 'offered' },
    })
    await store.putUnits(id, [{ unit: 'unit1', name: 'Unit 1', kind: 'unit', parent: null }])
    for (const role of Object.values(roles)) {
      await store.putAccount(id, {
        account: role.id,
        login: role.id,
        name: role.id,
        passwordHash: 'plain:right password',
        isAdmin: false,
        isDisabled: false,
        roles: [{ role: role.id, unit: role.kind === 'unit' ? 'unit1' : null }],
      })
    }
  }
})
afterAll(() => it_.close())

async function signIn(government: string, login: string): Promise<SignedInAs> {
  const payload = { government, login, password: 'right password' }
  const answer = await it_.server.inject({ method: 'POST', url: '/api/session', payload })
  const cookie = answer.cookies.find(({ name }) => name === 'huiyin_session')
  return { cookie: `${cookie?.name}=${cookie?.value}`, csrf: answer.json().csrf }
}

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
async function upload(who: SignedInAs | null, government: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([pdf]), 'scan.pdf')
  const request = new Request('http://x', { method: 'POST', body: form })
  const answer = await it_.ask(who, 'POST', `/api/attachments?government=${government}`, {
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

/** Something a person could have stated in a field. */
async function sample(field: Field, on: string, keep: () => Promise<string>): Promise<unknown> {
  switch (field.type) {
    case 'choice':
      return field.options[0]?.id
    case 'choices':
      return [field.options[0]?.id]
    case 'boolean':
      return true
    case 'number':
      return field.least ?? 1
    case 'date':
      return on
    case 'time':
      return `${on} 08:00`
    case 'unit':
      return 'unit1'
    case 'attachments':
      return [await keep()]
    case 'text':
    case 'longText':
      if (field.content === 'telephone') return '13800000000'
      if (field.content === 'email') return 'me@example.com'
      return 'x'.repeat(Math.max(field.least ?? 0, 12))
    default:
      throw new Error(`no sample of ${field.type}`)
  }
}

type Entering = { readonly regulation: Regulation; readonly door: Door; readonly who: SignedInAs | null }
const enter = ({ regulation, door, who }: Entering, stated: Readonly<Record<string, unknown>>) =>
  door.isStaff
    ? it_.ask(who, 'POST', `/api/matters/new/acts/${door.act.id}`, { role: door.role, payload: { with: stated } })
    : it_.ask(null, 'POST', '/api/matters', { payload: { government: regulation.id, with: stated } })

const namesOf = (problem: Problem): readonly string[] => (problem.missing ?? []).map(({ id }) => id)

/** States what is asked for until nothing is; answers what had to be stated, or the refusal for any other reason. */
async function fillIn(entering: Entering, stated: Readonly<Record<string, unknown>>) {
  const { regulation, who } = entering
  const asked: string[] = []
  let filled = stated
  for (let round = 0; round < 5; round += 1) {
    const answer = await enter(entering, filled)
    if (answer.statusCode === 201) return { answer, asked, filled }
    const missing = namesOf(answer.json())
    if (missing.length === 0) return { answer, asked, filled }
    for (const id of missing) {
      const field = regulation.fields[id]
      if (field === undefined) throw new Error(`${id} is asked for and is no field`)
      asked.push(id)
      filled = { ...filled, [id]: await sample(field, enteredOn(regulation), () => upload(who, regulation.id)) }
    }
  }
  throw new Error(`${regulation.id} never has enough: ${asked.join(', ')}`)
}

const isChannel = (when: unknown, option: string): boolean => JSON.stringify(when).includes(`"${option}"`)

/** A text whose matters come by no channel has none to try. */
const withChannels = regulations.filter((regulation) => doorsOf(regulation).length > 0)

describe.each(withChannels.map((regulation) => [regulation.id, regulation] as const))('%s', (_id, regulation) => {
  it.each(optionsOf(regulation).map(({ id }) => id))('%s is entered by whoever may, with what it needs', async (channel) => {
    it_.app.goTo(`${enteredOn(regulation)} 10:00`)
    const entered: string[] = []
    for (const door of doorsOf(regulation)) {
      const who = door.isStaff ? await signIn(regulation.id, door.role) : null
      const entering = { regulation, door, who }
      const { answer, asked, filled } = await fillIn(entering, { channel })
      if (answer.statusCode !== 201) {
        // A channel of another door: refused by a rule, and the rule is named.
        expect(answer.json()).toMatchObject({ code: 'forbidden', clauses: [expect.anything()] })
        continue
      }
      const found = await it_.app.deps.store.findByNumber(regulation.id, answer.json().number, {
        scope: 'all',
        notHiddenFrom: [],
      })
      // The portal states its own channel, whatever is sent to it.
      if (found?.channel !== channel) continue
      entered.push(door.role)

      const always = door.act.needs.filter((id) => id !== 'channel' && regulation.fields[id]?.default === undefined)
      expect(asked).toEqual(expect.arrayContaining(always))
      const ofChannel = door.act.needsWhen.filter(({ when }) => isChannel(when, channel)).flatMap(({ fields }) => fields)
      expect(asked).toEqual(expect.arrayContaining(ofChannel))
      for (const id of asked) {
        const { [id]: _, ...without } = filled
        const refused = await enter(entering, without)
        expect(refused.statusCode, id).toBe(422)
        expect(namesOf(refused.json())).toContain(id)
      }
      for (const id of asked.filter((each) => regulation.fields[each]?.type === 'attachments')) {
        const kept = Array.isArray(filled[id]) ? filled[id][0] : ''
        const scan = await it_.ask(who, 'GET', `/api/attachments/${kept}`, { role: door.role })
        expect([scan.statusCode, scan.headers['content-type'], scan.rawPayload]).toEqual([200, 'application/pdf', pdf])
      }
    }
    expect(entered).not.toEqual([])
  })
})
