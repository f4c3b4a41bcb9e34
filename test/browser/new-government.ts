import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { codeShown } from './authenticator.js'
import { demoPassword } from './demo.js'
import { startServer } from './server.js'

const concepts = fileURLToPath(new URL('../fixtures/concepts', import.meta.url))
/** Whoever gave the link may know it, so another follows. */
const firstPassword = '先用这一句话进来，然后再换'

type Asks = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>

export type NewGovernment = {
  readonly origin: string
  /** Of the administrator's second factor; each lets in once. */
  readonly recovery: readonly string[]
  /** Moves the clock of its rehearsal to a day. */
  goTo(on: string): Promise<void>
  stop(): Promise<void>
}

type Wanted = {
  readonly concept: string
  readonly government: string
  /** Who serves there, each in one role; the first in one that sees what the office owes. */
  readonly people: readonly { readonly login: string; readonly name: string; readonly role: string }[]
}

/** A government of its own under an invented regulation, without an end: set up by its one-time link, as an operator does it. */
export async function newGovernment({ concept, government, people }: Wanted): Promise<NewGovernment> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-regulations-'))
  cpSync(join(concepts, concept), join(folder, concept), { recursive: true })
  const file = join(folder, concept, '2025-01-01/regulation.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('to: 2026-12-31', 'to: null'))
  const server = await startServer({ HUIYIN_REGULATIONS: folder, HUIYIN_REQUESTS_PER_MINUTE: '0' })
  const { origin } = server
  await expect.poll(() => server.output()).toContain('/setup/')
  const link = /\/setup\/[\w-]+/.exec(server.output())?.[0] ?? ''
  const form = { name: '示例区', government, numberPrefix: '10', regulation: `${concept}@2025-01-01` }
  const first = { personName: '管理员', login: 'guan', password: demoPassword, again: demoPassword }
  expect(await post(origin + link, { ...form, ...first })).toBe(303)
  const admin = await speaker(origin, government, ['guan', demoPassword])
  const { secret } = await admin('POST', '/api/own/second-factor', { password: demoPassword })
  const { codes } = await admin('POST', '/api/own/second-factor/confirm', { code: codeShown(String(secret)) })

  // Whoever administers acts in no office: those are other people, with passwords of their own.
  for (const { login, name, role } of people) {
    const person = { login, name, roles: [{ role, unit: null }] }
    const { path } = await admin('POST', '/api/administration/people', person)
    expect(await post(origin + String(path), { password: firstPassword, again: firstPassword })).toBe(303)
    const own = await speaker(origin, government, [login, firstPassword])
    await own('POST', '/api/own/password', { current: firstPassword, password: demoPassword, again: demoPassword })
    expect((await own('GET', '/api/office-duties')).since).toMatch(/^\d{4}-/)
  }
  await admin('POST', '/api/administration/rehearsal', {})
  return {
    origin,
    recovery: codes as readonly string[],
    goTo: async (on) => void (await admin('POST', '/api/administration/rehearsal/clock', { on })),
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const post = async (url: string, form: Readonly<Record<string, string>>): Promise<number> =>
  (await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) })).status

async function speaker(origin: string, government: string, [login, password]: readonly [string, string]): Promise<Asks> {
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ government, login, password }),
  })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { csrf } = await signedIn.json()
  return async (method, path, body) => {
    const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' }
    const answer = await fetch(origin + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    expect(answer.status, `${path}: ${answer.ok ? '' : await answer.clone().text()}`).toBeLessThan(300)
    return answer.json()
  }
}
