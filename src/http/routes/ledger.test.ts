import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer } from '../../app/app.fixtures.js'
import type { LedgerPage } from '../../contract/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer()
})
afterAll(() => it_.close())

const read = async (who: SignedInAs | null, query: string, role?: string): Promise<LedgerPage> => {
  const answer = await it_.ask(who, 'GET', `/api/supervision/ledger?${query}`, role === undefined ? {} : { role })
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

async function handedTo(unit: string, letter: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { matter } = await it_.app.submit(letter)
  await it_.app.act(matter, officer, 'accept')
  await it_.app.act(matter, officer, 'dispatch', dispatchTo(unit))
  return String(matter)
}

it('tells page by page of all that are not over, what is due before what has no time, each once', async () => {
  const who = await it_.signIn('li')
  const made: string[] = []
  for (const unit of ['lighting', 'roads', 'lighting']) made.push(await handedTo(unit))
  const declined = String((await it_.app.submit({ title: '不归这里管' })).matter)
  const { rows: all, total } = await read(who, 'show=open&limit=40')
  expect(all.map(({ matter }) => matter.id)).toEqual(expect.arrayContaining([...made, declined]))
  expect(total).toBe(all.length)
  const dues = all.map(({ matter }) => matter.nextDueAt?.iso ?? '9')
  expect(dues).toEqual([...dues].sort())
  const paged: string[] = []
  let next: string | null = null
  do {
    const page: LedgerPage = await read(who, `show=open&limit=2${next === null ? '' : `&after=${encodeURIComponent(next)}`}`)
    expect(page.rows.length).toBeLessThanOrEqual(2)
    paged.push(...page.rows.map(({ matter }) => matter.id))
    next = page.next
  } while (next !== null)
  expect(paged).toEqual(all.map(({ matter }) => matter.id))
})

it('says who owes what in each, and nothing to whom the matter is hidden from', async () => {
  const hidden = await handedTo('roads', { title: '路灯所不作为', respondentUnit: 'lighting' })
  const seen = await handedTo('roads')
  const roads = await read(await it_.signIn('roads-1'), 'show=all')
  const row = roads.rows.find(({ matter }) => matter.id === seen)
  expect(row?.owed.some(({ key, duties }) => key.startsWith('share') && duties.length > 0)).toBe(true)
  expect(roads.rows.map(({ matter }) => matter.id)).toContain(hidden)
  const lighting = await read(await it_.signIn('lighting-1'), 'show=all', 'unit@lighting')
  expect(lighting.rows.map(({ matter }) => matter.id)).not.toContain(hidden)
  expect(lighting.total).toBe(lighting.rows.length)
})

it('is for staff alone, and refuses a page that it never gave', async () => {
  expect((await it_.ask(null, 'GET', '/api/supervision/ledger')).statusCode).toBe(401)
  const who = await it_.signIn('roads-1')
  for (const after of ['~nonsense', 'nonsense'])
    expect((await it_.ask(who, 'GET', `/api/supervision/ledger?after=${encodeURIComponent(after)}`)).statusCode).toBe(400)
})
