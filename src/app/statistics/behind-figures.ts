import { createHash } from 'node:crypto'
import type { CountAsked, FigureAsked, Store } from '../../store/index.js'
import type { Deps } from '../deps.js'

type Behind = { readonly matters: readonly number[]; readonly until: number }
type Asked = { readonly government: string; readonly asked: CountAsked & { readonly figure: FigureAsked } }
type Keeping = Pick<Deps, 'store' | 'now'>

/** So long they are kept: whom a matter is hidden from may change, and each page is read through the gate anyhow. */
const keptFor = 600_000
const mostKept = 50
const kept = new WeakMap<Store, Map<string, Behind>>()

/**
 * The matters behind a figure of a moment that is past, newest first, where they were found lately: it stays what it was, so that whoever
 * goes through its pages has the past worked out once. Null: not known.
 */
export function knownBehind({ store, now }: Keeping, asked: Asked): readonly number[] | null {
  const found = kept.get(store)?.get(keyOf(asked))
  return found !== undefined && found.until > now() ? found.matters : null
}

export function keepBehind({ store, now }: Keeping, asked: Asked, matters: readonly number[]): void {
  const own = kept.get(store) ?? new Map<string, Behind>()
  kept.set(store, own)
  const key = keyOf(asked)
  own.delete(key)
  own.set(key, { matters, until: now() + keptFor })
  const oldest = own.keys().next()
  if (own.size > mostKept && !oldest.done) own.delete(oldest.value)
}

const keyOf = ({ government, asked }: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([government, asked]))
    .digest('hex')
