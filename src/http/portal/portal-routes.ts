import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyError, FastifyInstance, FastifyPluginAsync } from 'fastify'
import { failureOf } from '../errors.js'
import type { PortalDeps } from '../portal-deps.js'
import { problemOf as problemIn } from '../problem.js'
import { openSeal } from '../seal.js'
import { actRoutes } from './act-routes.js'
import { answersRoutes } from './answers-routes.js'
import { type Asset, readPortalAssets } from './assets.js'
import { figuresRoutes } from './figures-routes.js'
import { homeRoutes } from './home-routes.js'
import { knownRoutes } from './known-routes.js'
import { type Portal, problemOf, sendProblem } from './portal.js'
import type { PortalSettings } from './portal-settings.js'
import { sendPacked } from './public-page.js'
import { trackRoutes } from './track-routes.js'
import { writeRoutes } from './write-routes.js'

/** The citizens' pages. They translate between forms and the product, and decide nothing. */
export const portalRoutes =
  (deps: PortalDeps, settings: PortalSettings): FastifyPluginAsync =>
  async (app) => {
    const portal: Portal = { deps, settings, seal: openSeal(settings.secret, settings.now), assets: readPortalAssets() }
    await readForms(app)
    app.setErrorHandler((error: FastifyError, request, reply) =>
      sendProblem(portal, { request, reply }, problemIn(failureOf(error, request))),
    )
    app.addHook('onRequest', async (request, reply) => {
      const isForeign = request.headers['sec-fetch-site'] === 'cross-site'
      return request.method === 'POST' && isForeign ? sendProblem(portal, { request, reply }, problemOf(403)) : undefined
    })
    serve(app, portal.assets.style)
    serve(app, portal.assets.script)
    serve(app, portal.assets.writing)
    serve(app, portal.assets.solver)
    for (const routes of [homeRoutes, writeRoutes, trackRoutes, actRoutes, knownRoutes, answersRoutes, figuresRoutes])
      routes(app, portal)
    app.get('/:government/*', (request, reply) => sendProblem(portal, { request, reply }, problemOf(404)))
  }

/** What reads cookies and forms, unless whoever registers the portal has it already. */
async function readForms(app: FastifyInstance): Promise<void> {
  if (!app.hasReplyDecorator('setCookie')) await app.register(cookie)
  if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) await app.register(formbody)
  if (!app.hasContentTypeParser('multipart/form-data')) await app.register(multipart, { throwFileSizeLimit: false })
}

function serve(app: FastifyInstance, { path, type, file }: Asset): void {
  app.get(path, (_request, reply) =>
    sendPacked(
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').header('x-content-type-options', 'nosniff'),
      file,
    ),
  )
}
