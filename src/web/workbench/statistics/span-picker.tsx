import { Input } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Problem, StatisticsSpan } from '../../../contract/index.js'
import { changeQuery } from '../address.js'
import { useWords } from '../words/language.js'

type Props = {
  readonly from: string
  readonly to: string
  readonly spans: readonly StatisticsSpan[]
  readonly problems: NonNullable<Problem['problems']>
}

/** The usual spans, and any other by its days. What was typed stays when the server finds it wrong. */
export function SpanPicker({ from, to, spans, problems }: Props) {
  const words = useWords().statistics
  const [typed, setTyped] = useState({ from, to })
  const form = useRef<HTMLFormElement>(null)
  const wrong = problems[0]?.field
  useEffect(() => {
    if (wrong !== undefined) document.getElementById(`span-${wrong}`)?.focus()
  }, [wrong])
  const send = (event: FormEvent): void => {
    event.preventDefault()
    changeQuery({ from: typed.from.trim(), to: typed.to.trim() })
  }
  return (
    <form ref={form} className="span" onSubmit={send} noValidate aria-label={words.span}>
      <UsualSpans
        legend={words.spans}
        {...{ spans, from, to }}
        choose={(each) => changeQuery({ from: each.from, to: each.to })}
      />
      <div className="span-days">
        {(['from', 'to'] as const).map((field) => {
          const problem = problems.find((each) => each.field === field)
          return (
            <div key={field} className="span-day">
              <label htmlFor={`span-${field}`}>{words[field]}</label>
              <Input
                id={`span-${field}`}
                value={typed[field]}
                placeholder={words.datePlaceholder}
                autoComplete="off"
                inputMode="numeric"
                {...(problem ? { status: 'error', 'aria-invalid': true, 'aria-describedby': `wrong-${field}` } : {})}
                onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
              />
              {problem && (
                <p id={`wrong-${field}`} className="span-wrong" role="alert">
                  {problem.sentence}
                </p>
              )}
            </div>
          )
        })}
        <button type="submit" className="plain-button">
          {words.apply}
        </button>
      </div>
    </form>
  )
}

type UsualProps = Pick<Props, 'spans' | 'from' | 'to'> & {
  readonly legend: string
  readonly choose: (span: StatisticsSpan) => void
}

/** The usual spans; the one that is shown is pressed. */
export function UsualSpans({ legend, spans, from, to, choose }: UsualProps) {
  return (
    <fieldset className="ways">
      <legend className="unseen">{legend}</legend>
      {spans.map((each) => (
        <button
          key={each.name}
          type="button"
          className="plain-button"
          aria-pressed={each.from === from && each.to === to}
          onClick={() => choose(each)}
        >
          {each.name}
        </button>
      ))}
    </fieldset>
  )
}
