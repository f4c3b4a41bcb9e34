import type { Desk } from '../../../contract/index.js'
import { changeQuery } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { notesWords } from '../notes/notes-words.js'
import { useLoad } from '../use-load.js'
import { useScreenWords } from '../words/language.js'
import { ofWhose } from './whose.js'

/** Whoever has nothing on their own desk sees how much lies on the others of their unit, and goes there by one press. */
export function WholeHouse() {
  const words = useScreenWords(notesWords)
  const { loaded } = useLoad<Desk>(useAsked()(ofWhose('/api/desk', 'house')))
  const counts = loaded.status === 'ready' ? loaded.value.counts : null
  if (counts === null || counts.open === 0) return null
  return (
    <p className="other-desks">
      <button type="button" className="quiet" onClick={() => changeQuery({ whose: 'house', at: '' })}>
        {words.whose.waiting(counts.open, counts.overdue)}
      </button>
    </p>
  )
}
