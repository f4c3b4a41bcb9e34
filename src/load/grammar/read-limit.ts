import { type CountFrom, type Limit, type Period, readDay } from '../../core/index.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import { clausesOf, type Reading } from './reading.js'
import { type LimitInput, type PeriodInput, periodKeys } from './schema-parts.js'

const kinds = [...periodKeys, 'yearly', 'on', 'before', 'set', 'shortest'] as const

/** Reads a limit: exactly one kind of it. */
export function limitOf(reading: Reading, written: LimitInput, path: Path): Limit {
  const given = kinds.filter((kind) => written[kind] !== undefined)
  if (given.length !== 1) reading.report(path, 'exactly-one', { words: kinds.join(', ') }, 'key')
  const at = (key: string): Path => [...path, key]
  const [clause] = clausesOf(reading, written.clause, at('clause'))
  const period = periodIn(written)
  if (period) {
    return {
      kind: 'period',
      period,
      ...(clause === undefined ? {} : { clause }),
      ...(written.from === undefined ? {} : { from: countFromOf(reading, written.from, at('from')) }),
      ...(written.receivedBy === undefined ? {} : { receivedBy: minuteOfDay(written.receivedBy) }),
    }
  }
  for (const key of ['from', 'receivedBy'] as const) {
    if (written[key] !== undefined && !(key === 'from' && written.set !== undefined))
      reading.report(at(key), 'only-for-periods', { key }, 'key')
  }
  if (written.yearly !== undefined) return yearlyOf(reading, written.yearly, at('yearly'))
  if (written.on !== undefined) {
    if (readDay(written.on) === null) reading.report(at('on'), 'bad-day', { word: written.on })
    return { kind: 'on', day: written.on }
  }
  if (written.before !== undefined) {
    const field = written.field ?? ''
    if (written.field === undefined) reading.report(path, 'missing-key', { word: 'field' }, 'key')
    else reading.name('field', field, at('field'))
    return { kind: 'before', field, period: periodOf(reading, written.before, at('before')) }
  }
  if (written.set !== undefined) {
    const fallback = written.else === undefined ? null : limitOf(reading, written.else, at('else'))
    if (written.from !== undefined && written.from !== 'statement') reading.report(at('from'), 'only-from-statement', {}, 'key')
    const countsFrom = written.from === 'statement' ? 'statement' : 'opening'
    return { kind: 'set', field: reading.name('field', written.set, at('set')), fallback, countsFrom }
  }
  const parts = (written.shortest ?? []).map((each, index) => limitOf(reading, each, [...path, 'shortest', index]))
  return { kind: 'shortest', of: parts }
}

/** An act, or a field that holds a date or a time. */
function countFromOf(reading: Reading, written: string, path: Path): CountFrom {
  if (reading.known('act').includes(written)) return { on: 'act', act: written }
  const type = reading.input.fields?.[written]?.type
  if (type !== undefined && type !== 'date' && type !== 'time') {
    reading.report(path, 'wrong-field-type', { field: written, type: 'date' })
  } else if (type === undefined)
    reading.report(path, 'unknown-start', wordArgs(written, [...reading.known('act'), ...reading.known('field')]))
  return { on: 'field', field: written }
}

/** `18:00` as minutes of the day. */
export function minuteOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

function yearlyOf(reading: Reading, written: string, path: Path): Limit {
  const [month = 1, day = 1] = written.split('-').map(Number)
  // A leap year's day is refused: it does not come every year.
  if (readDay(`2025-${written}`) === null) reading.report(path, 'bad-day', { word: written })
  return { kind: 'yearly', month, day }
}

function periodIn(written: PeriodInput): Period | null {
  for (const unit of periodKeys) {
    const amount = written[unit]
    if (amount !== undefined) return { amount, unit }
  }
  return null
}

/** Reads a period: exactly one unit. */
export function periodOf(reading: Reading, written: PeriodInput, path: Path): Period {
  const given = periodKeys.filter((unit) => written[unit] !== undefined)
  if (given.length !== 1) reading.report(path, 'exactly-one', { words: periodKeys.join(', ') }, 'key')
  return periodIn(written) ?? { amount: 0, unit: 'workdays' }
}
