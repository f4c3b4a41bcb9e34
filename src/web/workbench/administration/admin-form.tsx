import '../css/administration.css'
import { Button } from 'antd'
import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useRef } from 'react'
import type { Problem } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { useFocusBack } from '../use-focus-back.js'
import { useWords } from '../words/language.js'
import type { Sending } from './use-send.js'

/** What is wrong, by field. */
const Problems = createContext<Readonly<Record<string, string>>>({})
export const useProblemOf = (field: string): string | null => useContext(Problems)[field] ?? null

type Props = {
  readonly title: string
  /** Of its heading: one below the heading that it stands under. */
  readonly level?: 2 | 4
  readonly sending: Sending
  readonly submit: () => void
  readonly cancel?: () => void
  readonly sendWord?: string
  /** Beside the button that saves. */
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** A form of the administration: its heading has the focus when it opens, what is wrong is read out and stands at its field. */
export function AdminForm({ title, level = 2, sending, submit, cancel, sendWord, more, children }: Props) {
  const words = useWords()
  const Heading = `h${level}` as const
  const head = useRef<HTMLHeadingElement>(null)
  const isOpened = cancel !== undefined
  useFocusBack(isOpened)
  useEffect(() => {
    if (isOpened) head.current?.focus()
  }, [isOpened])
  const send = (event: FormEvent): void => {
    event.preventDefault()
    submit()
  }
  const problems = Object.fromEntries((sending.problem?.problems ?? []).map(({ field, sentence }) => [field, sentence]))
  return (
    <form className="admin-form" onSubmit={send} noValidate>
      <Heading ref={head} tabIndex={-1}>
        {title}
      </Heading>
      {sending.problem && <Summary problem={sending.problem} />}
      <Problems value={problems}>
        <div className="admin-fields">{children}</div>
      </Problems>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={sending.isBusy}>
          {sendWord ?? words.administration.save}
        </Button>
        {more}
        {cancel && <Button onClick={cancel}>{words.cancel}</Button>}
      </div>
    </form>
  )
}

function Summary({ problem }: { readonly problem: Problem }) {
  const words = useWords()
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new problem is read out, also one that looks the same.
  useEffect(() => place.current?.focus(), [problem])
  const listed = problem.problems ?? []
  return (
    <div className="refusal" role="alert" tabIndex={-1} ref={place}>
      <p>
        <b>{titleOf(problem, words)}</b>
      </p>
      {listed.length === 0 && problem.detail !== problem.title && <p>{problem.detail}</p>}
      <ul>
        {listed.map(({ field, sentence }) => (
          <li key={field}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
