import type { StandardTextView } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'

type Props = { readonly id: string; readonly act: string; readonly field: string; readonly insert: (text: string) => void }

/** 规范用语. The office's own texts for this field; a click puts one where the writer stands. */
export function StandardTexts({ id, act, field, insert }: Props) {
  const words = useWords()
  const asked = new URLSearchParams({ act, field })
  const { loaded, reload } = useLoad<readonly StandardTextView[]>(`/api/standard-texts?${asked}`)
  return (
    <div className="reply-texts" id={id}>
      {loaded.status === 'loading' && <Waiting lines={2} />}
      {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
      {loaded.status === 'ready' && loaded.value.length === 0 && <p className="soft">{words.reply.textsNone}</p>}
      {loaded.status === 'ready' && (
        <ul>
          {loaded.value.map((each) => (
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
