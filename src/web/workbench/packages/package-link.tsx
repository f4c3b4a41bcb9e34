import { useAsked } from '../as-of/as-of.js'
import { roleName, useSignedIn } from '../session.js'
import { useLanguage, useScreenWords } from '../words/language.js'
import { packagesWords } from './packages-words.js'

/** 归档包 of one matter, as it stands or as it stood. A browser sends no header with a link: the role stands in the address. */
export function PackageLink({ matter }: { readonly matter: string }) {
  const words = useScreenWords(packagesWords)
  const { role } = useSignedIn()
  const asked = useAsked()
  const { language } = useLanguage()
  const path = `/api/matters/${encodeURIComponent(matter)}/package?role=${encodeURIComponent(roleName(role))}&lang=${language}`
  return (
    <a className="no-print" href={asked(path)} download>
      {words.link}
    </a>
  )
}
