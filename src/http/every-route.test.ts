import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatchTo, officer } from '../app/app.fixtures.js'
import { type SignedInAs, saidBy, type TestServer, testServer } from './http.fixtures.js'
import { waysOf } from './walk.fixtures.js'

/** Words that stand in one matter alone, and nowhere else. */
const secretTitle = '绝密标题甲乙丙'
const secretBody = '绝密内容：承办的人打听是谁写的，请不要让他知道。'
const phone = '13912345678'

let it_: TestServer
let hidden: { matter: number; number: string; code: string }
const routes: { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string }[] = []
const people = new Map<string, SignedInAs | null>()

beforeAll(async () => {
  it_ = await testServer()
  hidden = await it_.app.submit({ title: secretTitle, body: secretBody, phone, respondentUnit: 'roads' })
  await it_.app.act(hidden.matter, officer, 'accept')
  await it_.app.act(hidden.matter, officer, 'dispatch', dispatchTo('lighting'))
  const { paths } = (await it_.ask(null, 'GET', '/openapi.json')).json() as { paths: Record<string, Record<string, unknown>> }
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) routes.push({ method: method.toUpperCase() as 'GET', path })
  }
  // Nobody takes back any more what was done so far.
  it_.app.goTo('2025-09-29 12:00')
  for (const login of ['li', 'lead', 'lighting-1', 'roads-1', 'schools-1', 'police-1']) people.set(login, await it_.signIn(login))
  people.set('nobody', null)
})
afterAll(() => it_.close())

/** Every place in a path that names something is filled with the hidden matter. */
const pathOf = (path: string): string =>
  path
    .replace(/\{number\}/g, hidden.number)
    .replace(/\{act\}/g, 'reply')
    .replace(/\{government\}/g, 'demo')
    .replace(/\{[^}]+\}/g, String(hidden.matter))

const bodies: readonly object[] = [
  {},
  { with: {} },
  { with: { result: '已修好' }, text: '已修好' },
  { targets: [{ matter: 'MATTER' }], act: 'reply', with: {} },
  { reason: '核对', what: 'identity' },
]

async function everyAnswer(
  login: string,
): Promise<readonly { readonly route: string; readonly status: number; readonly text: string }[]> {
  const who = people.get(login) ?? null
  const answers: { route: string; status: number; text: string }[] = []
  const waysTo = await waysOf(it_, { words: '绝密', asOf: '2025-09-29 11:30' })
  for (const { method, path } of routes) {
    if (path === '/api/session' || path.includes('live')) continue
    const asked = method === 'GET' ? [undefined] : bodies
    for (const body of asked) {
      const payload =
        body === undefined ? {} : { payload: JSON.parse(JSON.stringify(body).replace('MATTER', String(hidden.matter))) }
      for (const way of method === 'GET' ? waysTo(path) : ['']) {
        const url = `${pathOf(path)}${way}`
        const answer = await it_.ask(who, method, url, payload)
        answers.push({ route: `${method} ${url}`, status: answer.statusCode, text: saidBy(answer) })
      }
    }
  }
  return answers
}

const tellsOf = (text: string): boolean => text.includes('绝密') || text.includes('打听是谁写的')

describe('every route, asked by everybody', () => {
  it('there are routes, and the matter is there to be found', async () => {
    expect(routes.length).toBeGreaterThan(40)
    const seen = await everyAnswer('li')
    expect(seen.some(({ text }) => tellsOf(text))).toBe(true)
    expect((await everyAnswer('lighting-1')).some(({ text }) => tellsOf(text))).toBe(true)
  })

  it.each(['nobody', 'roads-1', 'schools-1', 'police-1'])(
    '%s learns nothing of a matter the gate keeps from them',
    async (login) => {
      const telling = (await everyAnswer(login)).filter(({ text }) => tellsOf(text))
      expect(telling.map(({ route, status }) => `${status} ${route}`)).toEqual([])
    },
  )

  it.each(['nobody', 'roads-1', 'schools-1', 'police-1'])('%s is never shown the sealed telephone number', async (login) => {
    const telling = (await everyAnswer(login)).filter(({ text }) => text.includes(phone))
    expect(telling.map(({ route, status }) => `${status} ${route}`)).toEqual([])
  })

  it('nobody who asked so left a trace in the matter, and no question was a fault of the server', async () => {
    const before = await it_.ask(people.get('li') ?? null, 'GET', `/api/matters/${hidden.matter}`)
    for (const login of ['nobody', 'roads-1', 'schools-1', 'police-1']) {
      const faults = (await everyAnswer(login)).filter(({ status }) => status >= 500)
      expect(faults.map(({ route, status }) => `${status} ${route}`)).toEqual([])
    }
    const after = await it_.ask(people.get('li') ?? null, 'GET', `/api/matters/${hidden.matter}`)
    expect(after.json().revision).toBe(before.json().revision)
    expect(after.json().reveals).toEqual(before.json().reveals)
  })
})
