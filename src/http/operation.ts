import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { failure, StoreUnavailable, wordsOf } from '../app/index.js'
import type { HttpDeps } from './http-deps.js'
import { langOf } from './language.js'
import { sendFailure } from './problem.js'

const local = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** For whoever runs the machine: alive, ready, and how it is doing. */
export async function operationRoutes(app: FastifyInstance, { app: deps, settings }: HttpDeps): Promise<void> {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const took = new Histogram({
    name: 'huiyin_http_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  })
  const written = new Counter({
    name: 'huiyin_matters_written_total',
    help: 'Writes of matters by this node',
    registers: [register],
  })
  const forget = deps.store.onWritten(() => written.inc())
  app.addHook('onClose', async () => forget())
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    took.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })

  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive', version: settings.version }))

  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await deps.store.ping()
      return { status: 'ready' }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      return reply.code(503).header('retry-after', '5').send({ status: 'not ready', why: error.why })
    }
  })

  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    // Told to the machine itself, and to whoever comes through the operator's own proxy rules; never to the street.
    if (!local.has(request.ip)) return sendFailure(reply, failure(wordsOf(langOf(request)), 'not-found'))
    return reply.header('content-type', register.contentType).send(await register.metrics())
  })
}
