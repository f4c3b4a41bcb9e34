import type { OtherDesks as Others } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { roleName, useSession, useSignedIn } from '../session.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { titleOf } from './role-switch.js'

/** 另一个身份的待办. Who wears several roles sees on each desk what waits on the others, and goes there by one press. */
export function OtherDesks() {
  return useSignedIn().roles.length < 2 ? null : <Waiting />
}

function Waiting() {
  const words = useWords()
  const { wear } = useSession()
  const { loaded } = useLoad<Others>(useAsked()('/api/desk/others'))
  const desks = loaded.status === 'ready' ? loaded.value.desks.filter(({ open }) => open > 0) : []
  if (desks.length === 0) return null
  return (
    <ul className="other-desks" aria-label={words.otherDesks.title}>
      {desks.map((desk) => (
        <li key={roleName(desk)}>
          <button type="button" className="quiet" onClick={() => wear(roleName(desk))}>
            {words.otherDesks.waiting(titleOf(desk, words.behalf), desk.open, desk.overdue)}
          </button>
        </li>
      ))}
    </ul>
  )
}
