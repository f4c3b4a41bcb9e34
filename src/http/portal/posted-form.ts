import type { FastifyRequest } from 'fastify'
import { mostFiles } from '../../web/portal/index.js'
import { fieldsByByte, textOfField } from '../plain-request.js'

export type PostedFile = {
  /** The entry of the form it came in. */
  readonly entry: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly isTruncated: boolean
}

/** A form as it was sent, with or without files. */
export type PostedForm = {
  readonly entries: ReadonlyMap<string, readonly string[]>
  readonly files: readonly PostedFile[]
  /** More files came than are read. */
  readonly hasTooManyFiles: boolean
}

const mostEntries = 300
/** What comes beyond it breaks the request off; up to here too many are told of, and what was typed is kept. */
const mostParts = 100

/** The first value of an entry; empty where there is none. */
export const entryOf = (form: PostedForm, name: string): string => form.entries.get(name)?.[0] ?? ''

export async function readPostedForm(request: FastifyRequest, largestFile: number): Promise<PostedForm> {
  return request.isMultipart()
    ? readParts(request, largestFile)
    : { entries: readBody(request.body), files: [], hasTooManyFiles: false }
}

function readBody(body: unknown): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, readonly string[]>()
  if (typeof body !== 'object' || body === null) return entries
  for (const [name, value] of Object.entries(body)) {
    const values = Array.isArray(value) ? value : [value]
    entries.set(
      name,
      values.filter((each) => typeof each === 'string'),
    )
  }
  return entries
}

async function readParts(request: FastifyRequest, largestFile: number): Promise<PostedForm> {
  const entries = new Map<string, string[]>()
  const files: PostedFile[] = []
  let chosen = 0
  const limits = { fileSize: largestFile, files: mostParts, fields: mostEntries }
  for await (const part of request.parts({ ...fieldsByByte, limits })) {
    if (part.type === 'field') {
      entries.set(part.fieldname, [...(entries.get(part.fieldname) ?? []), textOfField(part.value)])
      continue
    }
    const isMore = chosen >= mostFiles
    const chunks: Buffer[] = []
    // What is too many is read to its end and not kept.
    for await (const chunk of part.file) if (!isMore) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    // A control for files that was left empty still sends one without a name.
    if (part.filename === '' || part.filename === undefined) continue
    chosen += 1
    if (!isMore) files.push({ entry: part.fieldname, name: part.filename, bytes, isTruncated: part.file.truncated })
  }
  return { entries, files, hasTooManyFiles: chosen > mostFiles }
}
