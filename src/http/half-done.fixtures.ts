import type { InjectOptions } from 'fastify'
import type pg from 'pg'
import { expect } from 'vitest'
import { changedIn, failingAt, standing } from '../../test/failing-statements.js'
import { sendWithFiles } from '../app/app.fixtures.js'
import { codeAt } from '../app/own/one-time-code.js'
import type { SignedInAs, TestServer } from './http.fixtures.js'

/** How a route is asked so that it would be done; made anew for each try, before what stands is looked at. */
export type Asked = {
  readonly who?: () => SignedInAs | null | Promise<SignedInAs>
  readonly url?: () => string | Promise<string>
  readonly role?: string
  readonly body?: () => object | Promise<object>
  readonly more?: Partial<InjectOptions>
  /** What stands in a form, of a page that sends one. */
  readonly form?: () => Readonly<Record<string, string>>
  readonly cookies?: () => Promise<Readonly<Record<string, string>>>
  /** Done in one piece; what is read afterwards, to tell of it or make anew from it, may fail. It is looked at again by itself. */
  readonly tellsAfter?: true
}

/** Tried in another file: they come before the first letter of a government. */
export const routesAtTheStart = [
  'POST /setup/:token',
  'POST /setup/account/:token',
  'POST /api/administration/rehearsal',
  'POST /api/administration/rehearsal/end',
  'POST /api/administration/rehearsal/clock',
  'POST /api/administration/governments',
  'POST /api/administration/rehearsals',
  'POST /api/administration/rehearsals/:id/step-in',
  'POST /api/administration/rehearsals/:id/discard',
  'POST /api/rehearsal/clock',
  'POST /api/rehearsal/step-in',
  'POST /api/rehearsal/leave',
] as const

/** Tried in another file: they need a regulation that knows lists of requesters, or matters that are chosen. */
export const routesOfListed = [
  'POST /api/administration/listed',
  'POST /api/administration/listed/:id',
  'POST /api/administration/listed/:id/link',
  'POST /api/selections',
  'POST /api/selections/:id/finish',
  'POST /:government/known',
  'POST /:government/known/leave',
  'POST /:government/known/password',
  'POST /:government/known/:number/acts/:act',
] as const

/** Tried in `half-done-retention.test.ts`. */
export const routesOfRetention = [
  'POST /api/retention/terms',
  'POST /api/retention/holds',
  'POST /api/retention/holds/:id/lift',
  'POST /api/retention/disposals',
  'POST /api/retention/decisions',
] as const

/** Tried in `reports.test.ts`. */
export const routesOfReports = ['POST /api/reports', 'DELETE /api/reports/:id'] as const

/** Tried in `half-done-patterns.test.ts`. */
export const routesOfPatterns = ['POST /api/patterns/answers', 'POST /api/patterns/switch'] as const

/** Every route that is tried in a file of its own. */
export const routesElsewhere: readonly string[] = [
  ...[routesAtTheStart, routesOfListed, routesOfRetention, routesOfPatterns, routesOfReports].flat(),
]

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What the second factor of this secret shows at this moment. */
export function codeOf(secret: string, now: number): string {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2))
  return codeAt(bytes, Math.floor(now / 30_000))
}

export type Tried = { readonly server: TestServer; readonly client: pg.Client }

const mostStatements = 60
const isDone = (status: number): boolean => status < 300 || status === 303

/** What is not said to be done is not done; where it was, and only telling of it failed, it is whole. */
export async function neverHalf({ server, client }: Tried, route: string, asked: Asked): Promise<void> {
  for (let nth = 1; nth <= mostStatements; nth += 1) {
    const send = await request(server, route, asked)
    server.app.deps.offices.forget('demo')
    // What a node keeps of a government is read now, so that it is not read in between.
    await server.app.deps.offices.get('demo')
    const before = await standing(client)
    const { result, hasFailed } = await failingAt(nth, send)
    if (!hasFailed) {
      expect([result.statusCode, isDone(result.statusCode) ? '' : result.body]).toEqual([expect.toSatisfy(isDone), ''])
      expect(nth).toBeGreaterThan(1)
      return
    }
    const changed = changedIn(before, await standing(client))
    // Done, and what failed was beside it (a draft that is forgotten another time).
    if (isDone(result.statusCode)) return expect([nth, changed]).not.toEqual([nth, []])
    expect([nth, result.statusCode]).toEqual([nth, 503])
    if (asked.tellsAfter === true && changed.length > 0) return
    expect([nth, changed]).toEqual([nth, []])
  }
  throw new Error(`more than ${mostStatements} statements`)
}

async function request(server: TestServer, route: string, asked: Asked) {
  const [method = '', path = ''] = route.split(' ')
  const { who = () => null, url = () => path, role, body, form, cookies, more = {} } = asked
  const sent = {
    ...(body === undefined ? {} : { payload: await body() }),
    ...(form === undefined ? {} : urlencoded(form())),
    ...(cookies === undefined ? {} : { cookies: await cookies() }),
    ...(role === undefined ? {} : { role }),
    ...more,
  }
  const [where, by] = [await url(), await who()]
  return () => server.ask(by, method as 'POST', where, sent)
}

const urlencoded = (form: Readonly<Record<string, string>>): Partial<InjectOptions> => ({
  payload: new URLSearchParams(form).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})

/** A photograph that cannot be cleaned, with a matter. */
export async function keepSealed(server: TestServer): Promise<string> {
  const bytes = Buffer.concat([Buffer.from('ffd8ffe1ffff', 'hex'), Buffer.from('Exif\0\0PHONE-OF-LIU')])
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="photo.jpg"\r\n\r\n'
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')])
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const { id } = (await server.ask(null, 'POST', '/api/attachments', { payload, headers })).json()
  await sendWithFiles(server.app, [id])
  return id
}
