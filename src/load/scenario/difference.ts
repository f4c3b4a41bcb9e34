import type { Because } from '../../core/index.js'

/** Something that was expected otherwise: where in `expect`, what was written there, what is, and, where a rule decides it, why. */
export type Difference = {
  readonly what: string
  readonly expected: unknown
  readonly actual: unknown
  readonly because?: readonly Because[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What is not expected at all is not compared. */
export const differs = (what: string, expected: unknown, actual: unknown): readonly Difference[] =>
  expected === undefined || same(expected, actual) ? [] : [{ what, expected, actual: actual ?? null }]
