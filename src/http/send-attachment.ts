import type { FastifyReply } from 'fastify'
import type { OpenFile, PaperFile } from '../app/index.js'

/** The type of a workbook. */
export const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file as a download under its own name; never shown as a page of ours. */
export const sendAttachment = (reply: FastifyReply, { info, bytes }: OpenFile): FastifyReply =>
  sendFile(reply, { name: info.name, type: info.type, bytes })

export const sendFile = (reply: FastifyReply, { bytes, ...file }: PaperFile): FastifyReply =>
  fileHeaders(reply, file).send(Buffer.from(bytes))

export function fileHeaders(reply: FastifyReply, { name, type }: Omit<PaperFile, 'bytes'>): FastifyReply {
  const plain = name.replace(/[^\w.-]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${full}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
}
