import type { SessionView } from '../../../contract/index.js'
import { roleName, useSession } from '../session.js'
import { useWords } from '../words/language.js'

/** Which of their roles a person speaks in; with one role only its name is shown. */
export function RoleSwitch({ session }: { readonly session: SessionView }) {
  const words = useWords()
  const { wear } = useSession()
  if (session.roles.length < 2) return <span className="person-role">{titleOf(session.role, words.behalf)}</span>
  return (
    <label className="bar-choice">
      <span className="unseen">{words.role}</span>
      <select value={roleName(session.role)} onChange={(event) => wear(event.target.value)}>
        {session.roles.map((role) => (
          <option key={roleName(role)} value={roleName(role)}>
            {titleOf(role, words.behalf)}
          </option>
        ))}
      </select>
    </label>
  )
}

type RoleTitle = Pick<SessionView['role'], 'name' | 'unit' | 'behalf'>

/** For whom one stands in comes first: the end of a long name is cut off. */
export const titleOf = ({ name, unit, behalf }: RoleTitle, behalfOf: (person: string) => string): string =>
  `${behalf === null ? '' : behalfOf(behalf.name)}${unit === null ? '' : `${unit.name} · `}${name}`
