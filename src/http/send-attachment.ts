import type { FastifyReply } from 'fastify'
import type { OpenFile } from '../app/index.js'

/** A file as a download under its own name; never shown as a page of ours. */
export function sendAttachment(reply: FastifyReply, { info, bytes }: OpenFile): FastifyReply {
  const plain = info.name.replace(/[^\w.-]/g, '_')
  const full = encodeURIComponent(info.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return reply
    .header('content-type', info.type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${full}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(bytes))
}
