import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { DocumentView } from '../../../contract/index.js'
import { useScreenWords } from '../words/language.js'
import { documentsWords } from './documents-words.js'
import type { Send } from './send.js'

type IssueProps = { readonly shown: DocumentView; readonly send: Send; readonly isUnsaved: boolean }

/** 签发. What is odd is looked at first; a person decides. What was typed and not saved would stay off the paper for good: it is saved first. */
export function IssueForm({ shown, send, isUnsaved }: IssueProps) {
  const words = useScreenWords(documentsWords)
  const [isSeen, setSeen] = useState(false)
  const odd = shown.oddities
  const issue = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    await send('POST', '/issue', { version: shown.version, despite: odd.map(({ id }) => id) })
  }
  return (
    <form className="document-issue" onSubmit={(event) => void issue(event)}>
      {odd.length > 0 && (
        <>
          <h2>{words.look}</h2>
          <Oddities odd={odd} />
          <label>
            <input type="checkbox" checked={isSeen} onChange={(event) => setSeen(event.target.checked)} /> {words.seen}
          </label>
        </>
      )}
      <p className="hint">{words.issueHint}</p>
      {isUnsaved && <p role="status">{words.saveFirst}</p>}
      <Button type="primary" htmlType="submit" disabled={isUnsaved || (odd.length > 0 && !isSeen)}>
        {words.issue}
      </Button>
    </form>
  )
}

/** 核对. What was shown when it was issued: it was issued all the same. */
export function ShownThen({ odd }: { readonly odd: DocumentView['despite'] }) {
  const words = useScreenWords(documentsWords)
  if (odd.length === 0) return null
  return (
    <details>
      <summary>{words.despite(odd.length)}</summary>
      <Oddities odd={odd} />
    </details>
  )
}

function Oddities({ odd }: { readonly odd: DocumentView['oddities'] }) {
  return (
    <ul>
      {odd.map(({ id, words: found, why }) => (
        <li key={id}>
          {found.length > 0 && <b>{found.join(' ')}</b>} {why}
        </li>
      ))}
    </ul>
  )
}

/** 作废. The number stays used; the reason is kept. */
export function SpoilForm({ send }: { readonly send: Send }) {
  const words = useScreenWords(documentsWords)
  const id = useId()
  const [reason, setReason] = useState<string | null>(null)
  if (reason === null) {
    return (
      <button type="button" className="quiet" onClick={() => setReason('')}>
        {words.spoil}
      </button>
    )
  }
  const spoil = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() !== '') await send('POST', '/spoil', { reason })
  }
  return (
    <form className="document-spoil" onSubmit={(event) => void spoil(event)}>
      <label htmlFor={id}>{words.spoilWhy}</label>
      <Input id={id} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button htmlType="submit" disabled={reason.trim() === ''}>
        {words.spoilNow}
      </Button>
    </form>
  )
}
