import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Finding } from '../format/finding.js'
import { type LoadedRegulation, loadRegulation, partFiles } from '../grammar/load-regulation.js'
import type { Keeping } from './keeping.js'
import { type CalendarFiles, calendarFileNames, readCalendars } from './load-calendar.js'

type Folder = { readonly id: string; readonly version: string; readonly folder: string }

/** A regulation as it was read before, if nothing in its files has changed; one with findings is read again. */
export function readKeptRegulation(
  { id, version, folder }: Folder,
  keeping: Keeping,
): Pick<LoadedRegulation, 'regulation' | 'findings'> {
  const read = () => {
    const { regulation, findings } = loadRegulation(folder)
    return { regulation, findings }
  }
  const files = [...partFiles(folder, 'regulation'), ...partFiles(folder, 'clauses')].map((file) => relative(folder, file))
  return keeping.reading([id, version, ...textsOf(folder, files)], read, hasNoFindings)
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
