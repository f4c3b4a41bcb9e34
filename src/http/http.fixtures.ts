import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { type TestApp, testApp } from '../app/app.fixtures.js'
import { unpacked, zipEntries } from '../app/tables/zip-entries.js'
import type { Library } from '../load/index.js'
import { buildServer } from './build-server.js'
import type { HttpSettings } from './http-deps.js'

export type SignedInAs = { readonly cookie: string; readonly csrf: string }

export type TestRoute = { readonly method: string; readonly url: string }

export type TestServer = {
  readonly app: TestApp
  readonly server: FastifyInstance
  /** Every route there is, described or not. */
  readonly routes: readonly TestRoute[]
  signIn(login: string): Promise<SignedInAs>
  /** Opens a matter as its requester; the cookie to go on with. */
  open(typed: { readonly number: string; readonly code: string }): Promise<Readonly<Record<string, string>>>
  /** As a signed-in person, in a role. */
  ask(
    who: SignedInAs | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    more?: Partial<InjectOptions> & { role?: string; match?: number },
  ): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

/** All that an answer says: of what comes packed (a paper, a workbook, a package) the names and the text of what is in it, or of those called so. */
export function saidBy({ body, rawPayload }: Pick<LightMyRequestResponse, 'body' | 'rawPayload'>, which = /(?:)/): string {
  if (!body.startsWith('PK')) return body
  const entries = zipEntries(rawPayload)
  if (entries === null) throw new Error('a packed answer that cannot be unpacked')
  return entries
    .filter(({ name }) => which.test(name))
    .map((entry) => {
      const content = unpacked(entry, 10 ** 8)
      if (typeof content === 'string') throw new Error(`${entry.name}: ${content}`)
      return `${entry.name}\n${Buffer.from(content).toString()}\n`
    })
    .join('')
}

/** All routes over a database of one's own; `isNew`: nobody can sign in yet. */
export async function testServer(
  requestsPerMinute = 0,
  isNew = false,
  library?: Library,
  trustedProxies = 0,
): Promise<TestServer> {
  return serverOver(await testApp(undefined, library, isNew ? [] : undefined), { requestsPerMinute, trustedProxies })
}

type Asked = Partial<Pick<HttpSettings, 'requestsPerMinute' | 'trustedProxies' | 'webFolder'>>

/** The same over an app that is there already. */
export async function serverOver(
  app: TestApp,
  { requestsPerMinute = 0, trustedProxies = 0, webFolder = null }: Asked = {},
): Promise<TestServer> {
  const routes: TestRoute[] = []
  const settings = {
    webFolder,
    trustedProxies,
    requestsPerMinute,
    secret: new Uint8Array(32),
    logLevel: 'silent',
    version: 'test',
  }
  const server = await buildServer({ app: app.deps, settings }, ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url })
  })
  const signIn = async (login: string): Promise<SignedInAs> => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { government: 'demo', login, password: 'right password' },
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    const cookie = answer.cookies.find(({ name }) => name.endsWith('session'))
    return { cookie: `${cookie?.name}=${cookie?.value}`, csrf: answer.json().csrf }
  }
  return {
    app,
    server,
    routes,
    signIn,
    open: async ({ number, code }) => {
      const answer = await server.inject({ method: 'POST', url: '/api/track', payload: { number, code } })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))
    },
    ask: (who, method, url, { role, match, headers, ...more } = {}) =>
      server.inject({
        method,
        url,
        ...more,
        headers: {
          ...(who === null ? {} : { cookie: who.cookie, 'x-csrf-token': who.csrf }),
          ...(role === undefined ? {} : { 'x-role': role }),
          ...(match === undefined ? {} : { 'if-match': `"${match}"` }),
          ...headers,
        },
      }),
    close: async () => {
      const closing = server.close()
      // A client may hold a line on which it never asked anything; the server would wait a minute for it.
      server.server.closeAllConnections()
      await closing
      await app.close()
    },
  }
}
