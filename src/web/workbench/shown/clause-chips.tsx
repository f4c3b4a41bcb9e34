import { useContext } from 'react'
import type { ClauseView } from '../../../contract/index.js'
import { clauseChips } from '../../parts/index.js'
import { Link } from '../link.js'
import { useLanguage } from '../words/language.js'
import { ClausePlaces } from './clause-place.js'
import { make } from './make.js'

/** Clauses of a rule; opened, each leads to its place in the regulation. */
export function ClauseChips({ clauses }: { readonly clauses: readonly ClauseView[] }) {
  const { language, words } = useLanguage()
  const place = useContext(ClausePlaces)
  return clauseChips(make, clauses, language, ({ id, shown }) => {
    if (place === null) return null
    const to = `regulations/${encodeURIComponent(place.id)}/${encodeURIComponent(place.version)}#clause-${id}`
    return (
      <Link to={to} aria-label={words.about(words.regulations.inRegulation, shown[language])}>
        {words.regulations.inRegulation}
      </Link>
    )
  })
}
