import type { MultipartFile } from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { failure, largestImport, type SignedIn, type UploadedTable, wordsOf } from '../app/index.js'
import { sendFailure } from './problem.js'

type Sent = { readonly file: UploadedTable; readonly fields: MultipartFile['fields'] }

/** One file and what was said before it; null where none came: whoever sent it was told. */
export async function uploadedFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { lang }: SignedIn,
  most = largestImport,
): Promise<Sent | null> {
  const words = wordsOf(lang)
  if (!request.isMultipart()) {
    sendFailure(reply, failure(words, 'unsupported'))
    return null
  }
  const limits = { fileSize: most, files: 1, fields: 5, fieldSize: 50_000 }
  const part = await request.file({ throwFileSizeLimit: false, limits })
  if (part === undefined) {
    sendFailure(reply, failure(words, 'bad-request'))
    return null
  }
  const bytes = await part.toBuffer()
  return { fields: part.fields, file: { name: part.filename, bytes, isTruncated: part.file.truncated } }
}
