import { createHash } from 'node:crypto'
import type { CountAsked, FigureAsked, Store } from '../../store/index.js'
import type { Deps } from '../deps.js'

type Behind = { readonly matters: readonly number[]; readonly until: number }
type Asked = CountAsked & { readonly figure: FigureAsked }

/** So long they are kept: whom a matter is hidden from may change, and each page is read through the gate anyhow. */
const keptFor = 600_000
const mostKept = 50
const kept = new WeakMap<Store, Map<string, Behind>>()

/**
 * The matters behind a figure of a moment that is past, newest first: it stays what it was, so that whoever goes through its pages has
 * the past worked out once.
 */
export async function mattersBehind(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  { government, asked }: { readonly government: string; readonly asked: Asked },
  find: () => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const own = kept.get(store) ?? new Map<string, Behind>()
  kept.set(store, own)
  const key = createHash('sha256')
    .update(JSON.stringify([government, asked]))
    .digest('hex')
  const found = own.get(key)
  if (found !== undefined && found.until > now()) return found.matters
  const matters = await find()
  own.delete(key)
  own.set(key, { matters, until: now() + keptFor })
  const oldest = own.keys().next()
  if (own.size > mostKept && !oldest.done) own.delete(oldest.value)
  return matters
}
