import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ActView, MatterView, Problem } from '../../../contract/index.js'
import { FieldRows } from '../form/field-rows.js'
import { ProblemSummary, problemsByField } from '../form/problem-summary.js'
import { sentValues, startValues } from '../form/sent-values.js'
import { useNeeded } from '../form/use-needed.js'
import { WritingProvider } from '../reply/writing.js'
import { useSession, useSignedIn } from '../session.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'
import { actKey } from './act-key.js'
import { RefusalText } from './closed-acts.js'
import { Conflict } from './conflict.js'
import { PublicStep } from './public-step.js'
import { useDraft } from './use-draft.js'

type Props = {
  readonly act: ActView
  readonly matter: MatterView
  readonly leave: () => void
  readonly finish: (name: string) => void
  readonly reload: () => void
}

const isConflict = ({ status, meanwhile, revision }: Problem): boolean =>
  status === 412 || (status === 409 && (meanwhile !== undefined || revision !== undefined))

/** The form of an act, made from the regulation. Whatever goes wrong, what was typed stays. */
export function ActForm({ act, matter, leave, finish, reload }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const { government, account } = useSignedIn()
  const name = `${government.id}:${account.id}:${matter.id}:${actKey(act)}`
  const draft = useDraft(name, startValues(act.fields))
  const actPath = `/api/matters/${encodeURIComponent(matter.id)}/acts/${encodeURIComponent(act.act)}`
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const stated = sentValues(fields, draft.values)
    const body = { with: act.unit === null ? stated : { ...stated, unit: act.unit } }
    const answer = await ask<unknown>(actPath, { method: 'POST', body, revision: matter.revision })
    setBusy(false)
    if (!answer.ok) {
      setProblem(answer.problem)
      return
    }
    draft.forget()
    finish(act.name)
  }
  const catchUp = (): void => {
    setProblem(null)
    reload()
    head.current?.focus()
  }
  const throwAway = (): void => {
    draft.forget()
    leave()
  }
  const problems = problemsByField(problem, words.form.isNeeded)
  const fields = useNeeded({ path: actPath, unit: act.unit, fields: act.fields }, draft.values, problems)
  const conflict = problem !== null && isConflict(problem) ? problem : null
  const writing = { matter, act: act.act, unit: act.unit, fields, values: draft.values, draft: name }
  return (
    <form className="act-form" noValidate onSubmit={(event) => void send(event)} aria-labelledby="acts-title">
      <h2 id="acts-title" tabIndex={-1} ref={head}>
        {act.name}
        {act.unitName && <span className="act-unit">{act.unitName}</span>}
      </h2>
      <ClauseChips clauses={act.clauses} />
      {act.note !== '' && <p className="note">{act.note}</p>}
      {act.until && (
        <p className="soft">
          {words.acts.until} <MomentText at={act.until} />
        </p>
      )}
      {draft.isFound && <p className="soft">{words.acts.draftFound}</p>}
      {act.refusal && (
        <div className="refusal" role="alert">
          <RefusalText refusal={act.refusal} />
        </div>
      )}
      {conflict && <Conflict problem={conflict} catchUp={catchUp} />}
      {problem && !conflict && <ProblemSummary problem={problem} fields={act.fields} />}
      {fields.length === 0 && <p>{words.acts.nothingToFill}</p>}
      <WritingProvider value={writing}>
        <FieldRows fields={fields} values={draft.values} problems={problems} change={draft.change} />
      </WritingProvider>
      <PublicStep writing={writing} />
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={act.refusal !== null || conflict !== null}>
          {words.acts.record(act.name)}
        </Button>
        <Button onClick={leave}>{words.acts.later}</Button>
        <Button type="text" onClick={throwAway}>
          {words.acts.discard}
        </Button>
      </div>
      <p className="soft">{words.acts.forEver}</p>
    </form>
  )
}
