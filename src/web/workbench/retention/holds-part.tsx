import { Button } from 'antd'
import { useState } from 'react'
import type { HoldPage, HoldView, RetentionView } from '../../../contract/index.js'
import { TextField } from '../administration/admin-fields.js'
import { AdminForm } from '../administration/admin-form.js'
import { AdminTable } from '../administration/part.js'
import { useSend } from '../administration/use-send.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { More } from '../list/more.js'
import { usePages } from '../use-pages.js'
import { useScreenWords } from '../words/language.js'
import { NumbersForm } from './numbers-form.js'
import { retentionWords } from './retention-words.js'

/** 暂缓销毁. What a review, a court or an audit needs. */
export function HoldsPart({ view }: { readonly view: RetentionView }) {
  const words = useScreenWords(retentionWords)
  const { pages, reload, more, isLoadingMore } = usePages<HoldView, HoldPage>('/api/retention/holds')
  const [lifting, setLifting] = useState<HoldView | null>(null)
  if (pages.status === 'loading') return <Waiting lines={8} />
  if (pages.status === 'failed') return <Problem problem={pages.problem} retry={reload} />
  const { rows, next } = pages.page
  const lifted = (): void => {
    setLifting(null)
    reload()
  }
  return (
    <>
      {rows.length === 0 ? (
        <p className="empty">{words.noneHeld}</p>
      ) : (
        <AdminTable title={words.parts.holds} heads={[words.number, words.reason, words.until, words.by, words.lift]}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="number">{row.number}</td>
              <td>{row.reason}</td>
              <td className="number">{row.until ?? ''}</td>
              <td>
                {row.by.name} <span className="soft number">{row.at.shown}</span>
              </td>
              <td>{view.mayPropose && <Button onClick={() => setLifting(row)}>{words.lift}</Button>}</td>
            </tr>
          ))}
        </AdminTable>
      )}
      <More next={next} load={more} isLoading={isLoadingMore} />
      {lifting !== null && <LiftForm hold={lifting} done={lifted} cancel={() => setLifting(null)} key={lifting.id} />}
      {view.mayPropose && <HoldForm done={reload} />}
    </>
  )
}

type Lifting = { readonly hold: HoldView; readonly done: () => void; readonly cancel: () => void }

function LiftForm({ hold, done, cancel }: Lifting) {
  const words = useScreenWords(retentionWords)
  const sending = useSend('/api/retention')
  const [reason, setReason] = useState('')
  const save = async (): Promise<void> => {
    if ((await sending.send(`holds/${hold.id}/lift`, { reason })) !== null) done()
  }
  return (
    <AdminForm
      title={`${words.lift} · ${hold.number}`}
      sending={sending}
      submit={() => void save()}
      cancel={cancel}
      sendWord={words.lift}
    >
      <TextField name="reason" label={words.liftReason} isWide value={reason} change={setReason} />
    </AdminForm>
  )
}

function HoldForm({ done }: { readonly done: () => void }) {
  const words = useScreenWords(retentionWords)
  const sending = useSend('/api/retention')
  const [until, setUntil] = useState('')
  const send: Parameters<typeof NumbersForm>[0]['send'] = async (asked) => {
    const isHeld = (await sending.send('holds', { ...asked, until })) !== null
    if (isHeld) done()
    return isHeld
  }
  return (
    <NumbersForm title={words.hold} hint={words.holdHint} sending={sending} send={send}>
      <TextField name="until" label={words.until} type="date" isOptional value={until} change={setUntil} />
    </NumbersForm>
  )
}
