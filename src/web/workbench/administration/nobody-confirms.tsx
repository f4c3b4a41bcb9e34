import type { GovernmentSettings } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

/** Beside what takes two administrators: what to do where there is nobody who could be the second. */
export function NobodyConfirms({ settings }: { readonly settings: GovernmentSettings }) {
  const words = useWords().administration.government
  if (settings.isConfirmable) return null
  return <p className="field field-wide note">{words.nobodyConfirms}</p>
}
