import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { addDays, addWorkdays, type Calendar, type Day, dayText, isWorkday, readDay } from '../../core/index.js'

/** What a new regulation is to be called, and where it is to lie. */
export type NewRegulation = {
  readonly id: string
  /** The day it takes effect, `draft` or `undated`. */
  readonly version: string
  readonly title: string
  /** The folder of regulations: `<into>/<id>/<version>` is made. */
  readonly into: string
}

/** Where the product keeps what goes into it. */
export type Scaffold = { readonly templates: string; readonly schemas: string; readonly calendar: Calendar }

const files = {
  'regulation.yaml': 'regulation.yaml',
  'clauses.yaml': 'clauses.yaml',
  'scenarios/reply-in-time.yaml': 'reply-in-time.yaml',
} as const

export const isRegulationId = (id: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)
export const isVersion = (version: string): boolean => version === 'draft' || version === 'undated' || readDay(version) !== null

/** The folder a regulation would have, and whether something lies there already. */
export function folderOf({ into, id, version }: NewRegulation): { readonly folder: string; readonly isTaken: boolean } {
  const folder = join(into, id, version)
  return { folder, isTaken: existsSync(folder) && readdirSync(folder).length > 0 }
}

/** Writes a regulation that runs, with a comment on each part; answers its files. Nothing that is there is overwritten. */
export function writeNewRegulation(asked: NewRegulation, from: Scaffold): readonly string[] {
  const { folder } = folderOf(asked)
  return Object.entries(files).map(([name, template]) => {
    const file = join(folder, ...name.split('/'))
    mkdirSync(dirname(file), { recursive: true })
    const words = { ...wordsOf(asked, from.calendar), folder: posix(folder), schemas: schemasFrom(file, from.schemas) }
    writeFileSync(file, filled(readFileSync(join(from.templates, 'regulation', template), 'utf8'), words), { flag: 'wx' })
    return file
  })
}

type Words = Readonly<Record<string, string>>

const filled = (template: string, words: Words): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_, word: string) => {
    const value = words[word]
    if (value === undefined) throw new Error(`no word for the template: ${word}`)
    return value
  })

function wordsOf({ id, version, title }: NewRegulation, calendar: Calendar): Words {
  const from = readDay(version)
  const start = firstWorkday(from, calendar)
  const due = addWorkdays(start, 5, calendar)
  const days = { start: dayText(start), due: dayText(due), late: dayText(addDays(due, 1)) }
  return { id, version, title: JSON.stringify(title), from: from === null ? 'null' : version, ...days }
}

/** A holiday lies ahead of this one: the example shows days that do not count. Later regulations begin with their first workday. */
const exampleStart = '2025-09-29'

function firstWorkday(from: Day | null, calendar: Calendar): Day {
  const example = readDay(exampleStart)
  if (example === null) throw new Error('not a day')
  let on = from === null || from <= example ? example : from
  while (!isWorkday(on, calendar)) on = addDays(on, 1)
  return on
}

const posix = (path: string): string => path.split(sep).join('/')
const schemasFrom = (file: string, schemas: string): string => posix(relative(dirname(resolve(file)), schemas))
