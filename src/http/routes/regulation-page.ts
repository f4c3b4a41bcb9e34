import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  type Deps,
  listVersionsHere,
  type Outcome,
  playSteps,
  readClauses,
  readDiagrams,
  readReadings,
  readWhatIf,
  readWhatIfForm,
  runScenarios,
  type SignedIn,
  startPlay,
  startWhatIf,
  stopWhatIf,
} from '../../app/index.js'
import {
  clausePage,
  played,
  playRequest,
  readings,
  regulationsHere,
  scenarioRuns,
  scenarioStart,
  stageDiagrams,
  whatIfForm,
  whatIfRequest,
  whatIfRun,
} from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { failures, languageQuery } from '../shapes.js'
import { staffOf } from '../who.js'

const params = z.object({ id: z.string().max(64), version: z.string().max(32) })
const scenarioParams = params.extend({ scenario: z.coerce.number().int().min(0).max(9999) })
const runParams = z.object({ run: z.uuid() })
const tags = ['regulations']
const of = '/api/office/regulations/:id/:version'

/** What was asked, as the signed-in person; null after having answered why not. */
async function asked<T>(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  work: (who: SignedIn) => Promise<Outcome<T>> | Outcome<T>,
): Promise<T | null> {
  const who = staffOf(request)
  const found = await work(who)
  if (found.ok) return found
  sendFailure(reply, found.failure)
  return null
}

const read = <T extends z.ZodType>(shape: T) => ({
  params,
  querystring: languageQuery,
  response: { 200: shape, ...failures },
  tags,
})

/** The page of a regulation: its clauses with what runs under them, its stages, the simulator, and the replay under other numbers. */
export async function regulationPageRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  pageRoutes(plain, deps)
  tryingRoutes(plain, deps)
}

/** What a page shows of a version. */
function pageRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/office/regulations',
    { schema: { querystring: languageQuery, response: { 200: regulationsHere, ...failures }, tags } },
    async (request) => listVersionsHere(deps, staffOf(request)),
  )

  app.get(`${of}/clauses`, { schema: read(clausePage) }, async (request, reply) => {
    const found = await asked({ request, reply }, (who) => readClauses(deps, who, request.params))
    return found === null ? reply : found.page
  })
  app.get(`${of}/scenarios`, { schema: read(scenarioRuns), config: perMinute(60) }, async (request, reply) => {
    const found = await asked({ request, reply }, (who) => runScenarios(deps, who, request.params))
    return found === null ? reply : found.runs
  })
  app.get(`${of}/diagrams`, { schema: read(stageDiagrams) }, async (request, reply) => {
    const found = await asked({ request, reply }, (who) => readDiagrams(deps, who, request.params))
    return found === null ? reply : found.diagrams
  })
  app.get(`${of}/readings`, { schema: read(readings) }, async (request, reply) => {
    const found = await asked({ request, reply }, (who) => readReadings(deps, who, request.params))
    return found === null ? reply : found.readings
  })
  app.get(`${of}/what-if`, { schema: read(whatIfForm) }, async (request, reply) => {
    const found = await asked({ request, reply }, (who) => readWhatIfForm(deps, who, request.params))
    return found === null ? reply : found.form
  })

  app.get(`${of}/scenarios/:scenario`, { schema: { ...read(scenarioStart), params: scenarioParams } }, async (request, reply) => {
    const found = await asked({ request, reply }, (who) => startPlay(deps, who, request.params))
    return found === null ? reply : found.start
  })
}

/** What is tried under a version: steps, and stored matters under other numbers. */
function tryingRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    `${of}/simulate`,
    { schema: { ...read(played), body: playRequest }, config: perMinute(120) },
    async (request, reply) => {
      const found = await asked({ request, reply }, (who) => playSteps(deps, who, { ...request.params, ...request.body }))
      return found === null ? reply : found.played
    },
  )

  app.post(
    `${of}/what-if`,
    {
      schema: { params, querystring: languageQuery, body: whatIfRequest, response: { 202: whatIfRun, ...failures }, tags },
      config: perMinute(20),
    },
    async (request, reply) => {
      const who = staffOf(request)
      const started = await startWhatIf(deps, who, { ...request.params, ...request.body })
      return started.ok ? reply.code(202).send(started.run) : sendFailure(reply, started.failure)
    },
  )

  const run = { params: runParams, querystring: languageQuery, response: { 200: whatIfRun, ...failures }, tags }
  app.get('/api/what-if/:run', { schema: run }, async (request, reply) => {
    const found = await asked({ request, reply }, (who) => readWhatIf(deps, who, request.params.run))
    return found === null ? reply : found.run
  })
  app.delete('/api/what-if/:run', { schema: run }, async (request, reply) => {
    const found = await asked({ request, reply }, (who) => stopWhatIf(deps, who, request.params.run))
    return found === null ? reply : found.run
  })
}
