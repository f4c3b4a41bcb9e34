import { Button } from 'antd'
import { useState } from 'react'
import type { CalendarPreview, CalendarRequest, LocalCalendar } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { SelectField, TextField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { CalendarPreviewTable } from './calendar-preview.js'
import { AdminTable, Part } from './part.js'
import { useSend } from './use-send.js'

/** 地方假日. Changes of the calendar: looked at before they are saved, never edited after. */
export function CalendarPart() {
  const words = useWords().administration
  const { loaded, reload } = useLoad<LocalCalendar>('/api/administration/calendar')
  const [withdrawing, setWithdrawing] = useState<number | null>(null)
  const done = (): void => {
    setWithdrawing(null)
    reload()
  }
  return (
    <Part loaded={loaded} reload={reload}>
      {(calendar) => (
        <>
          <p className="admin-lead">{words.calendar.lead(calendar.knownThrough)}</p>
          <CalendarForm
            key={`${calendar.revision}/${withdrawing}`}
            calendar={calendar}
            withdrawing={withdrawing}
            leave={() => setWithdrawing(null)}
            done={done}
          />
          {calendar.changes.length === 0 ? (
            <p className="empty">{words.calendar.empty}</p>
          ) : (
            <Changes calendar={calendar} withdraw={setWithdrawing} />
          )}
        </>
      )}
    </Part>
  )
}

type FormProps = {
  readonly calendar: LocalCalendar
  readonly withdrawing: number | null
  readonly leave: () => void
  readonly done: () => void
}

/** First what would move, then the button that saves: what was looked at is what is saved. */
function CalendarForm({ calendar, withdrawing, leave, done }: FormProps) {
  const words = useWords().administration
  const sending = useSend()
  const [typed, setTyped] = useState({ kind: 'off', name: '', firstOn: '', lastOn: '', reason: '', instrument: '' })
  const [preview, setPreview] = useState<CalendarPreview | null>(null)
  const change = (more: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...more })
    setPreview(null)
  }
  const taken = calendar.changes.find(({ id }) => id === withdrawing)
  const kind = taken ? 'withdrawn' : typed.kind === 'work' ? 'work' : 'off'
  const body: CalendarRequest = { ...typed, kind, withdraws: withdrawing, revision: calendar.revision }
  const look = async (): Promise<void> => setPreview(await sending.send<CalendarPreview>('calendar/preview', body))
  const save = async (): Promise<void> => {
    if ((await sending.send('calendar', body)) !== null) done()
  }
  const kinds = (['off', 'work'] as const).map((id) => ({ id, name: words.calendar.kinds[id] }))
  return (
    <AdminForm
      title={taken ? words.calendar.withdraw(taken.name) : words.calendar.add}
      sending={sending}
      submit={() => void (preview === null ? look() : save())}
      sendWord={preview === null ? words.calendar.look : words.calendar.save}
      {...(taken || preview ? { cancel: () => (taken ? leave() : setPreview(null)) } : {})}
      more={preview && <CalendarPreviewTable preview={preview} />}
    >
      {!taken && (
        <>
          <SelectField
            name="kind"
            label={words.calendar.kind}
            value={typed.kind}
            options={kinds}
            change={(value) => change({ kind: value || 'off' })}
          />
          <TextField
            name="name"
            label={words.calendar.name}
            hint={words.calendar.nameHint}
            value={typed.name}
            change={(name) => change({ name })}
          />
          <TextField
            name="firstOn"
            label={words.calendar.firstOn}
            type="date"
            value={typed.firstOn}
            change={(firstOn) => change({ firstOn })}
          />
          <TextField
            name="lastOn"
            label={words.calendar.lastOn}
            isOptional
            type="date"
            value={typed.lastOn}
            change={(lastOn) => change({ lastOn })}
          />
        </>
      )}
      <TextField name="reason" label={words.reason} value={typed.reason} change={(reason) => change({ reason })} />
      <TextField
        name="instrument"
        label={words.instrument}
        hint={words.instrumentHint}
        value={typed.instrument}
        change={(instrument) => change({ instrument })}
      />
    </AdminForm>
  )
}

function Changes({ calendar, withdraw }: { readonly calendar: LocalCalendar; readonly withdraw: (id: number) => void }) {
  const words = useWords().administration
  const heads = [words.calendar.days, words.calendar.name, words.calendar.grounds, words.calendar.who, words.change]
  return (
    <AdminTable title={words.parts.calendar} heads={heads}>
      {[...calendar.changes].reverse().map((each) => (
        <tr key={each.id} className={each.isHolding ? '' : 'admin-off'}>
          <td className="number">
            {each.lastOn === '' || each.lastOn === each.firstOn ? each.firstOn : `${each.firstOn} – ${each.lastOn}`}
          </td>
          <td>
            <b>{each.name}</b> <span className="soft">{words.calendar.kinds[each.kind]}</span>
          </td>
          <td>
            {each.reason} <span className="soft">{each.instrument}</span>
          </td>
          <td>
            {each.who} <span className="moment soft">{each.at.shown}</span>
          </td>
          <td>
            {each.isHolding ? (
              <Button size="small" aria-label={words.calendar.withdraw(each.name)} onClick={() => withdraw(each.id)}>
                {words.calendar.takeBack}
              </Button>
            ) : (
              each.kind !== 'withdrawn' && words.calendar.gone
            )}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
