import '../css/notes.css'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { MatterView, NotesView, NoteView, Problem } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { useDraft } from '../matter/use-draft.js'
import { useSession, useSignedIn } from '../session.js'
import { MomentText } from '../shown/moment-text.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { KeeperLine } from './keeper-line.js'
import { notesWords } from './notes-words.js'

/** 内部备注. What colleagues say to each other about the matter, and who of them has it in hand; nobody else reads it. */
export function Notes({ matter }: { readonly matter: MatterView }) {
  const words = useScreenWords(notesWords)
  const { ask } = useSession()
  const path = `/api/matters/${encodeURIComponent(matter.id)}`
  const { loaded, reload } = useLoad<NotesView>(`${path}/notes`)
  const [isWriting, setWriting] = useState(false)
  if (loaded.status !== 'ready') return null
  const { house, notes, keeper, colleagues } = loaded.value
  const send = async (method: 'POST' | 'PUT', to: string, body: object): Promise<Problem | null> => {
    const answer = await ask<null>(`${path}/${to}`, { method, body })
    reload()
    return answer.ok ? null : answer.problem
  }
  return (
    <section className="block notes no-print" aria-labelledby="notes">
      <div className="block-head">
        <h2 id="notes">{words.title}</h2>
        {!isWriting && (
          <button type="button" className="quiet" onClick={() => setWriting(true)}>
            {words.write}
          </button>
        )}
      </div>
      <p className="soft">{words.readBy(house)}</p>
      <KeeperLine keeper={keeper} colleagues={colleagues} hand={(body) => send('PUT', 'keeper', body)} />
      <ul className="note-list">
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} />
        ))}
      </ul>
      {isWriting && (
        <NoteForm
          matter={matter.id}
          colleagues={colleagues}
          send={(body) => send('POST', 'notes', body)}
          leave={() => setWriting(false)}
        />
      )}
    </section>
  )
}

function NoteLine({ note }: { readonly note: NoteView }) {
  const words = useScreenWords(notesWords)
  const { listComma } = useWords()
  const { kind, by, told, text, at } = note
  const what =
    kind === 'handed' ? `${words.kinds.handed} ${words.to(told.map(({ name }) => name).join(listComma))}` : words.kinds[kind]
  return (
    <li className="note-line">
      <span className="soft">
        <b>{by.name}</b> <MomentText at={at} /> {what}
      </span>
      {text !== '' && <p className="note-text">{text}</p>}
    </li>
  )
}

type FormProps = {
  readonly matter: string
  readonly colleagues: NotesView['colleagues']
  readonly send: (body: { readonly text: string; readonly told: readonly string[] }) => Promise<Problem | null>
  readonly leave: () => void
}

/** Whoever is named with an @ is told. What was typed stays in this tab until it is sent. */
function NoteForm({ matter, colleagues, send, leave }: FormProps) {
  const words = useScreenWords(notesWords)
  const all = useWords()
  const { government, account } = useSignedIn()
  const id = useId()
  const draft = useDraft(`${government.id}:${account.id}:${matter}:note`, null, {})
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const text = typeof draft.values.text === 'string' ? draft.values.text : ''
  const others = colleagues.filter((each) => each.id !== account.id)
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy || text.trim() === '') return
    setBusy(true)
    const told = others.filter(({ name }) => text.includes(`@${name}`)).map((each) => each.id)
    const found = await send({ text: text.trim(), told })
    setBusy(false)
    setProblem(found === null ? null : found.detail || titleOf(found, all))
    if (found !== null) return
    draft.forget()
    leave()
  }
  return (
    <form className="note-form" onSubmit={(event) => void keep(event)}>
      <label htmlFor={id}>{words.label}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={2}
        className="growing"
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => draft.change('text', event.target.value)}
      />
      <p className="hint" id={`${id}-hint`}>
        {words.hint}
      </p>
      <div className="mentions">
        {others.map(({ id: each, name }) => (
          <button
            key={each}
            type="button"
            className="quiet"
            onClick={() => draft.change('text', `${text}${words.mention(name)} `)}
          >
            {words.mention(name)}
          </button>
        ))}
      </div>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="form-end">
        <Button htmlType="submit" loading={isBusy}>
          {words.send}
        </Button>
        <Button onClick={leave}>{all.cancel}</Button>
      </div>
    </form>
  )
}
