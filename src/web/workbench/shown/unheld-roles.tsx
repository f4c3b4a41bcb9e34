import type { UnheldRole } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

/** 没有人承担的角色. What is owed and lies on nobody's desk; nothing where everybody has somebody. */
export function UnheldRoles({ unheld }: { readonly unheld: readonly UnheldRole[] }) {
  const words = useWords()
  if (unheld.length === 0) return null
  const nameOf = ({ role, unit }: UnheldRole): string => (unit === null ? role.name : `${unit.name} · ${role.name}`)
  return (
    <details className="unheld">
      <summary>{words.unheld.summary(unheld.length)}</summary>
      <p className="soft">{words.unheld.explains}</p>
      <ul>
        {unheld.map((each) => (
          <li key={`${each.role.id}@${each.unit?.id ?? ''} ${each.person ?? ''}`}>
            {nameOf(each)} {each.person !== null && words.unheld.gone(each.person)}{' '}
            {each.duties !== null && <span className="soft">{words.unheld.duties(each.duties)}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
