import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, unitOf } from '../app/app.fixtures.js'
import { packageType } from '../app/index.js'
import { type SignedInAs, saidBy, type TestServer, testServer } from './http.fixtures.js'

/** Whoever writes signs that turn the direction of writing into a title or a name turns nothing of ours. */
let it_: TestServer
const people = new Map<string, SignedInAs | null>()
const turns = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const title = '\u202E\u2067路灯\u2066不亮\u200F'
let matter: number
let sent: { number: string; code: string }
beforeAll(async () => {
  it_ = await testServer()
  const made = await it_.app.submit({ title })
  matter = made.matter
  sent = made
  await it_.app.act(matter, officer, 'accept')
  await it_.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  await it_.app.act(matter, unitOf('lighting'), 'reply', { result: '已经换了电缆，现在恢复照明，感谢您的来信和监督。' })
  for (const login of ['li', 'lead', 'lighting-1']) people.set(login, await it_.signIn(login))
  people.set('nobody', null)
})
afterAll(() => it_.close())

const paths = (): readonly string[] =>
  it_.routes
    .filter(({ method, url }) => method === 'GET' && url !== '/api/live')
    .map(({ url }) =>
      url.replace('*', '').replace(':government', 'demo').replace(':number', sent.number).replace(/:\w+/g, String(matter)),
    )

/** What is shown of an answer: of a package its pages alone, for the words as they were written stand in its records. */
const shownBy = (answer: Awaited<ReturnType<TestServer['ask']>>): string =>
  answer.headers['content-type'] === packageType ? saidBy(answer, /\.(html|csv)$/) : saidBy(answer)

it.each(['li', 'lead', 'lighting-1', 'nobody'])(
  '%s is shown no such sign by any page, list, preview, export or form',
  async (login) => {
    const cookies = login === 'nobody' ? await it_.open(sent) : {}
    const shown: string[] = []
    const turned: string[] = []
    for (const path of paths()) {
      const body = shownBy(await it_.ask(people.get(login) ?? null, 'GET', path, { cookies }))
      if (body.includes('路灯不亮')) shown.push(path)
      if (turns.test(body)) turned.push(path)
    }
    expect(turned).toEqual([])
    expect(shown.length).toBeGreaterThan(0)
  },
)

it('keeps what was written as it was', async () => {
  const loaded = await it_.app.deps.store.loadMatter('demo', matter, { scope: 'all', notHiddenFrom: [] })
  expect(JSON.stringify(loaded?.events)).toContain('\u202E\u2067路灯')
})

it('takes files under names without such signs', async () => {
  const line = 'b'
  const payload = `--${line}\r\ncontent-disposition: form-data; name="file"; filename="\u202Egpj.txt"\r\n\r\nwords\r\n--${line}--\r\n`
  const kept = await it_.ask(people.get('li') ?? null, 'POST', '/api/attachments', {
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${line}` },
  })
  expect(kept.json().name).toBe('gpj.txt')
})

it('finds it by what is seen', async () => {
  const found = await it_.ask(people.get('li') ?? null, 'GET', `/api/matters?q=${encodeURIComponent('灯不亮')}`)
  expect(found.json().rows).toHaveLength(1)
})
