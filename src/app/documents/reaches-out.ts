import { createRequire } from 'node:module'
import { type Doc, type Finding, makeFinding } from '../../load/index.js'

const need = createRequire(import.meta.url)
/** What its parts say they unpack to, at most: no paper is as large. */
const largestUnpacked = 20_000_000

/** A template fetches nothing from elsewhere, holds no program and unpacks to no more than a paper does. */
export function reachesOut(bytes: Uint8Array, file: string): readonly Finding[] {
  const PizZip = need('pizzip') as Doc['zip']
  const zip = new PizZip(bytes)
  const parts = Object.values(zip.files)
  const size = parts.reduce((sum, part) => sum + sizeOf(part), 0)
  const isLinked = parts
    .filter(({ name }) => name.endsWith('.rels'))
    .some((part) => [...part.asText().matchAll(/<Relationship [^>]*>/g)].some(([one]) => fetches(one)))
  const hasProgram = parts.some(({ name }) => /vbaProject|\.bin$|embeddings\//i.test(name))
  if (size <= largestUnpacked && !isLinked && !hasProgram) return []
  return [makeFinding({ file, line: 1, column: 1 }, 'template-reaches-out', {})]
}

const fetches = (relation: string): boolean => /TargetMode="External"/i.test(relation) && !/\/hyperlink"/.test(relation)

/** As its directory says; what it says wrong is cut short when it is unpacked. */
const sizeOf = (part: object): number => {
  const { _data: data } = part as { readonly _data?: { readonly uncompressedSize?: number } }
  return data?.uncompressedSize ?? 0
}
