export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bound: { readonly atLeast?: number; readonly atMost?: number }
}

/** All figures of this run, in the order they were measured. */
export const figures: Figure[] = []

const shown = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3))

/** Prints one measured figure beside its bound. A figure is a fact, not a test: missing a bound is shown, it fails nothing. */
export function figure(name: string, value: number, unit: string, bound: Figure['bound'] = {}): void {
  figures.push({ name, value, unit, bound })
  const limit =
    bound.atLeast !== undefined
      ? `at least ${shown(bound.atLeast)}`
      : bound.atMost !== undefined
        ? `at most ${shown(bound.atMost)}`
        : ''
  const isMissed = (bound.atLeast !== undefined && value < bound.atLeast) || (bound.atMost !== undefined && value > bound.atMost)
  console.log(
    `${shown(value).padStart(14)} ${unit.padEnd(18)} ${name}${limit ? `  (${limit}${isMissed ? ', MISSED' : ''})` : ''}`,
  )
}
