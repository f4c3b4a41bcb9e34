import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer } from '../app/app.fixtures.js'
import { type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer()
})
afterAll(() => it_.close())

const handedTo = async (unit: string, letter: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const { matter } = await it_.app.submit(letter)
  await it_.app.act(matter, officer, 'accept')
  await it_.app.act(matter, officer, 'dispatch', dispatchTo(unit))
}

it('says what waits in the role that is not worn, and nothing of what is hidden from it', async () => {
  const who = await it_.signIn('lighting-1')
  const others = async (role: string) => (await it_.ask(who, 'GET', '/api/desk/others', { role })).json()
  expect(await others('unitHead@lighting')).toMatchObject({
    desks: [{ role: 'unit', unit: { id: 'lighting' }, open: 0, overdue: 0 }],
  })
  await handedTo('lighting')
  await handedTo('roads')
  await handedTo('roads', { title: '路灯所不作为', respondentUnit: 'lighting' })
  const desk = await it_.ask(who, 'GET', '/api/desk', { role: 'unit@lighting' })
  expect(desk.json().counts.open).toBeGreaterThan(0)
  expect(await others('unitHead@lighting')).toMatchObject({ desks: [{ role: 'unit', open: desk.json().counts.open }] })
  expect(await others('unit@lighting')).toMatchObject({ desks: [{ role: 'unitHead' }] })
})

it('has nothing to say to who wears one role, and is for staff alone', async () => {
  expect((await it_.ask(await it_.signIn('roads-1'), 'GET', '/api/desk/others')).json()).toEqual({ desks: [] })
  expect((await it_.ask(null, 'GET', '/api/desk/others')).statusCode).toBe(401)
})
