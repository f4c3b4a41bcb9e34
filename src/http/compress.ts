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
    return gzipSync(bytesOf(payload), { level: constants.Z_BEST_SPEED })
  })
}

/** Room for all answers but the longest. */
const room = Buffer.allocUnsafe(1_048_576)
/** A unit of UTF-16 takes no more bytes in UTF-8. */
const mostBytes = 3

/** A text as bytes, until the next is asked for: counting them first, for a buffer of their size, takes longer than writing them. */
const bytesOf = (text: string): Buffer =>
  mostBytes * text.length > room.length ? Buffer.from(text) : room.subarray(0, room.write(text))
