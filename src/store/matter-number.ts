import type { MatterId } from './types.js'

const largest = 9_999_999

/** 编号. Ten digits: two of the government, seven that run, one that catches a slip of the pen. */
export function matterNumber(prefix: number, matter: MatterId): string {
  if (matter > largest) throw new Error(`prefix ${prefix} has used up its numbers`)
  const digits = `${prefix}${String(matter).padStart(7, '0')}`
  return digits + checkDigit(digits)
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
