import { isMatterNumber } from '../../store/index.js'

/** Number and code as the product keeps them, from whatever was typed or pasted: other widths, blanks, labels, signs that nobody sees. */
export function readKnock(typed: { readonly number: string; readonly code: string }): {
  readonly number: string
  readonly code: string
} {
  const inNumber = wordsIn(typed.number)
  const inCode = wordsIn(typed.code)
  const number = numberIn(inNumber)
  // Whoever copied both into the first box has said both.
  const rest = inNumber.slice(inNumber.indexOf(number) + 1).filter((word) => word.length === codeLength)
  return { number, code: (inCode.length > 0 ? inCode : rest).join('').slice(-codeLength) }
}

const codeLength = 6
/** Longer is no number with a label and blanks; it is not read at all. */
const mostTyped = 500

/** Runs of letters and figures, in their plain form. What cannot be seen does not part them. */
const wordsIn = (text: string): readonly string[] =>
  text
    .slice(0, mostTyped)
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}]/gu, '')
    .toUpperCase()
    .match(/[A-Z0-9]+/g) ?? []

function numberIn(words: readonly string[]): string {
  const whole = words.find((word) => /^\d{10}$/.test(word) && isMatterNumber(word))
  return whole ?? words.filter((word) => /^\d+$/.test(word)).join('')
}
