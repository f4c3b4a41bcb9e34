export type Bound = { readonly atLeast?: number; readonly atMost?: number }
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bound: Bound
}
export type Section = { readonly name: string; readonly figures: Figure[]; readonly notes: string[] }

/** All benches of this run, in the order they ran, with what they measured. */
export const sections: Section[] = []

/** A bench begins: what follows belongs to it. */
export function section(name: string): void {
  sections.push({ name, figures: [], notes: [] })
  console.log(`\n${name}`)
}

function current(): Section {
  const last = sections.at(-1)
  if (last === undefined) throw new Error('no bench has begun')
  return last
}

export const shownValue = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)

export function shownBound({ atLeast, atMost }: Bound): string {
  if (atLeast !== undefined) return `at least ${shownValue(atLeast)}`
  return atMost === undefined ? '' : `at most ${shownValue(atMost)}`
}

export const isMissed = ({ value, bound: { atLeast, atMost } }: Figure): boolean =>
  (atLeast !== undefined && !(value >= atLeast)) || (atMost !== undefined && !(value <= atMost))

/** Prints one measured figure beside its bound. A figure is a fact, not a test: missing a bound is shown, it fails nothing. */
export function figure(name: string, value: number, unit: string, bound: Bound = {}): void {
  const measured = { name, value, unit, bound }
  current().figures.push(measured)
  const limit = shownBound(bound)
  const shown = limit === '' ? '' : `  (${limit}${isMissed(measured) ? ', MISSED' : ''})`
  console.log(`${shownValue(value).padStart(14)} ${unit.padEnd(18)} ${name}${shown}`)
}

/** What belongs to the figures: what was counted, how the data were made, what could not be measured and why. */
export function note(text: string): void {
  current().notes.push(text)
  console.log(`${' '.repeat(15)}${text}`)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) throw new Error('nothing was measured')
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
