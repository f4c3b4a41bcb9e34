import { hash } from 'node:crypto'
import { asSeen, type Regulation } from '../../core/index.js'
import { seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { isRowNumber } from '../words/import-columns.js'

/** What a row says that can be compared with what was recorded: its texts by field, none of identity, and when it was written. */
export type RowWords = { readonly texts: Readonly<Record<string, string>>; readonly time: string | null }

/** Of what is stated, field by field, the texts that stand in the record as they came. */
export function wordsIn(
  { fields }: Regulation,
  stated: readonly (readonly [field: string, value: unknown])[],
  time: string | null,
): RowWords {
  const texts = stated.flatMap(([id, value]) => {
    const field = fields[id]
    const isText = field?.type === 'text' || field?.type === 'longText'
    return isText && !field.isIdentity && typeof value === 'string' ? [[id, plain(value)]] : []
  })
  return { texts: Object.fromEntries(texts), time }
}

/** As a reader has it: blanks, line ends and what does not show make no other words. */
const plain = (text: string): string => asSeen(text).normalize('NFKC').replace(/\s+/g, ' ').trim()

/** Whether two say the same, as far as both say something. */
export function saySame(one: RowWords, other: RowWords): boolean {
  const both = Object.keys(one.texts).filter((id) => other.texts[id] !== undefined)
  const isSameTime = one.time === null || other.time === null || one.time === other.time
  return isSameTime && both.length > 0 && both.every((id) => one.texts[id] === other.texts[id])
}

/** What a row says, short: a list of a million rows holds one of these for each. By the name of each field, and when it was written under none, a sum. */
export type WordsMark = string & { readonly mark: unique symbol }

export const markOf = ({ texts, time }: RowWords): WordsMark =>
  [...(time === null ? [] : [['', time]]), ...Object.entries(texts)]
    .map(([id = '', text = '']) => `${id}=${sumOf(text)}`)
    .join(' ') as WordsMark

/** Nine bytes: two rows are compared only if they have the same number. */
const sumOf = (text: string): string => hash('sm3', text, 'base64url').slice(0, 12)

/** Whether two rows say the same, by their marks. */
export const markSame = (one: WordsMark, other: WordsMark): boolean => saySame(summed(one), summed(other))

function summed(mark: WordsMark): RowWords {
  const { '': time = null, ...texts } = Object.fromEntries(mark.split(' ').map((each) => each.split('='))) as Record<
    string,
    string
  >
  return { texts, time }
}

/** What was recorded of a matter that an import brought in before. */
export async function wordsRecorded(
  deps: Deps,
  { government, matter, regulation }: { readonly government: string; readonly matter: number; readonly regulation: Regulation },
): Promise<{ readonly number: string; readonly words: RowWords } | null> {
  const loaded = await deps.store.loadMatter(government, matter, seesAll)
  const first = loaded?.events[0]?.data
  if (loaded == null || first === undefined) return null
  const { source, with: stated } = first
  const time = typeof source === 'object' && source !== null && 'time' in source ? source.time : null
  const words = wordsIn(regulation, isRecord(stated) ? Object.entries(stated) : [], typeof time === 'string' ? time : null)
  return { number: loaded.row.number, words }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Figures that a spreadsheet has rounded: no number of anything. */
export const isRounded = (id: string): boolean => /^\d(\.\d+)?e\+?\d+$/i.test(id)

/** A row without a number of its own is known by what it says; where it stands in a list is not a part of that. */
export function contentId({ id }: Regulation, cells: Readonly<Record<string, string>>): string {
  const said = Object.entries(cells).flatMap(([head, cell]) => (isRowNumber(head) || cell === '' ? [] : [cell]))
  return `sm3:${hash('sm3', JSON.stringify([id, said]), 'hex')}`
}
