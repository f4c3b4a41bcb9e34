import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useWords } from '../words/language.js'
import { textsFor } from './texts-for.js'
import type { Writing } from './writing.js'

type Props = {
  readonly id: string
  readonly writing: Writing
  readonly field: string
  readonly insert: (text: string) => void
}

/** 规范用语. The office's own texts for this field; a click puts one where the writer stands. */
export function StandardTexts({ id, writing, field, insert }: Props) {
  const words = useWords()
  const { loaded, reload } = writing.texts
  const texts = textsFor(loaded, field)
  return (
    <div className="reply-texts" id={id}>
      {loaded.status === 'loading' && <Waiting lines={2} />}
      {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
      {loaded.status === 'ready' && texts.length === 0 && <p className="soft">{words.reply.textsNone}</p>}
      {texts.length > 0 && (
        <ul>
          {texts.map((each) => (
            <li key={each.id}>
              <button type="button" className="reply-standard" onClick={() => insert(each.text)}>
                <b>{words.reply.insert(each.title)}</b>
                <span>{each.text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
