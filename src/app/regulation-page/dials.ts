import { type ClauseRef, type Duty, type Extend, type Period, type Regulation, withPeriods } from '../../core/index.js'

/** What a dial turns: a limit (one of several: `at`), the longest time with extensions, how often, how much in all, or a rung's moment. */
export type DialPart =
  | { readonly kind: 'limit'; readonly at: number }
  | { readonly kind: 'cap' }
  | { readonly kind: 'times' }
  | { readonly kind: 'total'; readonly at: number }
  | { readonly kind: 'rung'; readonly rung: string }

/** 可调数字. A number of a duty that can be tried otherwise. */
export type Dial = {
  readonly id: string
  readonly duty: string
  readonly part: DialPart
  readonly amount: number
  readonly unit: Period['unit'] | null
  readonly clauses: readonly ClauseRef[]
}

/** Meets each number of a duty; what it answers stands in its place. */
type Meet = (dial: Dial) => number

/** Every number of the duties' limits, extensions and rungs. */
export function dialsOf(regulation: Regulation): readonly Dial[] {
  const found: Dial[] = []
  for (const duty of Object.values(regulation.duties)) {
    walkDuty(duty, (dial) => {
      found.push(dial)
      return dial.amount
    })
  }
  return found
}

/** The regulation with other numbers; what is not named stays. */
export const turned = (regulation: Regulation, amounts: Readonly<Record<string, number>>): Regulation => ({
  ...regulation,
  duties: Object.fromEntries(
    Object.values(regulation.duties).map((duty) => [duty.id, walkDuty(duty, ({ id, amount }) => amounts[id] ?? amount)]),
  ),
})

function walkDuty(duty: Duty, meet: Meet): Duty {
  const place = { duty: duty.id, clauses: duty.clause }
  let at = 0
  const period = ({ amount, unit }: Period): Period => {
    at += 1
    return { unit, amount: meet({ ...place, id: `${duty.id}/limit/${at}`, part: { kind: 'limit', at }, amount, unit }) }
  }
  const within = duty.within === null ? null : withPeriods(duty.within, period)
  return {
    ...duty,
    within,
    notAfter: duty.notAfter === null ? null : walkCap(duty, duty.notAfter, meet),
    extend: duty.extend === null ? null : walkExtend(duty, duty.extend, meet),
    ladder: duty.ladder.map((rung) => {
      const { kind, period: before } = rung.moment
      const part = { kind: 'rung', rung: rung.id } as const
      const clauses = rung.clause.length > 0 ? rung.clause : duty.clause
      const amount = meet({ ...place, ...before, clauses, id: `${duty.id}/rung/${rung.id}`, part })
      return { ...rung, moment: { kind, period: { ...before, amount } } }
    }),
  }
}

function walkCap(duty: Duty, cap: NonNullable<Duty['notAfter']>, meet: Meet): Duty['notAfter'] {
  let at = 0
  const limit = withPeriods(cap.limit, (before) => {
    at += 1
    const id = at === 1 ? `${duty.id}/cap` : `${duty.id}/cap/${at}`
    return { ...before, amount: meet({ ...before, id, duty: duty.id, part: { kind: 'cap' }, clauses: cap.clause }) }
  })
  return { ...cap, limit }
}

function walkExtend(duty: Duty, extend: Extend, meet: Meet): Extend {
  const place = { duty: duty.id, clauses: extend.clause }
  return {
    ...extend,
    times:
      extend.times === null
        ? null
        : meet({ ...place, id: `${duty.id}/times`, part: { kind: 'times' }, amount: extend.times, unit: null }),
    totals: extend.totals.map((bound, index) => {
      const part = { kind: 'total', at: index + 1 } as const
      const clauses = bound.clause.length > 0 ? bound.clause : extend.clause
      const id = `${duty.id}/total/${index + 1}`
      return { ...bound, total: meet({ ...place, clauses, id, part, amount: bound.total, unit: extend.unit }) }
    }),
  }
}
