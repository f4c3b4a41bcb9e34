import { Button } from 'antd'
import { useState } from 'react'
import type { FormSettings } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { TextField, TickField } from './admin-fields.js'
import { AdminForm, useProblemOf } from './admin-form.js'
import { Part } from './part.js'
import { useAsKept } from './use-as-kept.js'
import { useSend } from './use-send.js'

/** 表单. What a regulation asks stays; own lines, order, hints and which channels are offered are the office's, for each kind of matter. */
export function FormPart() {
  const [kind, choose] = useState('')
  const query = kind === '' ? '' : `?${new URLSearchParams({ regulation: kind })}`
  const { loaded, reload } = useLoad<FormSettings>(`/api/administration/form${query}`)
  return (
    <Part loaded={loaded} reload={reload}>
      {(settings) => (
        <>
          <KindChoice settings={settings} choose={choose} />
          <FieldsForm key={settings.regulation} settings={settings} done={reload} />
        </>
      )}
    </Part>
  )
}

/** Each kind has a form of its own; nothing where there is one. */
function KindChoice({ settings, choose }: { readonly settings: FormSettings; readonly choose: (kind: string) => void }) {
  const words = useWords().administration.form
  if (settings.kinds.length === 0) return null
  return (
    <div className="admin-filter">
      <label>
        <span>{words.kind}</span>
        <select className="plain-select" value={settings.regulation} onChange={(event) => choose(event.target.value)}>
          {settings.kinds.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function FieldsForm({ settings, done }: { readonly settings: FormSettings; readonly done: () => void }) {
  const { form: words, government } = useWords().administration
  const sending = useSend()
  const [typed, setTyped] = useAsKept({
    fields: settings.fields,
    notice: settings.notice,
    closed: settings.channels.flatMap(({ id, isOffered }) => (isOffered ? [] : [id])),
  })
  const [isSaved, setSaved] = useState(false)
  const { fields, notice, closed } = typed
  const change = (more: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...more })
    setSaved(false)
  }
  const move = (at: number, by: -1 | 1): void => {
    const moved = [...fields]
    const [field] = moved.splice(at, 1)
    if (field !== undefined) moved.splice(at + by, 0, field)
    change({ fields: moved })
  }
  const hint = (id: string, ownHint: string): void =>
    change({ fields: fields.map((each) => (each.id === id ? { ...each, ownHint } : each)) })
  const save = async (): Promise<void> => {
    const hints = Object.fromEntries(fields.map(({ id, ownHint }) => [id, ownHint]))
    const { regulation, revision } = settings
    const body = { regulation, notice, order: fields.map(({ id }) => id), hints, closedChannels: closed, revision }
    if ((await sending.send('form', body)) === null) return
    setSaved(true)
    done()
  }
  return (
    <AdminForm
      title={words.title(settings.act)}
      sending={sending}
      submit={() => void save()}
      more={isSaved && <p role="status">{government.saved}</p>}
    >
      {settings.regulationNotice.length > 0 && (
        <div className="field field-wide">
          <p>
            <b>{words.regulationNotice}</b>
          </p>
          <ol className="admin-notice">
            {settings.regulationNotice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </div>
      )}
      <TextField
        name="notice"
        label={words.notice}
        hint={words.noticeHint}
        isOptional
        isWide
        rows={3}
        value={notice}
        change={(notice) => change({ notice })}
      />
      <div className="field-wide">
        <p className="soft">{words.lead}</p>
        <HintProblem />
        <ol className="admin-order">
          {fields.map((field, at) => (
            <li key={field.id}>
              <span className="admin-order-name">
                <b>{field.name}</b> <span className="soft">{field.isNeeded ? words.needed : words.optional}</span>
                {field.hint !== '' && <span className="admin-order-hint">{words.byRegulation(field.hint)}</span>}
              </span>
              <input
                className="plain-input"
                aria-label={words.hintOf(field.name)}
                placeholder={words.hint}
                value={field.ownHint}
                onChange={(event) => hint(field.id, event.target.value)}
              />
              <span className="admin-order-moves">
                <Button aria-label={words.up(field.name)} disabled={at === 0} onClick={() => move(at, -1)}>
                  ↑
                </Button>
                <Button aria-label={words.down(field.name)} disabled={at === fields.length - 1} onClick={() => move(at, 1)}>
                  ↓
                </Button>
              </span>
            </li>
          ))}
        </ol>
      </div>
      {settings.channels.length > 0 && (
        <fieldset className="field field-wide">
          <legend>{words.channels}</legend>
          <div className="options">
            {settings.channels.map(({ id, name, isPortal }) =>
              isPortal ? (
                <span key={id}>{words.portalChannel(name)}</span>
              ) : (
                <TickField
                  key={id}
                  name="channels"
                  label={name}
                  isOn={!closed.includes(id)}
                  change={(isOn) => change({ closed: isOn ? closed.filter((each) => each !== id) : [...closed, id] })}
                />
              ),
            )}
          </div>
        </fieldset>
      )}
    </AdminForm>
  )
}

function HintProblem() {
  const inHints = useProblemOf('hints')
  const inOrder = useProblemOf('order')
  const problem = inHints ?? inOrder
  return problem === null ? null : <p className="field-problem">{problem}</p>
}
