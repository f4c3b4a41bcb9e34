import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { account, root } from '../app/app.fixtures.js'
import { type Played, playedIn } from '../app/played-month.fixtures.js'
import type { FollowedPage } from '../contract/index.js'
import { type SignedInAs, serverOver, type TestServer } from './http.fixtures.js'

const proposals = { regulation: 'dawukou-proposals', version: 'undated' }
let played: Played
let server: TestServer

async function play(file: string, title: string, last?: string): Promise<void> {
  played = await playedIn(join(root, 'regulations'), { ...proposals, file, title, ...(last === undefined ? {} : { last }) })
  const { store, offices } = played.app.deps
  await store.putAccount('demo', account('office', '办公室甲', [{ role: 'office', unit: null }]))
  await store.putAccount('demo', account('transport', '交通甲', [{ role: 'unit', unit: 'transport' }]))
  await store.putAccount('demo', account('police', '公安甲', [{ role: 'unit', unit: 'police' }]))
  await store.putAccount('demo', account('cppcc', '政协甲', [{ role: 'cppccBody', unit: null }]))
  offices.forget('demo')
  server = await serverOver(played.app)
}
afterEach(() => server.close())

const read = async (who: SignedInAs, query: string): Promise<FollowedPage> => {
  const answer = await server.ask(who, 'GET', `/api/supervision/followed?${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}
const counted = ({ open, late, done, doneLate }: FollowedPage['all'][number]) => [open, late, done, doneLate]

/** One promise due in October 2022, kept in time; one due in March 2023. */
const promises = '几项承诺各有各的日子，一项一项跟踪、落实；还有一项没有落实的，不得办结'

it('promises stand in the year in which they are due, with the unit that made them, kept or late', async () => {
  await play('08-promises', promises, 'fulfilPromise')
  played.app.goTo('2022-10-20 10:00')
  const who = await server.signIn('office')
  const first = await read(who, '')
  expect(first.duties.map(({ id }) => id)).toEqual(['followUp', 'evaluate', 'replyAgain', 'publication'])
  expect([first.duty, first.years]).toEqual(['followUp', [2022, 2023]])
  expect(first.units.map(({ id, years }) => [id, years.map(counted)])).toEqual([
    [
      'transport',
      [
        [0, 0, 1, 0],
        [1, 0, 0, 0],
      ],
    ],
  ])
  expect(first.rows.map(({ item, unit, duty }) => [item?.stage.id, unit?.id, duty.status])).toEqual([
    ['promised', 'transport', 'open'],
  ])
  expect((await read(who, 'year=2022')).rows).toEqual([])
  expect((await read(who, 'year=2022&show=done')).rows.map(({ item }) => item?.stage.id)).toEqual(['kept'])
  expect((await read(who, 'unit=police&show=all')).rows).toEqual([])
})

it('one that is not kept by its day is late from the next midnight on, and was not before', async () => {
  await play('08-promises', promises, 'fulfilPromise')
  played.app.goTo('2023-04-01 00:00')
  const who = await server.signIn('office')
  const late = await read(who, 'show=late')
  expect(late.all.map(counted)).toEqual([
    [0, 0, 1, 0],
    [1, 1, 0, 0],
  ])
  expect(late.rows.map(({ duty }) => duty.status)).toEqual(['overdue'])
  const before = await read(who, 'show=late&asOf=2023-03-30')
  expect([before.all.map(counted), before.rows]).toEqual([
    [
      [0, 0, 1, 0],
      [1, 0, 0, 0],
    ],
    [],
  ])
})

it('each sheet that asks for an opinion: who has answered, what was said, and that it is answered again in time', async () => {
  await play('13-joint-signers', '再次答复以后仍不满意：不再自动重办，责令整改；都填了以后办公室可以要求再办一次')
  const who = await server.signIn('office')
  const sheets = await read(who, 'duty=evaluate&show=all')
  // The first deputy was asked twice and was not content twice; the second's first sheet was replaced.
  expect(sheets.all.map(counted)).toEqual([[0, 0, 3, 0]])
  expect(sheets.ratings.map(({ id, options }) => [id, options.map((each) => [each.id, each.count, each.isPoor])])).toEqual([
    [
      'transport',
      [
        ['satisfied', 1, false],
        ['basicallySatisfied', 0, false],
        ['dissatisfied', 2, true],
      ],
    ],
  ])
  expect((await read(who, 'duty=evaluate&year=2021')).ratings).toEqual([])
  const again = await read(who, 'duty=replyAgain&show=all')
  expect([again.all.map(counted), again.ratings]).toEqual([[[1, 0, 1, 0]], []])
})

it('whoever sees no such matter is told of none, and nobody without a session', async () => {
  await play('08-promises', promises)
  for (const login of ['police', 'cppcc']) {
    const page = await read(await server.signIn(login), 'show=all')
    expect([page.units, page.all, page.rows]).toEqual([[], [], []])
  }
  expect((await read(await server.signIn('transport'), 'show=all')).rows).toHaveLength(2)
  expect((await server.ask(null, 'GET', '/api/supervision/followed')).statusCode).toBe(401)
})
