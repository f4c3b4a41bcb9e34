import { Button } from 'antd'
import { useState } from 'react'
import {
  type AccountLinkView,
  type FurtherGovernmentRequest,
  type FurtherGovernments,
  type FurtherPreview,
  textName,
} from '../../../contract/index.js'
import { useSignedIn } from '../session.js'
import { useLanguage, useScreenWords, useWords } from '../words/language.js'
import { TextField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { FurtherTexts, noText } from './further-texts.js'
import { governmentsWords } from './governments-words.js'
import { useSend } from './use-send.js'

type Props = {
  readonly found: FurtherGovernments
  readonly done: (name: string, link: AccountLinkView | null) => void
}

const nothing = ({ freePrefix }: FurtherGovernments): FurtherGovernmentRequest => ({
  ...{ name: '', id: '', numberPrefix: freePrefix ?? 0, hosts: [] },
  ...{ texts: [noText], administrator: { name: '', login: '', contact: '' } },
})

/** 增设一个地方. Filled in, looked at, asked for; whoever confirms sees what was asked for, not a form. */
export function FurtherForm({ found, done }: Props) {
  const words = useScreenWords(governmentsWords)
  const { account } = useSignedIn()
  const sending = useSend()
  const { by, ...waiting } = found.asked ?? { by: null, ...nothing(found) }
  const [typed, setTyped] = useState<FurtherGovernmentRequest>(waiting)
  const [preview, setPreview] = useState<FurtherPreview | null>(null)
  const look = async (): Promise<void> => setPreview(await sending.send('governments/preview', typed))
  const ask = async (): Promise<void> => {
    const made = await sending.send<{ isSet: boolean; link: AccountLinkView | null }>('governments', typed)
    if (made !== null) done(typed.name, made.link)
  }
  const isOthers = by !== null && by.id !== account.id
  return (
    <details className="more-fields" open={by !== null}>
      <summary>{words.add}</summary>
      <AdminForm
        title={words.add}
        sending={sending}
        submit={() => void (preview === null ? look() : ask())}
        sendWord={preview === null ? words.look : isOthers ? words.confirm : words.ask}
        more={preview && <Button onClick={() => setPreview(null)}>{words.back}</Button>}
      >
        {by !== null && (
          <p className="field field-wide" role="status">
            {words.waits(by.name, waiting.name)}
          </p>
        )}
        {by === null && <p className="field field-wide soft">{words.addLead}</p>}
        {!found.isConfirmable && <p className="field field-wide note">{words.nobodyConfirms}</p>}
        {preview === null ? (
          <Fields typed={typed} found={found} change={setTyped} />
        ) : (
          <Preview name={typed.name} preview={preview} />
        )}
      </AdminForm>
    </details>
  )
}

type FieldsProps = {
  readonly typed: FurtherGovernmentRequest
  readonly found: FurtherGovernments
  readonly change: (typed: FurtherGovernmentRequest) => void
}

function Fields({ typed, found, change }: FieldsProps) {
  const words = useScreenWords(governmentsWords)
  const put = (more: Partial<FurtherGovernmentRequest>): void => change({ ...typed, ...more })
  const { administrator } = typed
  const person = (more: Partial<typeof administrator>): void => put({ administrator: { ...administrator, ...more } })
  return (
    <>
      <TextField name="name" label={words.name} value={typed.name} change={(name) => put({ name })} />
      <TextField name="id" label={words.id} hint={words.idHint} value={typed.id} change={(id) => put({ id })} />
      <TextField
        name="numberPrefix"
        label={words.prefix}
        hint={words.prefixHint}
        value={typed.numberPrefix === 0 ? '' : String(typed.numberPrefix)}
        change={(text) => put({ numberPrefix: Number(text.replace(/\D/g, '').slice(0, 2)) })}
      />
      <TextField
        name="hosts"
        label={words.hosts}
        hint={words.hostsHint}
        isOptional
        isWide
        rows={2}
        value={typed.hosts.join('\n')}
        change={(text) => put({ hosts: text.split('\n').slice(0, 20) })}
      />
      <FurtherTexts texts={typed.texts} offered={found.texts} change={(texts) => put({ texts })} />
      <fieldset className="field field-wide admin-group">
        <legend>{words.administrator}</legend>
        <div className="admin-fields">
          <TextField name="personName" label={words.person} value={administrator.name} change={(name) => person({ name })} />
          <TextField name="login" label={words.login} value={administrator.login} change={(login) => person({ login })} />
          <TextField
            name="contact"
            label={words.contact}
            hint={words.contactHint}
            isOptional
            value={administrator.contact}
            change={(contact) => person({ contact })}
          />
        </div>
      </fieldset>
    </>
  )
}

function Preview({ name, preview }: { readonly name: string; readonly preview: FurtherPreview }) {
  const words = useScreenWords(governmentsWords)
  const { about } = useWords()
  const { language } = useLanguage()
  return (
    <div className="field field-wide admin-preview" role="status">
      <h3>{words.preview(name)}</h3>
      <dl className="stated">
        <Line name={words.address} values={[`${window.location.origin}${preview.address}`, ...preview.hosts]} />
        <Line name={words.prefix} values={[words.numbers(preview.numberPrefix)]} />
        <Line
          name={words.texts}
          values={preview.texts.map(
            (each) =>
              `${about(each.matter, textName(language, each.name, each.version))} · ${each.isInForce ? words.inForce : words.notInForce(each.from)}`,
          )}
        />
        <Line name={words.roles} values={[preview.roles.map((role) => role.name).join(' · ')]} />
        <Line name={words.administrator} values={[preview.administrator]} />
      </dl>
    </div>
  )
}

function Line({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      {values.map((value) => (
        <dd key={value}>{value}</dd>
      ))}
    </div>
  )
}
