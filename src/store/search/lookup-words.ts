import { asSeen } from '../../core/index.js'
import { isMatterNumber } from '../matter-number.js'
import type { GovernmentId, Identity } from '../types.js'
import { simplified } from './simplified.js'

/**
 * What a matter is found by as a whole or from its beginning, and not by parts of its text: the end of its number, the number it came
 * with, and who wrote it, as a mark that only the key can make.
 */
export const numberEndWord = (digits: string): string => `-${[...digits].reverse().join('')}`
export const sourceWord = (id: string): string => `:${asSeen(id).normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()}`
export const identityWord = (mark: (text: string) => Buffer, government: GovernmentId, value: string): string =>
  `=${mark(`who/${government}/${plainIdentity(value)}`).toString('base64url', 0, markBytes)}`

/** Enough of a mark to be one of a kind, without a sign that is only half used. */
const markBytes = 15

/** Longer ones nobody types as they were written. */
const longestIdentity = 60

export const identityWords = (
  mark: (text: string) => Buffer,
  government: GovernmentId,
  identity: Identity,
): readonly string[] => {
  const values = Object.values(identity).flatMap((value) =>
    typeof value === 'string' && value.length <= longestIdentity && plainIdentity(value) !== ''
      ? [identityWord(mark, government, value)]
      : [],
  )
  return [...new Set(values)]
}

/** The same name or telephone however it is spaced, joined or written. */
export const plainIdentity = (value: string): string =>
  simplified(asSeen(value).normalize('NFKC').toLowerCase())
    .replaceAll(/[\s\p{P}]/gu, '')
    .replace(beforeMobile, '')

/** What is dialled before a mobile number to reach the country. */
const beforeMobile = /^(\+|00)?86(?=1\d{10}$)/

/** Fewer figures or letters find too much. */
const [fewestFigures, fewestLetters] = [4, 3]

const compact = (text: string): string =>
  asSeen(text)
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')

/** The whole number that was typed or pasted, with its label before it; null: none. */
export function numberIn(text: string): string | null {
  const [, number] = /^[^\d]{0,4}(\d{10})$/.exec(compact(text)) ?? []
  return number !== undefined && isMatterNumber(number) ? number : null
}

/** A part of a number; null: it is no such thing. */
export function figuresIn(text: string): string | null {
  const typed = compact(text)
  return /^\d{1,9}$/.test(typed) && typed.length >= fewestFigures ? typed : null
}

/** With which beginnings a matter is looked up by what was typed; none: it is too short, or no number. */
export function lookupBeginnings(text: string): readonly string[] {
  const figures = figuresIn(text)
  const source = sourceWord(text)
  const isSource = /\d/.test(source) && source.length > fewestLetters && !/\s/.test(text.trim())
  return [...(figures === null ? [] : [numberEndWord(figures)]), ...(isSource ? [source] : [])]
}

/** From a beginning to what no longer begins with it, in the order of bytes. */
export const spanOf = (beginning: string): readonly [from: string, before: string] => [beginning, `${beginning}\uFFFF`]
