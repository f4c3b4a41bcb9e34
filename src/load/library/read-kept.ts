import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { checkTemplates } from '../documents/check-templates.js'
import { type Finding, hasErrors } from '../format/finding.js'
import { type LoadedRegulation, loadRegulation, partFiles } from '../grammar/load-regulation.js'
import type { Keeping } from './keeping.js'
import { type CalendarFiles, calendarFileNames, readCalendars } from './load-calendar.js'

type Folder = { readonly id: string; readonly version: string; readonly folder: string }

/** A regulation as it was read before, if nothing in its files and templates has changed; one with findings is read again. */
export function readKeptRegulation(
  { id, version, folder }: Folder,
  keeping: Keeping,
): Pick<LoadedRegulation, 'regulation' | 'findings'> {
  const read = () => {
    const { regulation, findings: ofRules } = loadRegulation(folder)
    const findings = [...ofRules, ...(regulation === null ? [] : checkTemplates(folder, regulation))]
    return { regulation: hasErrors(findings) ? null : regulation, findings }
  }
  const files = [...partFiles(folder, 'regulation'), ...partFiles(folder, 'clauses')].map((file) => relative(folder, file))
  return keeping.reading([id, version, ...textsOf(folder, files), ...templatesIn(folder)], read, hasNoFindings)
}

/** The names of templates, each with a hash of what stands in it. */
function templatesIn(of: string): readonly string[] {
  const folder = join(of, 'documents')
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names.flatMap((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ])
}

/** The calendars as they were read before, if nothing in their files has changed. */
export const readKeptCalendars = (folder: string, keeping: Keeping): CalendarFiles =>
  keeping.reading(textsOf(folder, calendarFileNames(folder)), () => readCalendars(folder), hasNoFindings)

const hasNoFindings = ({ findings }: { readonly findings: readonly Finding[] }): boolean => findings.length === 0

/** The names of files, each with what stands in it. */
const textsOf = (folder: string, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => {
    const file = join(folder, name)
    return existsSync(file) ? [name, readFileSync(file, 'utf8')] : []
  })
