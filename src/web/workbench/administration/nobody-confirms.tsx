import type { GovernmentSettings } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

/** Beside what takes two administrators: what to do where there is nobody who could be the second. */
export function NobodyConfirms({ settings }: { readonly settings: GovernmentSettings }) {
  const words = useWords().administration.government
  if (settings.isConfirmable) return null
  return <p className="field field-wide note">{words.nobodyConfirms}</p>
}

/** Beside the choice of a text: how many administrators it takes here, and what to do where there is no second. */
export function TextByTwo({ settings }: { readonly settings: GovernmentSettings }) {
  const words = useWords().administration.government
  return (
    <>
      <p className="field field-wide soft">{settings.takesTwo ? words.byTwo : words.byOne}</p>
      {settings.takesTwo && <NobodyConfirms settings={settings} />}
    </>
  )
}
