import { Button } from 'antd'
import { useState } from 'react'
import type { OwnAccount, RecoveryCodes, SecondFactorBegun } from '../../../contract/index.js'
import { TextField } from '../administration/admin-fields.js'
import { AdminForm } from '../administration/admin-form.js'
import { useSend } from '../administration/use-send.js'
import { useSession, useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'

type Props = { readonly own: OwnAccount; readonly reload: () => void }

/** 动态码. Set up with the password and a first code; recovery codes are shown once. */
export function SecondFactor({ own, reload }: Props) {
  const words = useWords().own
  const sending = useSend('/api/own')
  const { retry } = useSession()
  const { due } = useSignedIn()
  const [current, setCurrent] = useState('')
  const [begun, setBegun] = useState<SecondFactorBegun | null>(null)
  const [code, setCode] = useState('')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { isOn, recoveryLeft } = own.secondFactor

  const begin = async (): Promise<void> => {
    const made = await sending.send<SecondFactorBegun>('second-factor', { password: current })
    setCurrent('')
    setBegun(made)
  }
  const confirm = async (): Promise<void> => {
    const made = await sending.send<RecoveryCodes>('second-factor/confirm', { code })
    if (made === null) return
    setBegun(null)
    setCodes(made.codes)
  }
  const remove = async (): Promise<void> => {
    if ((await sending.send('second-factor/remove', { password: current })) === null) return
    setCurrent('')
    reload()
    if (due !== null) retry()
  }
  const noted = (): void => {
    setCodes(null)
    reload()
    if (due !== null) retry()
  }
  if (codes !== null) return <Recovery codes={codes} noted={noted} />
  if (begun !== null)
    return (
      <AdminForm title={words.factor} sending={sending} submit={() => void confirm()} sendWord={words.confirm}>
        <div className="field-wide">
          <p>{words.secret}</p>
          <p>
            <code>{begun.secret.replace(/.{4}/g, '$& ').trim()}</code>
          </p>
          <p>
            <a href={begun.uri}>{begun.uri}</a>
          </p>
        </div>
        <TextField name="code" label={words.code} value={code} change={setCode} />
      </AdminForm>
    )
  return (
    <AdminForm
      title={words.factor}
      sending={sending}
      submit={() => void (isOn ? remove() : begin())}
      sendWord={isOn ? words.remove : words.begin}
    >
      <p className="field-wide">{isOn ? words.factorOn(recoveryLeft) : words.factorOff}</p>
      <TextField name="current" label={words.current} type="password" value={current} change={setCurrent} />
    </AdminForm>
  )
}

function Recovery({ codes, noted }: { readonly codes: readonly string[]; readonly noted: () => void }) {
  const words = useWords().own
  return (
    <div className="admin-link" role="status">
      <p>{words.recovery}</p>
      <ul>
        {codes.map((each) => (
          <li key={each}>
            <code>{each}</code>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={noted}>
        {words.noted}
      </Button>
    </div>
  )
}
