/** Signs that leave no mark where they stand: blanks, controls, joiners, marks of direction, fillers, halves of a character. */
const unseen = /[\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu
const seen = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether a reader sees anything of a text. Joiners within words are part of their script and stay; a text of nothing else is empty. */
export const showsSomething = (text: string): boolean => seen.test(text)

/** Of a text all but what only steers how it is set; blanks stay. For comparing what readers see. */
export const asSeen = (text: string): string =>
  text.replace(unseen, (sign) => (/\s/u.test(sign) && sign !== '\uFEFF' ? sign : ''))

/** Length as people count it: code points, not bytes; blanks at the ends and what does not show are not counted. */
export const seenLength = (text: string): number => [...asSeen(text).trim()].length

/** Signs that turn the direction of what stands behind them, and ends of lines. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** A title or a name as it stands in a line of ours: nothing in it turns what follows, and it is one line. What was written stays as it is. */
export const shownLine = (text: string): string => text.replace(turning, '').replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')

/** A name as it is kept: of what was typed or pasted all that shows, with single blanks between and none at its ends. */
export const keptName = (text: string): string => asSeen(text).replace(/\s+/g, ' ').trim()

/** What somebody signs in with, as it is kept: whatever width an input method left it in. */
export const keptLogin = (text: string): string => keptName(text.normalize('NFKC'))

/** Whether two names are one to whoever reads them: in any width, with or without blanks, in capitals or small letters. */
export const isSameName = (one: string, other: string): boolean => compared(one) === compared(other)

const compared = (name: string): string => keptName(name.normalize('NFKC')).replaceAll(' ', '').toLowerCase()
