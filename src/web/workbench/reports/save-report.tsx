import { type FormEvent, useState } from 'react'
import type { Problem as ProblemView, ReportAsked, ReportChoices, SavedReportView } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { useSession } from '../session.js'
import { useScreenWords } from '../words/language.js'
import { reportWords } from './report-words.js'

type Props = { readonly asked: ReportAsked; readonly choices: ReportChoices; readonly reload: () => void }

/** Keeps the report under a name: for oneself, for roles, or to be made as each cycle ends. What was typed stays where it is refused. */
export function SaveReport({ asked, choices, reload }: Props) {
  const words = useScreenWords(reportWords)
  const { ask } = useSession()
  const [name, setName] = useState('')
  const [every, setEvery] = useState('')
  const [sharedWith, setShared] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [said, setSaid] = useState('')
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const body = { name, asked, sharedWith, every: every === '' ? null : every }
    const answer = await ask<SavedReportView>('/api/reports', { method: 'POST', body })
    setProblem(answer.ok ? null : answer.problem)
    setSaid(answer.ok ? words.saved(answer.value.name) : '')
    if (!answer.ok) return
    setName('')
    reload()
  }
  const turn = (id: string): void =>
    setShared(sharedWith.includes(id) ? sharedWith.filter((each) => each !== id) : [...sharedWith, id])
  return (
    <details className="report-save">
      <summary>{words.save}</summary>
      <form noValidate onSubmit={(event) => void send(event)}>
        <div className="report-choices">
          <label>
            {words.name}
            <input className="plain-input" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <label>
            {words.every}
            <select className="plain-select" value={every} onChange={(event) => setEvery(event.target.value)}>
              <option value="">{words.never}</option>
              {choices.every.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <fieldset className="report-figures">
          <legend>{words.share}</legend>
          {choices.roles.map((role) => (
            <label key={role.id}>
              <input type="checkbox" checked={sharedWith.includes(role.id)} onChange={() => turn(role.id)} />
              {role.name}
            </label>
          ))}
        </fieldset>
        {problem?.problems?.map(({ field, sentence }) => (
          <p key={field} className="span-wrong" role="alert">
            {sentence}
          </p>
        ))}
        {problem !== null && problem.problems === undefined && <Problem problem={problem} />}
        <button type="submit" className="plain-button">
          {words.keep}
        </button>{' '}
        <span role="status" className="soft">
          {said}
        </span>
      </form>
    </details>
  )
}
