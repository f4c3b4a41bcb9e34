import { dirname } from 'node:path'
import type { Finding } from './finding.js'
import { makeFinding } from './finding-text.js'
import type { YamlDocument } from './yaml-file.js'

/** The format of regulation.yaml, clauses.yaml and scenarios that is read. An older one is brought to it by `script/huiyin upgrade`. */
export const formatVersion = 4

/** Where a file is not of this format: the command that brings it here, or that it needs a newer platform. */
export function wrongFormat(document: YamlDocument): readonly Finding[] {
  const written = formatIn(document.data)
  if (written === formatVersion) return []
  const unknown = unknownFormatIn(document.data)
  const where = { file: document.file, ...document.place(written === null && unknown === null ? [] : ['format']) }
  if (unknown !== null) return [makeFinding(where, 'unknown-format', { written: unknown, known: String(formatVersion) })]
  const args = { written: String(written ?? 1), known: String(formatVersion), folder: folderOf(document.file) }
  return [makeFinding(where, written !== null && written > formatVersion ? 'newer-format' : 'old-format', args)]
}

/** The number a file says; null where it says none. */
export function formatIn(data: unknown): number | null {
  const written = isSaying(data) ? Number(data.format) : Number.NaN
  return Number.isInteger(written) && written >= 1 ? written : null
}

/** What a file says where it says something that is no format; else null. */
export const unknownFormatIn = (data: unknown): string | null =>
  isSaying(data) && formatIn(data) === null ? String(data.format ?? '') : null

const isSaying = (data: unknown): data is { readonly format: unknown } =>
  typeof data === 'object' && data !== null && 'format' in data

/** The regulation's own folder: scenarios, parts of the rules and of the clauses, and ties lie below it. */
function folderOf(file: string): string {
  const folder = dirname(file).replaceAll('\\', '/')
  return folder.replace(/\/(scenarios|regulation|clauses|ties)(\/.*)?$/, '')
}
