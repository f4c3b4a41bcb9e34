import { z } from 'zod'
import { type Period, periodUnits, unreachable } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { change, nudge } from './alter.js'
import type { Reading } from './reading.js'

const amount = z.number().int().min(0)

/** 时长 as written: one unit with its number. */
export const periodShape = {
  workdays: amount.optional(),
  calendarDays: amount.optional(),
  months: amount.optional(),
  hours: amount.optional(),
  minutes: amount.optional(),
} satisfies Readonly<Record<Period['unit'], z.ZodType>>
export const period = z.strictObject(periodShape).meta({ id: 'Period' })
export type PeriodInput = z.infer<typeof period>

/** The period written among the keys of something; null where there is none. */
export function periodIn(written: PeriodInput): Period | null {
  for (const unit of periodUnits) {
    const amount = written[unit]
    if (amount !== undefined) return { amount, unit }
  }
  return null
}

/** Reads a period: exactly one unit. */
export function periodOf(reading: Reading, written: PeriodInput, path: Path): Period {
  const given = periodUnits.filter((unit) => written[unit] !== undefined)
  if (given.length !== 1) reading.report(path, 'exactly-one', { words: periodUnits.join(', ') }, 'key')
  return periodIn(written) ?? { amount: 0, unit: 'workdays' }
}

/** A period: one more, one less, another unit. */
export const periodEdits = (written: unknown, path: Path): readonly Edit[] =>
  periodUnits.flatMap((unit) => {
    const amount = isRecord(written) ? written[unit] : undefined
    if (!isRecord(written) || typeof amount !== 'number') return []
    const [other, length] = inAnotherUnit(unit, amount)
    const { [unit]: _old, ...rest } = written
    const unitEdits = amount === 0 ? [] : [change(path, `${amount} ${unit}`, `${length} ${other}`)]
    return [...nudge(amount, [...path, unit]), ...unitEdits.map((edit) => ({ ...edit, value: { ...rest, [other]: length } }))]
  })

/** As long as may be mistaken for it. One workday and one calendar day end alike where an end moves to the next workday: then 24 hours. */
export function inAnotherUnit(unit: Period['unit'], amount: number): readonly [Period['unit'], number] {
  switch (unit) {
    case 'workdays':
      return amount === 1 ? ['hours', 24] : ['calendarDays', amount]
    case 'calendarDays':
      return ['workdays', amount]
    case 'months':
      return ['calendarDays', amount * 30]
    case 'minutes':
      return ['hours', amount]
    case 'hours':
      return amount % 24 === 0 ? ['calendarDays', amount / 24] : ['minutes', amount]
    default:
      return unreachable(unit)
  }
}
