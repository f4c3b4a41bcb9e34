import { Button } from 'antd'
import { useState } from 'react'
import type { GovernmentSettings } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'
import { TextField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { useSend } from './use-send.js'

/** 演练. Asked for twice, taken back while it is empty. Moves the clock forward; the band on every page says what it shows. */
export function RehearsalForm({ settings: { rehearsal } }: { readonly settings: GovernmentSettings }) {
  const words = useWords()
  const { retry } = useSession()
  const sending = useSend()
  const [on, setOn] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { government } = words.administration
  // The clock stands in the session: all of it is asked for again.
  const begin = async (): Promise<void> => void ((await sending.send('rehearsal')) !== null && retry())
  const end = async (): Promise<void> => void ((await sending.send('rehearsal/end')) !== null && retry())
  const move = async (): Promise<void> => void ((await sending.send('rehearsal/clock', { on })) !== null && retry())
  if (rehearsal.isRehearsal) {
    return (
      <>
        <AdminForm title={government.clock} sending={sending} submit={() => void move()} sendWord={government.move}>
          <p className="field field-wide">{government.clockLead(rehearsal.now.shown)}</p>
          <TextField name="on" label={government.clockTo} type="date" value={on} change={setOn} />
        </AdminForm>
        {rehearsal.mayEnd && (
          <div className="admin-block">
            <p className="soft">{government.mayEnd}</p>
            <Button onClick={() => void end()}>{government.end}</Button>
          </div>
        )}
      </>
    )
  }
  return (
    <div className="admin-block">
      <h2>{government.clock}</h2>
      <p className="soft">{rehearsal.mayBecome ? government.mayBecome : government.mayNot}</p>
      {sending.problem && (
        <p className="field-problem" role="alert">
          {titleOf(sending.problem, words)}
        </p>
      )}
      {rehearsal.mayBecome && !isAsked && <Button onClick={() => setAsked(true)}>{government.become}</Button>}
      {isAsked && (
        <div role="status" className="admin-tools">
          <p>{government.reallyBecome}</p>
          <Button type="primary" onClick={() => void begin()}>
            {government.yesBecome}
          </Button>
          <Button onClick={() => setAsked(false)}>{words.cancel}</Button>
        </div>
      )}
    </div>
  )
}
