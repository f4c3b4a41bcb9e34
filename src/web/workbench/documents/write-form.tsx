import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useId, useRef } from 'react'
import type { DocumentView } from '../../../contract/index.js'
import { plainText } from '../../../core/index.js'
import { useDraft } from '../matter/use-draft.js'
import { useSignedIn } from '../session.js'
import { useScreenWords, useWords } from '../words/language.js'
import { DifferingNumbers, QuestionNames } from './bound-numbers.js'
import { documentsWords } from './documents-words.js'
import type { Send } from './send.js'

type Props = {
  readonly shown: DocumentView
  readonly send: Send
  /** Whether what stands in the form is more than what is saved. */
  readonly tellUnsaved: (isUnsaved: boolean) => void
}

/** What a person writes on a document. Whoever begins to type has it to themselves; what is not saved stays in the form, also over a reload. */
export function WriteForm({ shown, send, tellUnsaved }: Props) {
  const words = useScreenWords(documentsWords)
  const id = useId()
  const all = useWords()
  const { government, account } = useSignedIn()
  const draft = useDraft(
    `${government.id}:${account.id}:document:${shown.id}`,
    null,
    Object.fromEntries(shown.writes.map((each) => [each.id, each.value])),
  )
  const written = Object.fromEntries(shown.writes.map(({ id: text }) => [text, String(draft.values[text] ?? '')]))
  const isHeld = useRef(false)
  const cursor = useRef({ text: shown.writes.find(({ most }) => (most ?? 1000) > 200)?.id ?? '', at: Number.MAX_SAFE_INTEGER })
  const isChanged = shown.writes.some((each) => written[each.id] !== each.value)
  useEffect(() => tellUnsaved(isChanged), [isChanged, tellUnsaved])
  const change = (text: string, value: string): void => {
    draft.change(text, value)
    if (isHeld.current) return
    isHeld.current = true
    void send('PUT', '/lock', { held: true })
  }
  const put = (bound: string): void => {
    const { text, at } = cursor.current
    const before = written[text] ?? ''
    cursor.current = { text, at: Math.min(at, before.length) + bound.length }
    change(text, `${before.slice(0, at)}${bound}${before.slice(at)}`)
  }
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const problem = await send('PUT', '', { version: shown.version, written })
    if (problem === null) draft.forget()
  }
  if (shown.writes.length === 0) return null
  return (
    <form className="document-writes" onSubmit={(event) => void save(event)}>
      <h2>{words.writes}</h2>
      {draft.isFound && isChanged && <p className="soft">{all.acts.draftFound}</p>}
      {shown.asked && (
        <>
          <DifferingNumbers differing={shown.asked.differing} change={(text, to) => change(text, to(written[text] ?? ''))} />
          <QuestionNames bulletin={shown.asked} put={put} />
        </>
      )}
      {shown.writes.map((each) => (
        <div className="field" key={each.id}>
          <label htmlFor={`${id}-${each.id}`}>
            {each.name}
            {each.isNeeded && words.needed}
          </label>
          <Input.TextArea
            id={`${id}-${each.id}`}
            rows={(each.most ?? 1000) > 200 ? 5 : 1}
            value={written[each.id] ?? ''}
            aria-describedby={each.most === null ? undefined : `${id}-${each.id}-most`}
            onChange={(event) => change(each.id, event.target.value)}
            onSelect={(event) => {
              cursor.current = { text: each.id, at: event.currentTarget.selectionStart }
            }}
          />
          {each.most !== null && (
            <p className="hint" id={`${id}-${each.id}-most`}>
              {words.most(each.most, [...plainText(written[each.id] ?? '')].length)}
            </p>
          )}
        </div>
      ))}
      <Button htmlType="submit" disabled={!isChanged}>
        {words.save}
      </Button>
      {isChanged && (
        <p className="hint" role="status">
          {words.unsaved}
        </p>
      )}
    </form>
  )
}
