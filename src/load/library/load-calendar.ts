import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { buildCalendar, type Calendar, type Day, day, type Holiday, type Known, shanghai } from '../../core/index.js'
import { type Finding, hasErrors } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { readShape, wordArgs } from '../format/shape-findings.js'
import { readYaml, type YamlDocument } from '../format/yaml-file.js'
import { dayText, type LegalYear, lawSchema, legalYears, notice } from './legal-holidays.js'

const holidayShape = {
  name: z.string(),
  nameEn: z.string().optional(),
  off: z.tuple([dayText, dayText]),
  makeUp: z.array(dayText),
}
const yearSchema = z
  .strictObject({
    year: z.number().int(),
    notice,
    amended: notice.optional(),
    /** `by: amended`: a break as the later notice has it. */
    holidays: z.array(z.strictObject({ ...holidayShape, by: z.literal('amended').optional() })),
  })
  .refine(({ amended, holidays }) => amended !== undefined || holidays.every(({ by }) => by === undefined), {
    path: ['holidays'],
    error: 'a break by an amendment that is not named',
  })
const overlaySchema = z.strictObject({
  overlay: z.string(),
  name: z.string(),
  days: z.array(z.strictObject({ ...holidayShape, notice: z.string() })),
})

/** 地方假日. Days off of one government, by the name of a file or given as they are. */
export type Overlay = string | { readonly id: string; readonly days: readonly Holiday[] }

/** All calendar files, read once; a calendar with an overlay is built from them in a moment. */
export type CalendarFiles = {
  /** By law, of every year the law tells of; it gives way to the notice of a year. */
  readonly law: readonly LegalYear[]
  readonly years: readonly NoticedYear[]
  readonly overlays: ReadonlyMap<string, readonly Holiday[]>
  readonly findings: readonly Finding[]
}

/** What was announced for a year, and when; null: nobody wrote down when. An amendment is known from when its year is. */
export type NoticedYear = { readonly year: number; readonly issued: Day | null; readonly holidays: readonly Holiday[] }

/** The files of calendars below a folder. */
export const calendarFileNames = (folder: string): readonly string[] =>
  ['law', 'national', 'overlays'].flatMap((kind) => yamlIn(join(folder, kind)).map((name) => join(kind, name)))

/** Reads `law/*.yaml`, `national/*.yaml` and `overlays/*.yaml`. */
export function readCalendars(folder: string): CalendarFiles {
  const findings: Finding[] = []
  const laws = shapesIn(join(folder, 'law'), lawSchema, findings)
  const years = shapesIn(join(folder, 'national'), yearSchema, findings)
  const overlays = shapesIn(join(folder, 'overlays'), overlaySchema, findings)
  if (years.length === 0 && !hasErrors(findings)) {
    findings.push(makeFinding({ file: join(folder, 'national'), line: 1, column: 1 }, 'missing-file', { file: '<year>.yaml' }))
  }
  return {
    law: laws.flatMap(legalYears),
    years: years.map(({ year, holidays, notice, amended = notice }) => ({
      ...{ year, issued: notice.issued == null ? null : day(notice.issued) },
      holidays: holidays.map((each) => holidayOf(each, cited(each.by === 'amended' ? amended : notice), false)),
    })),
    overlays: new Map(overlays.map(({ overlay, days }) => [overlay, days.map((each) => holidayOf(each, each.notice, true))])),
    findings,
  }
}

const cited = ({ number, title }: z.output<typeof notice>): string => number ?? title

type Written = { name: string; nameEn?: string | undefined; off: [string, string]; makeUp: string[] }

function holidayOf({ name, nameEn, off, makeUp }: Written, noticed: string, isLocal: boolean): Holiday {
  return {
    name: { zh: name, en: nameEn ?? name },
    off: [day(off[0]), day(off[1])],
    makeUp: makeUp.map(day),
    notice: noticed,
    isLocal,
  }
}

function yamlIn(folder: string): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter((name) => name.endsWith('.yaml')).sort()
}

function shapesIn<T extends z.ZodType>(folder: string, schema: T, findings: Finding[]): readonly z.output<T>[] {
  return yamlIn(folder).flatMap((name) => {
    const file = join(folder, name)
    const { documents, findings: wrong } = readYaml(file, readFileSync(file, 'utf8'))
    findings.push(...wrong)
    return documents.flatMap((document: YamlDocument) => {
      const read = readShape(document, schema)
      findings.push(...read.findings)
      return read.value === null ? [] : [read.value]
    })
  })
}

/**
 * 工作日历, known from the first year through 31 December of the last one of an unbroken row of files. `on`: as it was known on a day, by
 * the notices issued until then; without it, as it is known now.
 */
export function calendarOf(files: CalendarFiles, overlay?: Overlay, on?: Day): Calendar {
  const local = overlay === undefined ? [] : localDays(files, overlay)
  const id = overlay === undefined ? 'national' : typeof overlay === 'string' ? overlay : overlay.id
  const years = noticedBy(files, on)
  const noticed = new Set(years.map(({ year }) => year))
  const national = [...files.law.filter(({ year }) => !noticed.has(year)), ...years].flatMap(({ holidays }) => holidays)
  return buildCalendar(id, [...national, ...local], knownBy([...noticed]), shanghai)
}

/** The years whose notices had been issued by a day; before the first of them, as if only that one had been. */
export function noticedBy({ years }: Pick<CalendarFiles, 'years'>, on?: Day): readonly NoticedYear[] {
  const known = on === undefined ? years : years.filter(({ issued }) => issued === null || issued <= on)
  return known.length === 0 ? years.slice(0, 1) : known
}

/** Reads the calendar files of a folder and builds the one calendar. A file that is wrong is refused with its place. */
export function loadCalendar(folder: string, overlay?: Overlay): Calendar {
  const files = readCalendars(folder)
  const [first] = files.findings
  if (first) throw new Error(`${first.file}:${first.line}:${first.column} ${first.message.en}`)
  return calendarOf(files, overlay)
}

function localDays(files: CalendarFiles, overlay: Overlay): readonly Holiday[] {
  if (typeof overlay !== 'string') return overlay.days
  const days = files.overlays.get(overlay)
  if (days) return days
  const { near, allowed } = wordArgs(overlay, [...files.overlays.keys()])
  throw new Error(`no overlay ${overlay}; ${near ? `did you mean ${near}` : `there are: ${allowed}`}`)
}

function knownBy(years: readonly number[]): Known {
  const known = new Set(years)
  const first = Math.min(...years)
  let last = first
  while (known.has(last + 1)) last += 1
  return [day(`${first}-01-01`), day(`${last}-12-31`)]
}
