import { changeQuery, useAddress } from '../address.js'
import { useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'
import { sentence } from '../words/sentence.js'

/** The kind of matter that a list is narrowed to, as the address holds it; '' for all of them. */
export function useKind(): string {
  const { kinds } = useSignedIn()
  const { query } = useAddress()
  return kinds.find(({ id }) => id === query.get('regulation'))?.id ?? ''
}

/** An address of the interface, narrowed to one kind of matter. */
export const ofKind = (path: string, kind: string): string =>
  kind === '' ? path : `${path}${path.includes('?') ? '&' : '?'}regulation=${encodeURIComponent(kind)}`

/** 事项种类. Narrows a list to one kind of matter; not there where the office knows only one. */
export function KindFilter() {
  const words = useWords()
  const { kinds } = useSignedIn()
  const chosen = useKind()
  if (kinds.length < 2) return null
  return (
    <select
      className="kind-filter plain-select"
      aria-label={words.kinds.filter}
      value={chosen}
      onChange={(event) => changeQuery({ regulation: event.target.value, at: '' })}
    >
      {[{ id: '', name: words.kinds.all }, ...kinds].map(({ id, name }) => (
        <option key={id} value={id}>
          {sentence(name)}
        </option>
      ))}
    </select>
  )
}
