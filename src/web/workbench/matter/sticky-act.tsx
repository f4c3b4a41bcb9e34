import type { MatterView } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'
import { actKey } from './act-key.js'
import { offeredActs } from './primary-act.js'

/** On a phone, at the foot of the screen: the act that is due, or the only one there is, by its name; where several are, the way to them. Away while one is filled in. */
export function StickyAct({ matter }: { readonly matter: MatterView }) {
  const words = useWords()
  const { query } = useAddress()
  const { role } = useSignedIn()
  const { primary, rest } = offeredActs(matter, role, query.get('duty'))
  const only = primary ?? (rest.length === 1 ? rest[0] : undefined)
  if (query.get('act') !== null || (only === undefined && rest.length === 0)) return null
  if (only === undefined) {
    return (
      <a className="sticky-act" href="#acts">
        {words.acts.more(rest.length)}
      </a>
    )
  }
  return (
    <button type="button" className="sticky-act" onClick={() => changeQuery({ act: actKey(only) })}>
      {only.name}
    </button>
  )
}
