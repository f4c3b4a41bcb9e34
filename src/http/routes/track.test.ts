import { afterAll, beforeAll, expect, it } from 'vitest'
import { matterNumber } from '../../store/index.js'
import { solveProof } from '../../web/parts/solve-proof.js'
import { type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer()
})
afterAll(() => it_.close())

const knock = (typed: { number: string; code: string; proof?: string | null }, remoteAddress = '10.0.0.1') =>
  it_.server.inject({ method: 'POST', url: '/api/track', payload: typed, remoteAddress })

it('exchanges number and code for a cookie that holds no code, and ends with it', async () => {
  const { number, code } = await it_.app.submit()
  const opened = await knock({ number, code })
  expect(opened.json()).toMatchObject({ number, shown: { id: 'waiting' } })
  const cookie = String(opened.headers['set-cookie'])
  expect(cookie).toMatch(/^track=[\w-]+; Max-Age=1800; Path=\/api\/track; HttpOnly; SameSite=Lax$/)
  expect(cookie).not.toContain(code)
  const cookies = { track: opened.cookies[0]?.value ?? '' }
  expect((await it_.ask(null, 'GET', '/api/track', { cookies })).json()).toMatchObject({ number })
  const left = await it_.ask(null, 'DELETE', '/api/track', { cookies })
  expect(String(left.headers['set-cookie'])).toContain('track=;')
  expect((await it_.ask(null, 'GET', '/api/track', { cookies: { track: 'forged' } })).json()).toMatchObject({
    code: 'not-opened',
  })
})

it('takes number and code as Chinese input methods and chats leave them', async () => {
  const { number, code } = await it_.app.submit()
  const wide = (text: string) => [...text].map((each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0)).join('')
  expect((await knock({ number: wide(number), code })).statusCode).toBe(200)
  expect((await knock({ number, code: wide(code.toLowerCase()) })).statusCode).toBe(200)
  expect((await knock({ number: `编号：${number}\u200b`, code: `查询码： ${code}` })).statusCode).toBe(200)
  expect((await knock({ number: `示例区 编号 ${number} 查询码 ${code}`, code: '' })).statusCode).toBe(200)
})

it('tells by nothing whether a number is there', async () => {
  const { number } = await it_.app.submit()
  const nobodys = matterNumber(10, 9_999_000)
  const answers = async (asked: string, address: string) => {
    const all = []
    for (const _ of Array(7)) all.push(await knock({ number: asked, code: 'WRONG2' }, address))
    return all.map((answer) => [answer.statusCode, answer.json().code, answer.headers['retry-after'] ?? null])
  }
  const [there, missing] = [await answers(number, '10.0.1.1'), await answers(nobodys, '10.0.1.2')]
  expect(there).toEqual(missing)
  expect(there.map(([status]) => status)).toEqual([403, 403, 403, 403, 403, 429, 429])
})

it('counts guesses that come together before it weighs one, and a refused one opens nothing', async () => {
  const { number, code } = await it_.app.submit()
  const wrong = Array.from({ length: 20 }, () => knock({ number, code: 'WRONG2' }, '10.0.2.1'))
  const answers = await Promise.all(wrong)
  expect(answers.filter(({ statusCode }) => statusCode === 403)).toHaveLength(5)
  expect((await knock({ number, code }, '10.0.2.1')).statusCode).toBe(429)
})

it('never locks an owner out: elsewhere they notice nothing, and at the same address they may work instead of waiting', async () => {
  const { number, code } = await it_.app.submit()
  for (const _ of Array(40)) await knock({ number, code: 'WRONG2' }, '10.0.3.1')
  expect((await knock({ number, code }, '10.0.3.2')).statusCode).toBe(200)
  const held = await knock({ number, code }, '10.0.3.1')
  expect(held.statusCode).toBe(429)
  const proof = await solveProof(held.json().challenge)
  expect((await knock({ number, code, proof }, '10.0.3.1')).statusCode).toBe(200)
  expect((await knock({ number, code, proof }, '10.0.3.1')).statusCode).toBe(200)
})

it('says what is no number, and does not count it', async () => {
  const { number, code } = await it_.app.submit()
  const answers = await Promise.all(Array.from({ length: 40 }, () => knock({ number: '123', code: 'ABC234' }, '10.0.4.1')))
  expect(new Set(answers.map((answer) => answer.json().code))).toEqual(new Set(['wrong-number']))
  expect((await knock({ number, code }, '10.0.4.1')).statusCode).toBe(200)
})
