import type { ActView, BulkTarget } from '../../contract/index.js'

/** What may be done and what not in one matter, or in one share of it. */
export type ActsOn<T extends Weighed = ActView> = { readonly target: BulkTarget; readonly acts: readonly T[] }
type Weighed = Pick<ActView, 'act' | 'unit' | 'refusal' | 'hasCause' | 'meets'>

/** One act over several matters; `act` null: nothing asks for it in any of them. */
export type Gathered<T extends Weighed = ActView> = {
  readonly act: T | null
  readonly targets: readonly BulkTarget[]
  /** How many of them it is open for. */
  readonly open: number
  /** Matters in which it may be done and nothing asks for it: it is not tried there. */
  readonly idle: number
}

/** By the act, in the order of the first matter that knows it. One that is closed is tried once: whoever looks is to learn why. */
export function gathered<T extends Weighed>(offered: readonly ActsOn<T>[]): readonly Gathered<T>[] {
  const offers = new Map<string, Gathered<T>>()
  for (const { target, acts } of offered)
    for (const id of new Set(acts.map(({ act }) => act))) {
      const of = acts.filter((each) => each.act === id)
      const allowed = of.filter(({ refusal }) => refusal === null)
      const open = allowed.filter(({ hasCause }) => hasCause)
      const before = offers.get(id) ?? { act: null, targets: [], open: 0, idle: 0 }
      const tried = allowed.length === 0 ? [target.unit] : open.map(({ unit }) => unit)
      offers.set(id, {
        // What is owed in one of them is told as such.
        act: [before.act, ...open].find((each) => (each?.meets.length ?? 0) > 0) ?? before.act ?? open[0] ?? null,
        targets: [...before.targets, ...tried.map((unit) => ({ matter: target.matter, unit }))],
        open: before.open + open.length,
        idle: before.idle + (open.length === 0 && allowed.length > 0 ? 1 : 0),
      })
    }
  return [...offers.values()]
}
