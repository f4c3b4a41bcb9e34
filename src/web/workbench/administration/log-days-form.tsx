import { useState } from 'react'
import type { GovernmentSettings } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { TextField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { NobodyConfirms } from './nobody-confirms.js'
import { useAsKept } from './use-as-kept.js'
import { useSend } from './use-send.js'

/** 日志保存期限. A shorter one takes another administrator, who enters the same. */
export function LogDaysForm({ settings, done }: { readonly settings: GovernmentSettings; readonly done: () => void }) {
  const words = useWords().administration.government
  const sending = useSend()
  const { days, asked } = settings.log
  const [typed, setTyped] = useAsKept(days === null ? '' : String(days))
  const [isSaved, setSaved] = useState(false)
  const save = async (): Promise<void> => {
    const written = typed.trim()
    // What is no number is too few: it must not become "for ever".
    const asked = written === '' ? null : /^\d{1,6}$/.test(written) ? Number(written) : 0
    if ((await sending.send('log-days', { days: asked, revision: settings.revision })) === null) return
    setSaved(true)
    done()
  }
  const type = (days: string): void => {
    setTyped(days)
    setSaved(false)
  }
  return (
    <AdminForm
      title={words.logDays}
      sending={sending}
      submit={() => void save()}
      more={isSaved && <p role="status">{words.saved}</p>}
    >
      <p className="field field-wide" role="status">
        {words.logNow(days)} {asked !== null && words.logAsked(asked.by.name, asked.days)}
      </p>
      <NobodyConfirms settings={settings} />
      <TextField name="days" label={words.days} hint={words.daysHint} isOptional value={typed} change={type} />
    </AdminForm>
  )
}
