import { type Mix, scatter } from './database/scatter.js'
import type { GovernmentId, MatterId } from './types.js'

const largest = 9_999_999

/** 编号. Ten digits: two of the government, seven that run, one that catches a slip of the pen. */
export function matterNumber(prefix: number, running: number): string {
  if (running > largest) throw new Error(`prefix ${prefix} has used up its numbers`)
  const digits = `${prefix}${String(running).padStart(7, '0')}`
  return digits + checkDigit(digits)
}

/** How a government's numbers are made. Before `scatteredFrom` they ran in sequence, as the matters did; those stay as they are. */
export type Numbering = { readonly government: GovernmentId; readonly prefix: number; readonly scatteredFrom: MatterId }

/** Of a new matter: in no sequence that anybody without the key could go on with. */
export function scatteredNumber({ prefix, scatteredFrom }: Numbering, matter: MatterId, mix: Mix): string {
  if (matter > largest) throw new Error(`prefix ${prefix} has used up its numbers`)
  const range = { from: scatteredFrom, to: largest }
  return matterNumber(prefix, scatter(matter, range, mix))
}

/** Whether it can be a number at all: no need to look up, or to count as a try, what was mistyped. */
export const isMatterNumber = (text: string): boolean =>
  /^[1-9]\d{9}$/.test(text) && checkDigit(text.slice(0, 9)) === text.slice(9)

export const numberPrefixOf = (number: string): number => Number(number.slice(0, 2))

/** ISO 7064 MOD 11,10: finds every single wrong digit, and nearly every two that changed places. */
function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}
