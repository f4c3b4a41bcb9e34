import '../css/reply.css'
import { useState } from 'react'
import { pointsOf } from '../../../core/index.js'
import { type InputProps, textOf } from '../form/field-props.js'
import { isFilled } from '../form/sent-values.js'
import { LongTextInput } from '../form/text-input.js'
import { readStored, writeStored } from '../stored.js'
import { useWords } from '../words/language.js'
import { PublicPreview } from './public-preview.js'
import { ReplyPoints } from './reply-points.js'
import { ReplyWarnings } from './reply-warnings.js'
import { StandardTexts } from './standard-texts.js'
import { useInsert } from './use-insert.js'
import { useReplyCheck } from './use-reply-check.js'
import { useWriting, type Writing } from './writing.js'

/** 答复. A long text with the message beside it; anywhere else than in an act of a matter, a long text. */
export function ReplyInput(props: InputProps) {
  const writing = useWriting()
  return writing === null ? <LongTextInput {...props} /> : <ReplyEditor {...props} writing={writing} />
}

type Open = 'texts' | 'points' | 'preview'
const checksKey = 'huiyin:reply-checks'

function ReplyEditor({ writing, ...props }: InputProps & { readonly writing: Writing }) {
  const { field, id, value, change } = props
  const words = useWords()
  const [open, setOpen] = useState<Open | null>(null)
  const [isChecked, setChecked] = useState(readStored('local', checksKey) !== 'off')
  const message = messageOf(writing)
  const points = pointsOf(message)
  const text = textOf(value)
  const check = useReplyCheck(writing, field.id, open === 'preview' || (isChecked && isFilled(text)))
  const put = useInsert(id, text, change)
  const insert = (added: string): void => {
    setOpen(null)
    put(added)
  }
  const turnChecks = (): void => {
    writeStored('local', checksKey, isChecked ? 'off' : null)
    setChecked(!isChecked)
  }
  const tool = (name: Open, label: string) => (
    <button
      type="button"
      className="reply-tool"
      aria-expanded={open === name}
      aria-controls={`${id}-${name}`}
      onClick={() => setOpen(open === name ? null : name)}
    >
      {label}
    </button>
  )
  return (
    <div className={`reply${open === 'points' ? ' reply-beside' : ''}`}>
      <fieldset className="reply-tools">
        <legend className="unseen">{words.reply.tools}</legend>
        {tool('texts', words.reply.texts)}
        {points.length > 0 && tool('points', words.reply.points)}
        {field.isSeenByPublic === true && check?.preview !== null && tool('preview', words.reply.preview)}
        <button type="button" className="reply-tool" aria-pressed={isChecked} onClick={turnChecks}>
          {isChecked ? words.reply.checksOn : words.reply.checksOff}
        </button>
      </fieldset>
      {open === 'texts' && <StandardTexts id={`${id}-texts`} writing={writing} field={field.id} insert={insert} />}
      <div className="reply-columns">
        {open === 'points' && <ReplyPoints id={`${id}-points`} points={points} draft={`${writing.draft}:${field.id}`} />}
        <div className="reply-text">
          <LongTextInput {...props} />
          {text.trim() !== '' && <span className="reply-length">{words.reply.length(lengthOf(text))}</span>}
        </div>
      </div>
      {isChecked && check && text.trim() !== '' && <ReplyWarnings warnings={check.warnings} />}
      {open === 'preview' && <PublicPreview id={`${id}-preview`} preview={check?.preview ?? null} />}
    </div>
  )
}

/** As people count: every sign that is seen, no blanks. */
const lengthOf = (text: string): number => [...text.replace(/\s/gu, '')].length

const messageOf = ({ matter }: Writing): string =>
  matter.fields
    .filter((field) => field.isMessage && field.as === 'shown')
    .map((field) => field.value)
    .join('\n')
