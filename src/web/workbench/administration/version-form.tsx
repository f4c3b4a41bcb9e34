import { useState } from 'react'
import { type GovernmentSettings, textName, type VersionPreview } from '../../../contract/index.js'
import { useLanguage, useScreenWords, useWords } from '../words/language.js'
import { SelectField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { TextByTwo } from './nobody-confirms.js'
import { useSend } from './use-send.js'
import { versionWords } from './version-words.js'

/** `done`: whether it holds now, or waits for another administrator. */
type Props = { readonly settings: GovernmentSettings; readonly done: (isSet: boolean) => void }

/** 新件适用的文本. Looked at first; it holds once another administrator asks for the same. */
export function VersionForm({ settings, done }: Props) {
  const words = useScreenWords(versionWords)
  const { regulation: label } = useWords().administration.government
  const { language } = useLanguage()
  const sending = useSend()
  const { versionAsked } = settings
  const options = settings.versionsOffered.map((each) => ({ ...each, key: `${each.id} ${each.version}` }))
  const waiting = options.find(({ id, version }) => id === versionAsked?.regulation && version === versionAsked.version)
  const [wanted, choose] = useState('')
  const [preview, setPreview] = useState<VersionPreview | null>(null)
  const picked = options.find(({ key }) => key === wanted) ?? waiting ?? options[0]
  const { id: regulation = '', version = '', key: chosen = '' } = picked ?? {}
  if (options.length === 0) return null
  const look = async (): Promise<void> => setPreview(await sending.send('versions/preview', { regulation, version }))
  const save = async (): Promise<void> => {
    const asked = { regulation, version, revision: settings.revision }
    const made = await sending.send<{ isSet: boolean }>('versions', asked)
    if (made === null) return
    setPreview(null)
    done(made.isSet)
  }
  return (
    <details className="more-fields" open={waiting !== undefined}>
      <summary>{words.title}</summary>
      <AdminForm
        title={words.title}
        sending={sending}
        submit={() => void (preview === null ? look() : save())}
        sendWord={preview === null ? words.look : words.save}
        more={preview && <Differences preview={preview} />}
      >
        {waiting !== undefined && (
          <p className="field field-wide" role="status">
            {words.asked(versionAsked?.by.name ?? '', textName(language, waiting.name, waiting.version))}
          </p>
        )}
        <TextByTwo settings={settings} />
        <SelectField
          name="regulation"
          isWide
          label={label}
          hint={words.hint}
          value={chosen}
          options={options.map(({ key, name, version: of }) => ({ id: key, name: textName(language, name, of) }))}
          change={(key) => {
            choose(key)
            setPreview(null)
          }}
        />
      </AdminForm>
    </details>
  )
}

function Differences({ preview }: { readonly preview: VersionPreview }) {
  const words = useScreenWords(versionWords)
  const parts = preview.parts.filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0)
  return (
    <div className="admin-preview" role="status">
      <p>
        <b>
          {preview.from} → {preview.to}
        </b>{' '}
        {words.running(preview.running, preview.from)}
      </p>
      {!preview.isInForce && <p className="field-problem">{words.notInForce}</p>}
      {parts.length === 0 && <p>{words.same}</p>}
      {parts.map(({ part, added, removed, changed }) => (
        <section key={part}>
          <h3>{words.parts[part]}</h3>
          <dl className="stated">
            <Names name={words.added} names={added} />
            <Names name={words.removed} names={removed} />
            <Names name={words.changed} names={changed} />
          </dl>
        </section>
      ))}
      <Templates {...preview.templates} />
    </div>
  )
}

function Templates({ carried, left }: VersionPreview['templates']) {
  const words = useScreenWords(versionWords)
  if (carried.length + left.length === 0) return null
  return (
    <section>
      <h3>{words.templates}</h3>
      <dl className="stated">
        <Names name={words.carried} names={carried} />
      </dl>
      {left.map(({ name, says }) => (
        <p key={name} className="field-problem">
          {words.left(name, says.join(' '))}
        </p>
      ))}
    </section>
  )
}

function Names({ name, names }: { readonly name: string; readonly names: readonly string[] }) {
  const comma = useWords().listComma
  if (names.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{names.join(comma)}</dd>
    </div>
  )
}
