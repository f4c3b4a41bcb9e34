import fastify, { type FastifyInstance } from 'fastify'
import { portalRoutes } from '../../src/http/portal/index.js'
import { type MemoryPortal, memoryPortal } from './memory-portal.js'

/** The portal's pages over a portal in memory. */
export async function open(portal: MemoryPortal = memoryPortal()): Promise<FastifyInstance> {
  const app = fastify()
  await app.register(portalRoutes(portal.deps, portal.settings))
  return app
}

/** The value of a hidden field of a page. */
export const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
export const cookiesOf = (answer: { cookies: readonly { name: string; value: string }[] }) =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))

export const post = (
  app: FastifyInstance,
  url: string,
  fields: Readonly<Record<string, string>>,
  cookies: Record<string, string> = {},
) =>
  app.inject({
    method: 'POST',
    url,
    cookies,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
