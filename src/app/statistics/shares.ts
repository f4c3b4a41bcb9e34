import type { Office } from '../office.js'

/** From how many on a share is told as one number: what the most careful of the kinds says. */
export const shareFromIn = ({ programs }: Pick<Office, 'programs'>): number =>
  Math.max(0, ...programs.map(({ regulation }) => regulation.meaning.shareFrom ?? 0))

/** To a tenth of a percent; of few a range; of nothing there is no share. */
export function shareText(numerator: number, denominator: number | null, shareFrom: number): string | null {
  if (denominator === null || denominator === 0) return null
  if (denominator >= shareFrom) return `${((100 * numerator) / denominator).toFixed(1)}%`
  const [least, most] = rangeOf(numerator, denominator)
  return `${Math.floor(100 * least)}–${Math.ceil(100 * most)}%`
}

/** Two-sided 95 of 100. */
const sureness = 1.959964

/** In which range the share lies that few matters tell of: the score interval (E. B. Wilson 1927), which stays within 0 and 1 and serves for few. */
function rangeOf(numerator: number, denominator: number): readonly [number, number] {
  const [share, square] = [numerator / denominator, sureness ** 2]
  const whole = 1 + square / denominator
  const middle = (share + square / (2 * denominator)) / whole
  const half = (sureness / whole) * Math.sqrt((share * (1 - share)) / denominator + square / (4 * denominator ** 2))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}
