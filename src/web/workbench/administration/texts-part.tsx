import { Button } from 'antd'
import { useState } from 'react'
import type { KeptText, KeptTexts } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { SelectField, TextField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { AdminTable, Part } from './part.js'
import { useSend } from './use-send.js'

/** 规范用语. Titled texts that a form offers. */
export function TextsPart() {
  const words = useWords().administration
  const { loaded, reload } = useLoad<KeptTexts>('/api/administration/standard-texts')
  const [open, setOpen] = useState<KeptText | 'new' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <Part loaded={loaded} reload={reload}>
      {(kept) => (
        <>
          {open === null ? (
            <div className="admin-tools">
              <Button type="primary" onClick={() => setOpen('new')}>
                {words.texts.add}
              </Button>
              <p className="soft">{words.texts.lead}</p>
            </div>
          ) : (
            <TextForm
              key={open === 'new' ? 'new' : open.id}
              kept={kept}
              text={open === 'new' ? null : open}
              close={close}
              done={() => {
                close()
                reload()
              }}
            />
          )}
          {kept.texts.length === 0 ? <p className="empty">{words.texts.empty}</p> : <Texts texts={kept.texts} edit={setOpen} />}
        </>
      )}
    </Part>
  )
}

function Texts({ texts, edit }: { readonly texts: readonly KeptText[]; readonly edit: (text: KeptText) => void }) {
  const words = useWords().administration
  return (
    <AdminTable title={words.parts.texts} heads={[words.texts.title, words.texts.place, words.texts.text, words.change]}>
      {texts.map((text) => (
        <tr key={text.id}>
          <td>
            <b>{text.title}</b>
          </td>
          <td>
            {text.act?.name ?? words.texts.anyAct}
            {text.field && ` · ${text.field.name}`}
          </td>
          <td className="admin-text">{text.text}</td>
          <td>
            <button type="button" className="quiet" aria-label={`${words.change} ${text.title}`} onClick={() => edit(text)}>
              {words.change}
            </button>
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

type FormProps = {
  readonly kept: KeptTexts
  readonly text: KeptText | null
  readonly close: () => void
  readonly done: () => void
}

function TextForm({ kept, text, close, done }: FormProps) {
  const words = useWords().administration
  const sending = useSend()
  const [typed, setTyped] = useState({
    title: text?.title ?? '',
    text: text?.text ?? '',
    act: text?.act?.id ?? '',
    field: text?.field?.id ?? '',
  })
  const change = (more: Partial<typeof typed>): void => setTyped({ ...typed, ...more })
  const path = text === null ? 'standard-texts' : `standard-texts/${text.id}`
  const body = text === null ? typed : { ...typed, revision: text.revision }
  const save = async (): Promise<void> => void ((await sending.send(path, body)) && done())
  const remove = async (): Promise<void> => void ((await sending.send(`${path}/remove`, { revision: text?.revision })) && done())
  const fields = kept.acts.find(({ id }) => id === typed.act)?.fields ?? []
  return (
    <AdminForm
      title={text === null ? words.texts.add : words.texts.edit}
      sending={sending}
      submit={() => void save()}
      cancel={close}
      more={
        text && (
          <Button danger onClick={() => void remove()}>
            {words.texts.remove}
          </Button>
        )
      }
    >
      <TextField name="title" label={words.texts.title} value={typed.title} change={(title) => change({ title })} />
      <SelectField
        name="act"
        label={words.texts.act}
        value={typed.act}
        none={words.texts.anyAct}
        options={kept.acts}
        change={(act) => change({ act, field: '' })}
      />
      <SelectField
        name="field"
        label={words.texts.field}
        value={typed.field}
        none={words.texts.anyField}
        options={fields}
        change={(field) => change({ field })}
      />
      <TextField name="text" label={words.texts.text} isWide rows={6} value={typed.text} change={(text) => change({ text })} />
    </AdminForm>
  )
}
