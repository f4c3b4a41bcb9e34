import { useState } from 'react'
import type { GovernmentSettings } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { TextField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { EmblemForm } from './emblem-form.js'
import { LogDaysForm } from './log-days-form.js'
import { Part } from './part.js'
import { RehearsalForm } from './rehearsal-form.js'
import { RenewalForm } from './renewal-form.js'
import { useAsKept } from './use-as-kept.js'
import { useSend } from './use-send.js'

/** 政府. Its name and what its portal says, the regulations in force, and a rehearsal's clock. */
export function GovernmentPart() {
  const { loaded, reload } = useLoad<GovernmentSettings>('/api/administration/government')
  return (
    <Part loaded={loaded} reload={reload}>
      {(settings) => (
        <>
          <TieFaults faults={settings.tieFaults} />
          <TextsForm settings={settings} done={reload} />
          <EmblemForm settings={settings} done={reload} />
          <RenewalForm settings={settings} done={reload} />
          <LogDaysForm settings={settings} done={reload} />
          <RehearsalForm settings={settings} />
        </>
      )}
    </Part>
  )
}

/** What two kinds of matters should hear of one another and do not, since a file cannot be read. */
function TieFaults({ faults }: { readonly faults: GovernmentSettings['tieFaults'] }) {
  const words = useWords().administration.government
  if (faults.length === 0) return null
  return (
    <div className="problem" role="alert">
      <p>{words.tieFaults}</p>
      <ul>
        {faults.map(({ place, message, advice }) => (
          <li key={`${place} ${message}`}>
            {place} {message} {advice}
          </li>
        ))}
      </ul>
    </div>
  )
}

function TextsForm({ settings, done }: { readonly settings: GovernmentSettings; readonly done: () => void }) {
  const words = useWords().administration.government
  const sending = useSend()
  const [typed, setTyped] = useAsKept({ name: settings.name, hosts: settings.hosts.join('\n'), ...settings.portal })
  const [isSaved, setSaved] = useState(false)
  const change = (more: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...more })
    setSaved(false)
  }
  const save = async (): Promise<void> => {
    if ((await sending.send('government', { ...typed, hosts: typed.hosts.split('\n'), revision: settings.revision })) === null)
      return
    setSaved(true)
    done()
  }
  const numbers = ['contact', 'address', 'hotline', 'icp', 'police', 'site'] as const
  return (
    <AdminForm
      title={words.texts}
      sending={sending}
      submit={() => void save()}
      more={isSaved && <p role="status">{words.saved}</p>}
    >
      <TextField name="name" label={words.name} value={typed.name} change={(name) => change({ name })} />
      {numbers.map((part) => (
        <TextField
          key={part}
          name={part}
          label={words[part]}
          isOptional
          value={typed[part]}
          change={(value) => change({ [part]: value })}
        />
      ))}
      <TextField
        name="hosts"
        label={words.hosts}
        hint={words.hostsHint}
        isOptional
        isWide
        rows={2}
        value={typed.hosts}
        change={(hosts) => change({ hosts })}
      />
      <TextField
        name="notice"
        label={words.notice}
        hint={words.noticeHint}
        isOptional
        isWide
        rows={4}
        value={typed.notice}
        change={(notice) => change({ notice })}
      />
    </AdminForm>
  )
}
