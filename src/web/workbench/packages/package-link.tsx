import { useAsked } from '../as-of/as-of.js'
import { roleName, useSignedIn } from '../session.js'
import { useLanguage, useScreenWords } from '../words/language.js'
import { packagesWords } from './packages-words.js'

/** A matter as a file (归档包, 办理情况 on paper), as it stands or as it stood. A browser sends no header with a link: the role stands in the address. */
export function MatterFiles({ matter }: { readonly matter: string }) {
  const words = useScreenWords(packagesWords)
  const { role } = useSignedIn()
  const asked = useAsked()
  const { language } = useLanguage()
  const path = (what: string) =>
    `/api/matters/${encodeURIComponent(matter)}/${what}?role=${encodeURIComponent(roleName(role))}&lang=${language}`
  return (
    <>
      <a className="no-print" href={asked(path('package'))} download>
        {words.link}
      </a>
      <a className="no-print" href={asked(path('sheet'))} download>
        {words.sheet}
      </a>
    </>
  )
}
