import { BadPageKey } from '../database/faults.js'
import type { Page, PageOf } from '../types.js'

type KeyPart = string | number | null

const fallback = 50
const most = 200
/** No more are counted than this: of more it is only said that they are more. */
export const countCap = 1000

export const pageLimit = (page: Page | undefined): number => Math.min(Math.max(page?.limit ?? fallback, 1), most)

/** The key of the row a page ended with, null for the first page. */
export function afterKey(page: Page | undefined, parts: readonly ('number' | 'string' | 'moment')[]): KeyPart[] | null {
  if (page?.after === undefined) return null
  const key = decode(page.after)
  const fits = Array.isArray(key) && key.length === parts.length && parts.every((part, at) => isPart(key[at], part))
  if (!fits) throw new BadPageKey('not the key of a page')
  return key
}

/** One row more than the page was read: whether there is a next page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly KeyPart[]): PageOf<Row> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null
  return { rows: shown, next }
}

/** A page of what is known as a whole. */
export function pageAmong(all: readonly number[], page: Page | undefined): PageOf<number> {
  const after = afterKey(page, ['number'])
  const from = after === null ? 0 : all.indexOf(Number(after[0])) + 1
  const limit = pageLimit(page)
  return pageOf(all.slice(from, from + limit + 1), limit, (one) => [one])
}

function decode(key: string): unknown {
  try {
    return JSON.parse(Buffer.from(key, 'base64url').toString())
  } catch {
    return null
  }
}

function isPart(value: unknown, part: 'number' | 'string' | 'moment'): boolean {
  if (part === 'string') return typeof value === 'string'
  return Number.isSafeInteger(value) || (part === 'moment' && value === null)
}
