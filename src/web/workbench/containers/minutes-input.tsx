import '../css/minutes.css'
import type { ReactNode } from 'react'
import { type InputProps, textOf } from '../form/field-props.js'
import { useScreenWords } from '../words/language.js'
import { containersWords } from './containers-words.js'
import { drafted, standsIn, type Told, useTold, withTold } from './minutes.js'

/** 会议纪要. A long text with what was decided beside it, one by one: whether each is told in it, and a draft of all. */
export function MinutesInput({ children, ...props }: InputProps & { readonly children: ReactNode }) {
  const told = useTold(props.field.id)
  return told === null ? children : <Editor {...props} told={told} input={children} />
}

type Props = InputProps & { readonly told: readonly Told[]; readonly input: ReactNode }

function Editor({ id, value, change, told, input }: Props) {
  const words = useScreenWords(containersWords)
  const text = textOf(value)
  const standing = told.map((each) => ({ each, stands: standsIn(text, each) }))
  const lacking = standing.filter(({ stands }) => stands !== 'whole').length
  const write = (next: string): void => {
    change(next)
    document.getElementById(id)?.focus()
  }
  return (
    <div className="minutes">
      {text.trim() === '' && (
        <button type="button" className="act-beside" onClick={() => write(drafted(told))}>
          {words.draftAll(told.length)}
        </button>
      )}
      {input}
      <section aria-label={words.told}>
        <p className={lacking === 0 ? 'minutes-sum' : 'minutes-sum minutes-lacks'} aria-live="polite">
          {words.toldOf(told.length - lacking, told.length)}
        </p>
        <ol className="minutes-told">
          {standing.map(({ each, stands }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be told alike.
            <li key={at} className={`minutes-${stands}`}>
              <span className="minutes-mark">{words.stands[stands]}</span>
              <span>{each.text}</span>
              {stands !== 'whole' && (
                <button type="button" className="quiet" onClick={() => write(withTold(text, told, each))}>
                  {words.putIn(each.title)}
                </button>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
