/** 种子. Numbers below one that are the same for the same seed (mulberry32). */
export type Random = { next(): number; below(bound: number): number; oneOf<T>(of: readonly T[]): T | undefined }

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return { next, below, oneOf: (of) => of[below(of.length)] }
}
