import { isScalar } from 'yaml'
import type { Changes } from './changes.js'
import { englishPlace } from './english-place.js'
import { type Entry, endOf, entriesOf, entryIn, type Splice, startOf } from './splice.js'

/** Where a clause stands is said in both languages; what only a person can put into English is left, and the check tells of it. */
export function placesInBoth(root: unknown, text: string): Changes {
  const splices = entriesOf(entryIn(root, 'clauses')?.value).flatMap(({ value }) => inBoth(entryIn(value, 'shown'), text))
  return { splices, undecided: [] }
}

function inBoth(entry: Entry | undefined, text: string): readonly Splice[] {
  if (entry === undefined || !isScalar(entry.value)) return []
  const en = englishPlace(String(entry.value.value))
  if (en === null) return []
  const quoted = /[,:]/.test(en) ? JSON.stringify(en) : en
  const place = { from: startOf(entry.value), to: endOf(entry.value) }
  return [{ ...place, text: `{ zh: ${text.slice(place.from, place.to)}, en: ${quoted} }` }]
}
