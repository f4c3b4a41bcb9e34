import { afterAll, beforeAll, expect, it } from 'vitest'
import { statementsOf } from '../../../test/failing-statements.js'
import { matterNumber } from '../../store/index.js'
import { type TestApp, testApp } from '../app.fixtures.js'
import { knock } from '../requester/track-matter.js'
import { signIn } from './sign-in.js'

/** How long an answer takes tells nothing where the same is done for it: the same passwords weighed, the same asked of the database. */
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

type Work = { readonly weighed: readonly string[]; readonly statements: readonly string[]; readonly code: string | null }

async function workOf(
  work: (deps: TestApp['deps']) => Promise<{ readonly ok: boolean; readonly failure?: { readonly code: string } }>,
): Promise<Work> {
  const weighed: string[] = []
  const isRight = async (hash: string, text: string) => {
    weighed.push(text)
    return app.deps.passwords.isRight(hash, text)
  }
  const deps = { ...app.deps, passwords: { ...app.deps.passwords, isRight } }
  let code: string | null = null
  const statements = await statementsOf(async () => {
    code = (await work(deps)).failure?.code ?? null
  })
  return { weighed, statements, code }
}

const asked = (login: string, at: string) =>
  workOf((deps) =>
    signIn(deps, {
      ...{ government: 'demo', login, password: 'wrong', code: null, proof: null },
      ...{ address: `10.1.0.${at}`, device: null, agent: '', lang: 'zh' },
    }),
  )

it('a wrong password of an account and one of nobody are weighed and asked about alike', async () => {
  // What a node makes once is made.
  await asked('nobody', '1')
  const real = await asked('li', '2')
  expect(real.weighed).toEqual(['wrong'])
  expect(real.statements.length).toBeGreaterThan(2)
  expect(real.code).toBe('wrong-password')
  expect(await asked('nobody', '3')).toEqual(real)
})

it('a wrong code of a number that is there and of one that is not are asked about alike', async () => {
  const { number } = await app.submit()
  const knocked = (of: string, at: string) =>
    workOf((deps) => knock(deps, { number: of, code: 'WRONG2', address: `10.2.0.${at}`, proof: null, lang: 'zh' }))
  await knocked(number, '1')
  const there = await knocked(number, '2')
  expect(there.statements.length).toBeGreaterThan(0)
  expect(there.code).toBe('wrong-code')
  expect(await knocked(matterNumber(10, 9_999_000), '3')).toEqual(there)
  // A government that is not there is not told from one that is.
  expect(await knocked(matterNumber(98, 9_999_000), '4')).toEqual(there)
})
