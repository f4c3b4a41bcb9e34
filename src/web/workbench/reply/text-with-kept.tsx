import '../css/reply.css'
import { useState } from 'react'
import { type InputProps, textOf } from '../form/field-props.js'
import { LongTextInput } from '../form/text-input.js'
import { useWords } from '../words/language.js'
import { StandardTexts } from './standard-texts.js'
import { textsFor } from './texts-for.js'
import { useInsert } from './use-insert.js'
import { useWriting } from './writing.js'

/** A long text that is no answer; where somebody keeps words for it (a reason to decline), they are offered. */
export function TextWithKept(props: InputProps) {
  const { field, id, value, change } = props
  const words = useWords()
  const writing = useWriting()
  const [isOpen, setOpen] = useState(false)
  const put = useInsert(id, textOf(value), change)
  const insert = (text: string): void => {
    setOpen(false)
    put(text)
  }
  const hasKept = writing !== null && textsFor(writing.texts.loaded, field.id, true).length > 0
  return (
    <>
      {hasKept && (
        <div className="reply-tools">
          <button
            type="button"
            className="reply-tool"
            aria-expanded={isOpen}
            aria-controls={`${id}-texts`}
            onClick={() => setOpen(!isOpen)}
          >
            {words.reply.texts}
          </button>
        </div>
      )}
      {hasKept && isOpen && <StandardTexts id={`${id}-texts`} writing={writing} field={field.id} insert={insert} />}
      <LongTextInput {...props} />
    </>
  )
}
