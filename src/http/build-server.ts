import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { largestFile, readRegulation } from '../app/index.js'
import { accountLinkRoutes } from './account-link-page.js'
import { administrationRoutes } from './administration/index.js'
import { rememberCallers } from './callers.js'
import { compressAnswers } from './compress.js'
import { answerErrors } from './errors.js'
import type { HttpDeps } from './http-deps.js'
import { limitRequests } from './limits.js'
import { liveRoutes } from './live.js'
import { makePortalDeps } from './make-portal-deps.js'
import { answerOnlyWhatIsAsked, nowhere } from './only-what-is-asked.js'
import { operationRoutes } from './operation.js'
import { fieldsByByte, readableAddress, readPairs, takePlainRequestsOnly } from './plain-request.js'
import { portalRoutes } from './portal/index.js'
import { problemOf } from './problem.js'
import { noteRefusals } from './refusal-notes.js'
import { adminRoutes } from './routes/admin.js'
import { assessmentRoutes } from './routes/assessment.js'
import { auditRoutes } from './routes/audit.js'
import { bulkRoutes } from './routes/bulk.js'
import { codeRoutes } from './routes/code.js'
import { containerRoutes } from './routes/containers.js'
import { documentRoutes } from './routes/documents.js'
import { draftRoutes } from './routes/drafts.js'
import { deskRoutes, dutyRoutes } from './routes/duties.js'
import { findRoutes } from './routes/find.js'
import { importRoutes } from './routes/imports.js'
import { ledgerRoutes } from './routes/ledger.js'
import { ledgerFileRoutes } from './routes/ledger-file.js'
import { matterRoutes } from './routes/matters.js'
import { noteRoutes } from './routes/notes.js'
import { officeDutyRoutes } from './routes/office-duties.js'
import { openRoutes } from './routes/open.js'
import { overviewRoutes } from './routes/overview.js'
import { ownRoutes } from './routes/own.js'
import { packageRoutes } from './routes/packages.js'
import { patternRoutes } from './routes/patterns.js'
import { printRoutes } from './routes/prints.js'
import { regulationPageRoutes } from './routes/regulation-page.js'
import { rehearsalRoutes } from './routes/rehearsal.js'
import { replyRoutes } from './routes/reply.js'
import { reportRoutes } from './routes/reports.js'
import { retentionRoutes } from './routes/retention.js'
import { selectionRoutes } from './routes/selections.js'
import { sessionRoutes } from './routes/session.js'
import { standardTextOfferRoutes } from './routes/standard-texts.js'
import { statisticsRoutes } from './routes/statistics.js'
import { supervisionRoutes } from './routes/supervision.js'
import { trackRoutes } from './routes/track.js'
import { securityHeaders } from './security-headers.js'
import { setupRoutes } from './setup-page.js'
import { knowWhoAsks } from './who.js'
import { workbenchRoutes } from './workbench-shell.js'

const bodyLimit = 1024 * 1024
const requestTimeout = 180_000

/** Every route, subject by subject, each a plugin of its own. */
const subjects = [
  matterRoutes,
  containerRoutes,
  codeRoutes,
  deskRoutes,
  dutyRoutes,
  ledgerFileRoutes,
  officeDutyRoutes,
  overviewRoutes,
  draftRoutes,
  noteRoutes,
  selectionRoutes,
  documentRoutes,
  packageRoutes,
  retentionRoutes,
  assessmentRoutes,
  patternRoutes,
  findRoutes,
  bulkRoutes,
  supervisionRoutes,
  ledgerRoutes,
  regulationPageRoutes,
  reportRoutes,
  statisticsRoutes,
  openRoutes,
  trackRoutes,
  importRoutes,
  sessionRoutes,
  ownRoutes,
  rehearsalRoutes,
  printRoutes,
  auditRoutes,
  adminRoutes,
  administrationRoutes,
  accountLinkRoutes,
  standardTextOfferRoutes,
  replyRoutes,
  liveRoutes,
  operationRoutes,
  setupRoutes,
  workbenchRoutes,
]

/** Every route of the product, on one server; `onRoute` hears of each. */
export async function buildServer(
  deps: HttpDeps,
  onRoute: (route: { readonly method: string | string[]; readonly url: string }) => void = () => {},
): Promise<FastifyInstance> {
  const { settings } = deps
  const app = fastify({
    logger: { level: settings.logLevel, redact: redacted, serializers: { req: requestLine } },
    // One line per request only where somebody asks for that much.
    logController: new LogController({ disableRequestLogging: settings.logLevel !== 'debug' }),
    trustProxy: settings.trustedProxies === 0 ? false : (_address: string, hop: number) => hop < settings.trustedProxies,
    bodyLimit,
    // A whole request, its files included: a slow line sends 10 MB in this time, and nobody holds a connection by sending a byte a minute.
    requestTimeout,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 300, querystringParser: readPairs },
    return503OnClosing: true,
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
  })
  app.addHook('onRoute', onRoute)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  rememberCallers(app)
  noteRefusals(app, deps.app)
  await protect(app, deps)
  takePlainRequestsOnly(app)
  answerOnlyWhatIsAsked(app)
  knowWhoAsks(app, deps.app)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Huiyin', version: settings.version }, servers: [{ url: '/' }] },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  for (const routes of subjects) {
    await app.register((plugin) => routes(plugin, deps))
  }
  app.all(nowhere, { schema: { hide: true } }, (_request, reply) => reply.callNotFound())
  await app.register(portal(deps))
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  return app
}

/** Headers, limits, cookies, forms. */
async function protect(app: FastifyInstance, { settings }: HttpDeps): Promise<void> {
  securityHeaders(app, settings)
  compressAnswers(app)
  await limitRequests(app, settings)
  await app.register(cookie)
  await app.register(multipart, {
    ...fieldsByByte,
    throwFileSizeLimit: false,
    limits: { fileSize: largestFile, files: 10, fields: 200 },
  })
}

const portal = (deps: HttpDeps) =>
  portalRoutes(makePortalDeps(deps), {
    secret: deps.settings.secret,
    now: deps.app.now,
    largestFile,
    regulation: async (asked) => {
      const found = readRegulation(deps.app, asked)
      return found.ok ? found : { ok: false, problem: problemOf(found.failure) }
    },
  })

/** Never in a log: who somebody is, and what lets somebody in. */
const redacted = ['req.headers.cookie', 'req.headers.authorization', 'req.headers["x-csrf-token"]', 'res.headers["set-cookie"]']

/** A request in the log: without what stands behind the question mark, where codes and search words are. */
const requestLine = ({ method, url, ip }: { method: string; url: string; ip: string }) => ({
  method,
  path: url.split('?')[0],
  address: ip,
})
