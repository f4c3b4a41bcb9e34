import { constants, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Shorter ones fit a packet or two as they are. */
const worthIt = 2048

const takesGzip = ({ headers }: FastifyRequest): boolean => /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))

/** Long answers of the interface go out compressed. Those that nobody may keep (sessions, identities) are left as they are. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < worthIt || !takesGzip(request)) return payload
    const type = String(reply.getHeader('content-type') ?? '')
    if (!type.includes('json') || reply.getHeader('cache-control') === 'no-store' || reply.hasHeader('content-encoding'))
      return payload
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length')
    // At once: handing it to another thread and back costs as much again as packing it.
    return gzipSync(payload, { level: constants.Z_BEST_SPEED })
  })
}
