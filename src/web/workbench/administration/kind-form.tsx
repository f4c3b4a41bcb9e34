import { useState } from 'react'
import { type GovernmentSettings, textName } from '../../../contract/index.js'
import { useLanguage, useWords } from '../words/language.js'
import { SelectField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { TextByTwo } from './nobody-confirms.js'
import { useSend } from './use-send.js'

/** `done`: whether it holds now, or waits for another administrator. */
type Props = { readonly settings: GovernmentSettings; readonly done: (isSet: boolean) => void }

/** 增办一类事项. Takes up a further regulation beside those that are handled here, once another administrator asks for the same. */
export function KindForm({ settings, done }: Props) {
  const { about, administration } = useWords()
  const words = administration.government
  const { language } = useLanguage()
  const sending = useSend()
  const { kindAsked } = settings
  const options = settings.kindsOffered.map((each) => ({ ...each, key: `${each.id} ${each.version}` }))
  const waiting = options.find(({ id, version }) => id === kindAsked?.regulation && version === kindAsked.version)
  const [wanted, choose] = useState('')
  const picked = options.find(({ key }) => key === wanted) ?? waiting ?? options[0]
  const save = async (): Promise<void> => {
    const { id: regulation = '', version = '' } = picked ?? {}
    const made = await sending.send<{ isSet: boolean }>('kinds', { regulation, version, revision: settings.revision })
    if (made !== null) done(made.isSet)
  }
  if (options.length === 0) return null
  return (
    <details className="more-fields" open={waiting !== undefined}>
      <summary>{words.takeUp}</summary>
      <AdminForm title={words.takeUp} sending={sending} submit={() => void save()} sendWord={words.takeUp}>
        {waiting !== undefined && (
          <p className="field field-wide" role="status">
            {words.kindAsked(kindAsked?.by.name ?? '', textName(language, waiting.name, waiting.version))}
          </p>
        )}
        <TextByTwo settings={settings} />
        <SelectField
          name="regulation"
          isWide
          label={words.regulation}
          hint={words.takeUpHint}
          value={picked?.key ?? ''}
          options={options.map(({ key, name, matter, version }) => ({
            id: key,
            name: about(matter, textName(language, name, version)),
          }))}
          change={choose}
        />
      </AdminForm>
    </details>
  )
}
