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
  const where = { file: document.file, ...document.place(written === null ? [] : ['format']) }
  const args = { written: String(written ?? 1), known: String(formatVersion), folder: folderOf(document.file) }
  return [makeFinding(where, written !== null && written > formatVersion ? 'newer-format' : 'old-format', args)]
}

/** The number a file says; null where it says none. */
export function formatIn(data: unknown): number | null {
  const written = typeof data === 'object' && data !== null && 'format' in data ? Number(data.format) : Number.NaN
  return Number.isInteger(written) ? written : null
}

/** The regulation's own folder: scenarios and parts of the rules lie one below it. */
function folderOf(file: string): string {
  const folder = dirname(file).replaceAll('\\', '/')
  return folder.replace(/\/(scenarios|regulation)(\/.*)?$/, '')
}
