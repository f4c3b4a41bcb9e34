import { addDays, dayText, readDay } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { each } from './reading.js'

/** A table of the rules by id, in the order written. */
export const tableIn = (value: unknown): readonly (readonly [string, Readonly<Record<string, unknown>>])[] =>
  isRecord(value) ? Object.entries(value).flatMap(([id, entry]) => (isRecord(entry) ? [[id, entry] as const] : [])) : []

/** Takes out each entry of a list; one that stands alone leaves an empty list. */
export const dropEach = (value: unknown, path: Path): readonly Edit[] =>
  each(value, path).map((entry) => ({
    path: entry.path,
    what: `without ${brief(entry.value)}`,
    ...(entry.path.length > path.length ? {} : { value: [] }),
  }))

export const brief = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** A key taken out, where it stands. */
export const drop = (holder: Readonly<Record<string, unknown>>, key: string, path: Path): readonly Edit[] =>
  holder[key] === undefined || holder[key] === null || holder[key] === false
    ? []
    : [{ path: [...path, key], what: `without ${key}` }]

export const change = (path: Path, from: unknown, to: unknown): Edit => ({
  path,
  what: `${brief(from)} → ${brief(to)}`,
  value: to,
})

/** One more and one less, never below `least`. */
export function nudge(value: unknown, path: Path, least = 0): readonly Edit[] {
  if (typeof value !== 'number') return []
  return [value + 1, value - 1].filter((each) => each >= least).map((each) => change(path, value, each))
}

/** The next one of a list, the first after the last; none where there is no other. */
export function another(all: readonly string[], one: unknown): string | null {
  const found = all[(all.indexOf(String(one)) + 1) % all.length]
  return found === undefined || found === one ? null : found
}

export const toAnother = (all: readonly string[], value: unknown, path: Path): readonly Edit[] => {
  const other = typeof value === 'string' ? another(all, value) : null
  return other === null ? [] : [change(path, value, other)]
}

/** The day after and the day before, of `2025-12-31` or `12-31`. */
export function dayEdits(written: unknown, path: Path): readonly Edit[] {
  if (typeof written !== 'string') return []
  const prefix = written.length === 5 ? '2025-' : ''
  const on = readDay(prefix + written)
  if (on === null) return []
  return [1, -1].map((days) => change(path, written, dayText(addDays(on, days)).slice(prefix.length)))
}

/** A minute later and a minute earlier. */
export function timeEdits(written: unknown, path: Path): readonly Edit[] {
  if (typeof written !== 'string') return []
  const [hours = 0, minutes = 0] = written.split(':').map(Number)
  const text = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return [1, -1]
    .map((step) => hours * 60 + minutes + step)
    .filter((minute) => minute >= 0 && minute < 24 * 60)
    .map((minute) => change(path, written, text(minute)))
}

/** One fewer, of several. */
export const dropSome = (written: unknown, path: Path): readonly Edit[] =>
  Array.isArray(written) && written.length > 1 ? dropEach(written, path) : []

/** May be stated, need not be: dropped altogether it would be refused as unknown, and every example would notice. */
export function optional(written: Stating, field: string, path: Path): Edit {
  const others = (list: string | readonly string[] | undefined) => each(list, []).map((entry) => entry.value)
  const needs = others(written.needs).filter((each) => each !== field)
  return { path, what: `${field} not needed`, value: { ...written, needs, takes: [...others(written.takes), field] } }
}

type Stating = {
  readonly needs?: string | readonly string[] | undefined
  readonly takes?: string | readonly string[] | undefined
}

/** Numbers of bounds: one more and one less of each. */
export const boundEdits = (bounds: Readonly<Record<string, unknown>>, path: Path): readonly Edit[] =>
  ['atLeast', 'atMost'].flatMap((key) => nudge(bounds[key], [...path, key]))

/** Each of a table's entries, or of a list's, taken out. */
export const dropEntries = (written: unknown, path: Path): readonly Edit[] =>
  isRecord(written)
    ? Object.keys(written).map((key) => ({ path: [...path, key], what: `without ${key}` }))
    : dropEach(written, path)
