import { useAsked } from '../as-of/as-of.js'
import { roleName, useSession, useSignedIn } from '../session.js'
import { useLanguage, useWords } from '../words/language.js'

type Props = { readonly path: string; readonly query: URLSearchParams; readonly says: string }

/** What is on the page as a workbook, `path` with what was asked and as whom, or on paper. */
export function FileActions({ path, query, says }: Props) {
  const words = useWords()
  const { language } = useLanguage()
  const { standing } = useSession()
  const { role } = useSignedIn()
  const asked = useAsked()
  const file = new URLSearchParams(query)
  file.set('lang', language)
  if (standing.status === 'in') file.set('role', roleName(role))
  return (
    <p className="statistics-actions">
      <a className="plain-button" href={asked(`${path}?${file}`)} download>
        {says}
      </a>
      <button type="button" className="plain-button" onClick={() => window.print()}>
        {words.statistics.print}
      </button>
    </p>
  )
}
