import { createHash, randomBytes } from 'node:crypto'

/** 种子. 64 hexadecimal digits that nobody chooses. */
export const newSeed = (): string => randomBytes(32).toString('hex')

/**
 * 抽签. Every number has its lot: the SHA-256 of the seed, a slash and the number; those with the smallest are drawn, in that order. Whoever has the
 * seed and the numbers draws the same.
 */
export function drawn(seed: string, among: readonly string[], amount: number): readonly string[] {
  const lots = among.map((number) => ({ number, lot: createHash('sha256').update(`${seed}/${number}`).digest('hex') }))
  return lots
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, amount)
    .map(({ number }) => number)
}
