import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Calendar, type Day, dayText, type Precedence, type Regulation } from '../../core/index.js'
import { templateFile } from '../documents/check-templates.js'
import type { Finding } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import type { LoadedRegulation } from '../grammar/load-regulation.js'
import { type KeptIn, noKeeping, openKeeping } from './keeping.js'
import { type CalendarFiles, calendarOf, noticedBy, type Overlay } from './load-calendar.js'
import { loadPrecedence, precedenceFiles } from './precedence.js'
import { readKeptCalendars, readKeptRegulation } from './read-kept.js'
import { loadTied, tiesIn } from './ties.js'

/** Where a version of a regulation lies on disk. */
export type RegulationFolder = { readonly id: string; readonly version: string; readonly folder: string }

/** 办法库. All regulations of a folder and the calendars, read once. */
export type Library = {
  /** Versions of each regulation, the earliest first; a draft is last. */
  readonly regulations: ReadonlyMap<string, readonly Regulation[]>
  readonly folders: readonly RegulationFolder[]
  readonly findings: readonly Finding[]
  /** 以谁为准. What is said of which of these regulations holds, where several speak of the same. */
  readonly precedence: readonly Precedence[]
  /** `on`: as it was known on a day, by the notices issued until then. */
  calendar(overlay?: Overlay, on?: Day): Calendar
  overlays(): readonly string[]
  /** Where kinds of matters are named, with what ties it to those of them to which anything does. */
  find(id: string, version: string, kinds?: readonly string[]): Regulation | null
  /** What keeps such ties from being read; as long as there is anything, `find` answers the text alone. */
  tieFindings(id: string, version: string, kinds: readonly string[]): readonly Finding[]
  /** 模板. The Word file of that name beside a version, as it was first asked for; null where it is not there. */
  template(id: string, version: string, name: string): Uint8Array | null
  /** The version in force on a day; null where none is. */
  versionInForce(id: string, on: Day): Regulation | null
}

/** Every `<id>/<version>` below a folder that holds a regulation.yaml. */
export function listRegulations(root: string): readonly RegulationFolder[] {
  const foldersIn = (path: string) =>
    existsSync(path)
      ? readdirSync(path, { withFileTypes: true })
          .filter((each) => each.isDirectory())
          .map((each) => each.name)
          .sort()
      : []
  return foldersIn(root).flatMap((id) =>
    foldersIn(join(root, id))
      .map((version) => ({ id, version, folder: join(root, id, version) }))
      .filter(({ folder }) => existsSync(join(folder, 'regulation.yaml'))),
  )
}

/**
 * Reads folders of regulations and a folder of calendars. What is wrong is in `findings`; a wrong regulation is left out.
 * A version stands in one folder: found again in a later one, it is left out there. With `keptIn`, what is unchanged is not read again.
 */
export function loadLibrary(
  from: { readonly regulations: string | readonly string[]; readonly calendars: string },
  keptIn: KeptIn | null = null,
): Library {
  const roots = [...new Set([from.regulations].flat().map((root) => resolve(root)))]
  const found = roots.flatMap(listRegulations)
  const isFirst = (each: RegulationFolder, index: number): boolean => found.findIndex((other) => isSame(each, other)) === index
  const folders = found.filter(isFirst)
  const again = found.filter((each, index) => !isFirst(each, index)).map((each) => foundAgain(each, found))
  const keeping = keptIn === null ? noKeeping : openKeeping(keptIn)
  const loaded = folders.map((each) => readKeptRegulation(each, keeping))
  const calendars = readKeptCalendars(from.calendars, keeping)
  keeping.finish()
  const library = libraryOf(folders, loaded, calendars)
  const between = roots.flatMap(precedenceFiles).map(loadPrecedence)
  return {
    ...library,
    precedence: between.flatMap(({ entries }) => entries.map(({ precedence }) => precedence)),
    findings: [...library.findings, ...between.flatMap(({ findings }) => findings), ...again],
  }
}

const isSame = (one: RegulationFolder, other: RegulationFolder): boolean => one.id === other.id && one.version === other.version

const foundAgain = (each: RegulationFolder, found: readonly RegulationFolder[]): Finding =>
  makeFinding({ file: join(each.folder, 'regulation.yaml'), line: 1, column: 1 }, 'version-twice', {
    word: `${each.id}/${each.version}`,
    folder: found.find((other) => isSame(each, other))?.folder ?? '',
  })

/** A library from what was read already. */
export function libraryOf(
  folders: readonly RegulationFolder[],
  loaded: readonly Pick<LoadedRegulation, 'regulation' | 'findings'>[],
  calendars: CalendarFiles,
): Library {
  const regulations = new Map<string, Regulation[]>()
  for (const { regulation } of loaded) {
    if (regulation) regulations.set(regulation.id, [...(regulations.get(regulation.id) ?? []), regulation])
  }
  for (const versions of regulations.values()) versions.sort(byBeginning)
  const built = new Map<string, Calendar>()
  const tied = new Map<string, LoadedRegulation>()
  const readTied = (id: string, version: string, kinds: readonly string[]): LoadedRegulation | null => {
    const folder = folders.find((each) => each.id === id && each.version === version)?.folder
    const ties = folder === undefined || kinds.length === 0 ? [] : tiesIn(folder).filter((kind) => kinds.includes(kind))
    if (folder === undefined || ties.length === 0) return null
    const key = `${id} ${version} ${ties.join(' ')}`
    const read = tied.get(key) ?? loadTied(folder, ties)
    tied.set(key, read)
    return read
  }
  const templates = new Map<string, Uint8Array | null>()
  return {
    regulations,
    folders,
    findings: [...loaded.flatMap((each) => each.findings), ...calendars.findings],
    precedence: [],
    calendar: (overlay, on) => {
      if (overlay !== undefined && typeof overlay !== 'string') return calendarOf(calendars, overlay, on)
      const key = `${overlay ?? ''} ${noticedBy(calendars, on).at(-1)?.year}`
      const calendar = built.get(key) ?? calendarOf(calendars, overlay, on)
      built.set(key, calendar)
      return calendar
    },
    overlays: () => [...calendars.overlays.keys()],
    find: (id, version, kinds = []) => {
      const found = regulations.get(id)?.find((each) => each.version === version) ?? null
      return found === null ? null : (readTied(id, version, kinds)?.regulation ?? found)
    },
    tieFindings: (id, version, kinds) => {
      const read = readTied(id, version, kinds)
      return read === null || read.regulation !== null ? [] : read.findings.filter(({ level }) => level === 'error')
    },
    template: (id, version, name) => {
      const key = `${id}/${version}/${name}`
      const kept = templates.get(key)
      if (kept !== undefined) return kept
      const folder = folders.find((each) => each.id === id && each.version === version)?.folder
      const file = folder === undefined ? null : templateFile(folder, name)
      const read = file === null || !existsSync(file) ? null : readFileSync(file)
      templates.set(key, read)
      return read
    },
    versionInForce: (id, on) => versionInForce(regulations.get(id) ?? [], on),
  }
}

const isDraft = ({ version }: Regulation): boolean => version === 'draft'

/** By the day each begins; one without such a day came before the others, a draft comes after them. */
function byBeginning(a: Regulation, b: Regulation): number {
  if (isDraft(a) !== isDraft(b)) return Number(isDraft(a)) - Number(isDraft(b))
  return (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? '') || a.version.localeCompare(b.version)
}

/** The latest version that has begun, if it has not ended. A draft is never in force. */
function versionInForce(versions: readonly Regulation[], on: Day): Regulation | null {
  const text = dayText(on)
  const begun = versions.filter((each) => !isDraft(each) && (each.effectiveFrom ?? '') <= text)
  const latest = begun.at(-1) ?? null
  return latest !== null && (latest.effectiveTo === null || latest.effectiveTo >= text) ? latest : null
}
