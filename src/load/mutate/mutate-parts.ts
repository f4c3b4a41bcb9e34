import { addDays, dayText, readDay } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { each } from '../grammar/reading.js'
import { conditionWords, periodKeys } from '../grammar/schema-parts.js'

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

/** A period: one more, one less, another unit. */
export const periodEdits = (written: unknown, path: Path): readonly Edit[] =>
  periodKeys.flatMap((unit) => {
    const amount = isRecord(written) ? written[unit] : undefined
    if (!isRecord(written) || typeof amount !== 'number') return []
    const [other, length] = inAnotherUnit(unit, amount)
    const { [unit]: _old, ...rest } = written
    const unitEdits = amount === 0 ? [] : [change(path, `${amount} ${unit}`, `${length} ${other}`)]
    return [...nudge(amount, [...path, unit]), ...unitEdits.map((edit) => ({ ...edit, value: { ...rest, [other]: length } }))]
  })

/** As long as may be mistaken for it. One workday and one calendar day end alike where an end moves to the next workday: then 24 hours. */
export function inAnotherUnit(unit: string, amount: number): readonly [string, number] {
  if (unit === 'workdays' && amount === 1) return ['hours', 24]
  if (unit === 'workdays') return ['calendarDays', amount]
  if (unit === 'calendarDays') return ['workdays', amount]
  if (unit === 'months') return ['calendarDays', amount * 30]
  if (unit === 'minutes') return ['hours', amount]
  return amount % 24 === 0 ? ['calendarDays', amount / 24] : ['minutes', amount]
}

/** A limit of any kind, its parts included. */
export function limitEdits(written: unknown, path: Path): readonly Edit[] {
  if (!isRecord(written)) return []
  const at = (key: string): Path => [...path, key]
  const parts = each(written.shortest, at('shortest'))
  return [
    ...periodEdits(written, path),
    ...periodEdits(written.before, at('before')),
    ...dayEdits(written.yearly, at('yearly')),
    ...dayEdits(written.on, at('on')),
    ...timeEdits(written.receivedBy, at('receivedBy')),
    ...drop(written, 'from', path),
    ...drop(written, 'receivedBy', path),
    ...drop(written, 'else', path),
    ...limitEdits(written.else, at('else')),
    ...(parts.length > 1 ? dropEach(written.shortest, at('shortest')) : []),
    ...parts.flatMap((entry) => limitEdits(entry.value, entry.path)),
  ]
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

/** A condition: dropped, negated, and so each of its parts. `without` is what stands where it is dropped. */
export function conditionEdits(written: unknown, path: Path, without: 'always' | 'nothing' = 'always'): readonly Edit[] {
  if (!isRecord(written)) return []
  const dropped: Edit = { path, what: `without ${brief(written)}`, ...(without === 'always' ? { value: {} } : {}) }
  return [dropped, negated(written, path), ...partEdits(written, path)]
}

const negated = (written: unknown, path: Path): Edit => ({ path, what: `not ${brief(written)}`, value: { not: written } })

function partEdits(written: Readonly<Record<string, unknown>>, path: Path): readonly Edit[] {
  const keys = Object.keys(written)
  return keys.flatMap((key) => {
    const at = [...path, key]
    const { [key]: part, ...rest } = written
    const denied = { path, what: `not ${brief({ [key]: part })}`, value: { all: [rest, { not: { [key]: part } }] } }
    const own = keys.length > 1 ? [{ path: at, what: `without ${brief({ [key]: part })}` }, denied] : []
    return [...own, ...withinPart(key, part, at)]
  })
}

function withinPart(key: string, part: unknown, path: Path): readonly Edit[] {
  switch (key) {
    case 'all':
    case 'any': {
      const parts = each(part, path)
      const own = parts.length > 1 ? [...dropEach(part, path), ...parts.map((entry) => negated(entry.value, entry.path))] : []
      return [...own, ...parts.flatMap((entry) => (isRecord(entry.value) ? partEdits(entry.value, entry.path) : []))]
    }
    case 'not':
      return isRecord(part) ? partEdits(part, path) : []
    case 'count':
      return tableIn(part).flatMap(([act, bounds]) => boundEdits(bounds, [...path, act]))
    case 'same':
      return []
    case 'duty':
    case 'assignments':
      return isRecord(part) ? Object.entries(part).flatMap(([name, list]) => dropSome(list, [...path, name])) : []
    default:
      return isRecord(part) && !conditionWords.includes(key) ? boundEdits(part, path) : dropSome(part, path)
  }
}

/** One fewer, of several. */
export const dropSome = (written: unknown, path: Path): readonly Edit[] =>
  Array.isArray(written) && written.length > 1 ? dropEach(written, path) : []

const boundEdits = (bounds: Readonly<Record<string, unknown>>, path: Path): readonly Edit[] =>
  ['atLeast', 'atMost'].flatMap((key) => nudge(bounds[key], [...path, key]))

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
