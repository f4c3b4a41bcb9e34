import { useState } from 'react'
import { TextField } from '../administration/admin-fields.js'
import { AdminForm } from '../administration/admin-form.js'
import { useSend } from '../administration/use-send.js'
import { useSession, useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'

const nothing = { current: '', password: '', again: '' }

/** 修改密码. Typed twice; the rules stand beside it before anything is typed. */
export function OwnPassword() {
  const words = useWords().own
  const sending = useSend('/api/own')
  const { retry } = useSession()
  const { due } = useSignedIn()
  const [typed, setTyped] = useState(nothing)
  const [isDone, setDone] = useState(false)
  const save = async (): Promise<void> => {
    if ((await sending.send('password', typed)) === null) return
    setTyped(nothing)
    setDone(true)
    // What was due is so no longer.
    if (due !== null) retry()
  }
  const field = (name: keyof typeof nothing, label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      type="password"
      value={typed[name]}
      change={(value) => setTyped({ ...typed, [name]: value })}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  return (
    <AdminForm title={words.password} sending={sending} submit={() => void save()} sendWord={words.password}>
      {isDone && (
        <p role="status" className="field-wide">
          {words.changed}
        </p>
      )}
      {field('current', words.current)}
      {field('password', words.next, words.rules)}
      {field('again', words.again)}
    </AdminForm>
  )
}
