import fastify from 'fastify'
import { expect, it } from 'vitest'
import { portalRoutes } from '../src/http/portal/index.js'
import { fullestTrack, government } from '../src/web/portal/portal.fixtures.js'
import { code, memoryPortal, number } from './portal/memory-portal.js'

it.each([
  '/yunhe/',
  '/yunhe/notice',
  '/yunhe/rules',
  '/yunhe/figures',
  '/yunhe/write?read=yes',
  '/yunhe/answers',
  `/yunhe/track/${number}`,
  `/yunhe/track/${number}?history=1`,
])('%s at its fullest stays under 60 kB, style and script counted', async (url) => {
  const portal = memoryPortal([government], fullestTrack)
  const app = fastify()
  await app.register(portalRoutes(portal.deps, portal.settings))
  const payload = new URLSearchParams({ number, code }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const entered = await app.inject({ method: 'POST', url: '/yunhe/track', payload, headers })
  const cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]))
  const page = await app.inject({ url, cookies })
  const paths = page.body.match(/\/portal-assets\/[^"]+/g) ?? []
  const files = await Promise.all(paths.map((path) => app.inject({ url: path })))
  const size = [page, ...files].reduce((sum, { rawPayload }) => sum + rawPayload.length, 0)
  expect(paths).toHaveLength(2)
  expect(size).toBeLessThan(60_000)
})
