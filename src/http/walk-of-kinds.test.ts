import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { account, root } from '../app/app.fixtures.js'
import { recordAct } from '../app/index.js'
import { type Played, playedIn } from '../app/played-month.fixtures.js'
import { type SignedInAs, serverOver, type TestServer } from './http.fixtures.js'
import { ofItself, type Told, type Walk, walkAs } from './walk.fixtures.js'

/** What other kinds of matters keep from the units that handle them, asked of every route there is. */
let server: TestServer
afterEach(() => server.close())

type Life = Parameters<typeof playedIn>[1]

async function playedAs(
  life: Life,
  unit: string,
  at: string,
): Promise<Played & { readonly who: ReadonlyMap<string, SignedInAs> }> {
  const played = await playedIn(join(root, 'regulations'), life)
  const roles = Object.values(played.office.program.regulation.roles).filter(({ kind }) =>
    ['office', 'unit', 'leader'].includes(kind),
  )
  for (const { id, kind } of roles)
    await played.app.deps.store.putAccount('demo', account(id, id, [{ role: id, unit: kind === 'unit' ? unit : null }]))
  played.app.goTo(at)
  server = await serverOver(played.app)
  const who = new Map<string, SignedInAs>()
  for (const { id } of roles) who.set(id, await server.signIn(id))
  return { ...played, who }
}

const askedOf = ({ matter }: Played, regulation: string, words: string): Walk => ({
  ...{ matter, regulation, words, asOf: '2022-12-31 23:00', governments: ['demo'], methods: ['GET'] },
})

it.each([
  {
    life: { regulation: 'dawukou-supervision', version: 'undated', file: '07-supervision' },
    unit: 'housing',
    act: 'inspectCovertly',
    at: '2022-09-08 17:00',
    stated: { inspectedOn: '2022-09-08', inspectors: '王科长', inspectionPlace: '绝密小区', foundCovertly: '绝密：没有开工。' },
  },
  {
    life: { regulation: 'dawukou-instructions', version: 'undated', file: '10-urging', last: 'urge' },
    unit: 'education',
    act: 'keepMemo',
    at: '2022-12-06 11:00',
    stated: { memo: '绝密：锅炉在途。' },
  },
])('$life.regulation: $act is kept from the unit by every route, to the letter', { timeout: 180_000 }, async (each) => {
  const { life, unit, act, at, stated } = each
  const played = await playedAs(life, unit, at)
  const asked = askedOf(played, life.regulation, '绝密')
  const keptFrom = ['unit', 'unitHead']
  const before = new Map<string, readonly Told[]>()
  for (const role of keptFrom) before.set(role, await walkAs(server, played.who.get(role) ?? null, asked))
  const actor = { role: 'office', unit: null, person: 'office' }
  const { matter, office } = played
  const done = await recordAct(played.app.deps, { office, matter, actor, act, with: stated, revision: null, lang: 'zh' })
  expect(done).toMatchObject({ ok: true })
  const seen = await walkAs(server, played.who.get('office') ?? null, asked)
  expect(seen.filter(({ text }) => text.includes('绝密')).length).toBeGreaterThan(0)
  for (const role of keptFrom) {
    const was = new Map(before.get(role)?.map((told) => [told.asked, told.text]))
    const after = await walkAs(server, played.who.get(role) ?? null, asked)
    expect(after.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
    const different = after.filter((told) => !ofItself.test(told.asked) && was.get(told.asked) !== told.text)
    expect([role, different.map((told) => told.asked)]).toEqual([role, []])
  }
})

/** The regulation's own, with invented people. */
const examples = /\/scenarios\//

it('dawukou-proposals: who proposed in confidence is told to no role that may not know, by no route', {
  timeout: 180_000,
}, async () => {
  const title = '本人要求保密的：只有办公室和承办人看得到是谁，看了留痕；不公开'
  const life = { regulation: 'dawukou-proposals', version: 'undated', file: '07-secrecy', last: 'signFor', title }
  const played = await playedAs(life, 'transport', '2022-02-07 10:00')
  const asked = askedOf(played, life.regulation, '李代表')
  for (const role of ['unit', 'unitHead', 'coordinator', 'congressBody', 'cppccBody']) {
    const told = await walkAs(server, played.who.get(role) ?? null, asked)
    const naming = told.filter(({ asked, text }) => text.includes('李代表') && !examples.test(asked))
    expect([role, naming.map((each) => each.asked)]).toEqual([role, []])
    expect([role, told.filter(({ status }) => status >= 500).map((each) => each.asked)]).toEqual([role, []])
  }
})
