import { type Duty, fieldsOfLimit, type Limit, type Period, type Regulation } from '../../core/index.js'
import { dutyOptions } from '../grammar/duty.js'
import { fieldsOfAct } from '../grammar/fields-used.js'
import { optionLimits } from '../grammar/option.js'
import type { Remark, RuleCheck } from './rule-check.js'

/** Two duties that are one, but for the time: whoever owes it cannot know which holds. */
const contradictingDuties: RuleCheck = ({ regulation }) => {
  const duties = Object.values(regulation.duties)
  return duties.flatMap((duty, index) =>
    duties
      .slice(0, index)
      .filter(
        (other) => isSame(whatIsOwed(duty), whatIsOwed(other)) && overlaps(duty, other) && areApart(duty.within, other.within),
      )
      .map((other) => ({
        code: 'limits-contradict',
        path: ['duties', duty.id, 'within'],
        args: { duty: duty.id, other: other.id },
      })),
  )
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** All but what the two are called and how long they take: what else tells them apart may be why there are two. */
function whatIsOwed(duty: Duty): unknown {
  const { id: _, name, clause, note, within, parts, claimant, ladder, extend, discretion, isInternal, ...owed } = duty
  return owed
}

/** The length of a limit that counts from the opening and is nothing but a length. */
export const plainPeriod = (limit: Limit | null): Period | null =>
  limit?.kind === 'period' && Object.keys(limit).every((key) => ['kind', 'period', 'clause'].includes(key)) ? limit.period : null

const overlaps = (one: Duty, other: Duty): boolean => one.of === 'matter' || one.parts.some((part) => other.parts.includes(part))

/** A length and a date may both be meant; two lengths, or two dates, hardly. */
const areApart = (one: Limit | null, other: Limit | null): boolean =>
  one !== null && one.kind === other?.kind && !isSame({ ...one, clause: null }, { ...other, clause: null })

/** A limit is read from a field where a length or a day may be stated; what else is stated there gives no time. */
const notALimit: RuleCheck = ({ regulation }) =>
  Object.values(regulation.duties).flatMap(({ id, within, notAfter }) =>
    [within, notAfter?.limit ?? null].flatMap((limit): readonly Remark[] => {
      const read = setFields(limit).flatMap((each) => regulation.fields[each] ?? [])
      return read
        .filter(({ type }) => !['limit', 'date', 'time'].includes(type))
        .map((field) => ({
          code: 'limit-not-stated',
          path: ['duties', id, 'within'],
          args: { field: field.id, type: field.type },
        }))
    }),
  )

const isDayOnly = (units: readonly string[]): boolean => units.length > 0 && units.every((unit) => unit === 'on')

/** A limit of nothing is over on the day it is stated, before anybody could keep it. */
const limitOfNothing: RuleCheck = ({ regulation }) => {
  const duties = Object.values(regulation.duties)
  const read = new Set(duties.flatMap(({ within, notAfter }) => [within, notAfter?.limit ?? null].flatMap(setFields)))
  return Object.values(regulation.fields)
    .filter(({ id, type, least, units }) => type === 'limit' && read.has(id) && least === null && !isDayOnly(units))
    .map(({ id }) => ({ code: 'limit-of-nothing', path: ['fields', id], args: { field: id } }))
}

/** The fields in which a limit, or one within it, is stated. */
function setFields(limit: Limit | null): readonly string[] {
  if (limit?.kind === 'shortest' || limit?.kind === 'longest') return limit.of.flatMap(setFields)
  return limit?.kind === 'set' ? [limit.field, ...setFields(limit.fallback)] : []
}

/** Of two lengths in one unit with one start the longer is never the shortest, nor the shorter the longest. */
const neverChosen: RuleCheck = ({ regulation }) =>
  Object.values(regulation.duties).flatMap(({ id, within }) => {
    if (within?.kind !== 'shortest' && within?.kind !== 'longest') return []
    const { kind } = within
    const lengths = within.of.map((each) => (each.kind === 'period' ? { ...each, clause: null } : null))
    return lengths.flatMap((one, index): readonly Remark[] => {
      const isBeaten = lengths.some(
        (other, place) => place !== index && one && other && isBeatenBy[kind](one, other, place < index),
      )
      return isBeaten
        ? [{ code: `limit-never-${kind}` as const, path: ['duties', id, 'within', kind, index], args: { duty: id } }]
        : []
    })
  })

type Length = { readonly period: Period }

const isBeatenBy = {
  shortest: isLonger,
  longest: (one: Length, other: Length, isLater: boolean) => isLonger(other, one, isLater),
}

/** Longer than the other, or as long and written later. */
function isLonger(one: Length, other: Length, isLater: boolean): boolean {
  const start = ({ period, ...rest }: Length) => ({ ...rest, unit: period.unit })
  if (!isSame(start(one), start(other))) return false
  return one.period.amount > other.period.amount || (isLater && one.period.amount === other.period.amount)
}

/** A duty gives days in which the only acts that meet it are refused as too late. */
const shutBeforeDue: RuleCheck = ({ regulation }) =>
  Object.values(regulation.duties).flatMap((duty) => {
    const period = plainPeriod(duty.within)
    if (period === null || duty.metBy.length === 0) return []
    const isShut = duty.metBy.every(({ act }) => closesBefore(regulation, act, duty, period))
    return isShut
      ? [
          {
            code: 'window-before-due',
            path: ['duties', duty.id, 'within'],
            args: { duty: duty.id, act: duty.metBy[0]?.act ?? '' },
          },
        ]
      : []
  })

function closesBefore({ acts }: Regulation, act: string, duty: Duty, period: Period): boolean {
  const window = acts[act]?.within
  const open = plainPeriod(window?.limit ?? null)
  if (window == null || window.unless !== null || open === null) return false
  const isCountedAlike = duty.from === null && duty.opens.every((opening) => opening.on === 'act' && opening.act === window.from)
  return isCountedAlike && open.unit === period.unit && open.amount < period.amount
}

/** Bounds that no value lies between. */
const crossedBounds: RuleCheck = ({ regulation }) =>
  Object.values(regulation.fields)
    .filter(({ least, most }) => least !== null && most !== null && least > most)
    .map(({ id, least, most }) => ({
      code: 'bounds-crossed',
      path: ['fields', id],
      args: { least: String(least), most: String(most) },
    }))

/**
 * A day or a length that somebody states and a clock hangs on is typed wrongly some day: only an act that corrects puts it right. What
 * is a unit's own affair weighs on nobody.
 */
const neverCorrected: RuleCheck = ({ regulation }) => {
  const acts = Object.values(regulation.acts)
  const corrected = new Set(acts.filter(({ corrects }) => corrects).flatMap(fieldsOfAct))
  const duties = Object.values(regulation.duties).filter(({ isInternal }) => !isInternal)
  return [...new Set(duties.flatMap(fieldsOfClock))]
    .filter((field) => !corrected.has(field) && acts.some((act) => fieldsOfAct(act).includes(field)))
    .map((field) => ({
      code: 'stated-never-corrected',
      path: ['fields', field],
      args: { field, duty: duties.find((duty) => fieldsOfClock(duty).includes(field))?.id ?? '' },
    }))
}

const fieldsOfClock = (duty: Duty): readonly string[] =>
  optionLimits(dutyOptions, duty, []).flatMap(({ limit }) => fieldsOfLimit(limit))

export const limitChecks: readonly RuleCheck[] = [
  contradictingDuties,
  neverChosen,
  shutBeforeDue,
  crossedBounds,
  neverCorrected,
  notALimit,
  limitOfNothing,
]
