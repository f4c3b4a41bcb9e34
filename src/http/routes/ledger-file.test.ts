import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer } from '../../app/app.fixtures.js'
import { sheetCells } from '../../app/tables/table-files.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs
let he: SignedInAs

beforeAll(async () => {
  it_ = await testServer()
  const { matter } = await it_.app.submit({ title: '路灯不亮' })
  await it_.app.act(matter, officer, 'accept')
  await it_.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  await it_.app.submit({ title: '水管漏水' })
  li = await it_.signIn('li')
  he = await it_.signIn('lighting-1')
})
afterAll(() => it_.close())

const chosen = [
  { id: 'title', head: '来信标题' },
  { id: 'number', head: '' },
]
const columns = encodeURIComponent(JSON.stringify(chosen))
const get = (who: SignedInAs, path: string) => it_.ask(who, 'GET', path, { role: who === li ? 'office' : 'unit@lighting' })
const keep = (who: SignedInAs, body: object) =>
  it_.ask(who, 'POST', '/api/ledger/layouts', { role: who === li ? 'office' : 'unit@lighting', body })

it('takes the columns that are named, in their order and under their heads, in every format', async () => {
  const csv = (await get(li, `/api/ledger?columns=${columns}&q=路灯不亮`)).body.split('\r\n')
  expect(csv[0]).toBe('\uFEFF来信标题,编号')
  expect(csv[1]).toMatch(/^路灯不亮,"?\t?\d+/)
  const book = await get(li, `/api/ledger?columns=${columns}&format=xlsx`)
  expect(sheetCells(book.rawPayload, '事项台账')[0]).toEqual(['来信标题', '编号'])
  const lines = (await get(li, `/api/ledger?columns=${columns}&format=jsonl&q=路灯不亮`)).body
  expect(Object.keys(JSON.parse(lines))).toEqual(['来信标题', '编号'])
  expect((await get(li, '/api/ledger?columns=x')).statusCode).toBe(400)
})

it('shows the first rows of what would go out, as far as the reader sees', async () => {
  const titles = async (who: SignedInAs) => {
    const { columns, rows } = (await get(who, '/api/ledger/look')).json()
    const at = columns.findIndex(({ id }: { id: string }) => id === 'title')
    return rows.map((row: string[]) => row[at]).sort()
  }
  expect(await titles(li)).toEqual(['水管漏水', '路灯不亮'])
  expect(await titles(he)).toEqual(['路灯不亮'])
})

it('keeps a layout for the office; units use it, and neither keep nor remove one', async () => {
  expect((await keep(he, { name: '月报', kind: 'matters', columns: chosen })).statusCode).toBe(403)
  expect((await keep(li, { name: ' 月报 ', kind: 'matters', columns: chosen })).json()).toMatchObject({ name: '月报' })
  expect((await get(he, '/api/ledger/look')).json()).toMatchObject({
    mayKeep: false,
    layouts: [{ name: '月报', columns: chosen }],
  })
  expect((await get(he, `/api/ledger?layout=${encodeURIComponent('月报')}`)).body).toMatch(/^\uFEFF来信标题,编号\r\n路灯不亮,/)
  const path = `/api/ledger/layouts/${encodeURIComponent('月报')}`
  expect((await it_.ask(he, 'DELETE', path, { role: 'unit@lighting' })).statusCode).toBe(403)
  expect((await it_.ask(li, 'DELETE', path, { role: 'office' })).statusCode).toBe(204)
  expect((await it_.ask(li, 'DELETE', path, { role: 'office' })).statusCode).toBe(404)
  const gone = await get(he, `/api/ledger?layout=${encodeURIComponent('月报')}`)
  expect([gone.statusCode, gone.json().detail]).toEqual([404, expect.stringContaining('月报')])
})

it.each([
  ['no name', { name: '  ', kind: 'matters', columns: chosen }],
  ['a column there is not', { name: 'x', kind: 'matters', columns: [{ id: 'phone', head: '' }] }],
  ['a column twice', { name: 'x', kind: 'duties', columns: [chosen[0], chosen[0]] }],
])('refuses a layout with %s, and says why', async (_, body) => {
  const answer = await keep(li, body)
  expect([answer.statusCode, answer.json().detail.length > 5]).toEqual([422, true])
})
