import type { Compared } from './replay.js'
import { isLate } from './replay.js'

/** Late before, late after; late that was not, and no longer. */
export type Tally = { before: number; after: number; worse: number; better: number }

export const emptyTally = (): Tally => ({ before: 0, after: 0, worse: 0, better: 0 })

/** What is counted while matters are replayed, each matter once in each tally. */
export type Tallies = {
  readonly matters: Tally
  readonly units: Map<string, Tally>
  readonly duties: Map<string, Tally>
  readonly rungs: Map<string, { readonly duty: string; readonly rung: string; before: number; after: number }>
  moved: number
}

export const emptyTallies = (): Tallies => ({
  matters: emptyTally(),
  units: new Map(),
  duties: new Map(),
  rungs: new Map(),
  moved: 0,
})

/** Adds one matter. */
export function addMatter(tallies: Tallies, compared: readonly Compared[]): void {
  count(tallies.matters, compared)
  for (const [unit, of] of groupedBy(compared, ({ before, after }) => (after ?? before)?.unit ?? ''))
    count(entry(tallies.units, unit), of)
  for (const [duty, of] of groupedBy(compared, ({ before, after }) => (after ?? before)?.duty ?? ''))
    count(entry(tallies.duties, duty), of)
  for (const { before, after } of compared) {
    if (before?.dueAt !== after?.dueAt) tallies.moved += 1
    for (const [side, state] of [
      ['before', before],
      ['after', after],
    ] as const) {
      for (const rung of new Set(state?.reached.map((each) => each.rung))) {
        const duty = state?.duty ?? ''
        const key = `${duty}/${rung}`
        const found = tallies.rungs.get(key) ?? { duty, rung, before: 0, after: 0 }
        found[side] += 1
        tallies.rungs.set(key, found)
      }
    }
  }
}

function count(tally: Tally, compared: readonly Compared[]): void {
  const was = compared.some(({ before }) => isLate(before))
  const is = compared.some(({ after }) => isLate(after))
  tally.before += Number(was)
  tally.after += Number(is)
  tally.worse += Number(is && !was)
  tally.better += Number(was && !is)
}

function entry(tallies: Map<string, Tally>, key: string): Tally {
  const found = tallies.get(key) ?? emptyTally()
  tallies.set(key, found)
  return found
}

function groupedBy(compared: readonly Compared[], keyOf: (each: Compared) => string): ReadonlyMap<string, readonly Compared[]> {
  const groups = new Map<string, Compared[]>()
  for (const each of compared) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each])
  return groups
}
