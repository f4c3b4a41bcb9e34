import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { IntakeOffer, Problem } from '../../../contract/index.js'
import { useOnce } from '../api/once.js'
import { FieldRows } from '../form/field-rows.js'
import { ProblemSummary, problemsByField } from '../form/problem-summary.js'
import { sentValues, startValues } from '../form/sent-values.js'
import { useNeeded } from '../form/use-needed.js'
import { RequirementList } from '../matter/requirement-list.js'
import { useDraft } from '../matter/use-draft.js'
import { useSession, useSignedIn } from '../session.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'
import type { Registered } from './registered.js'

type Props = {
  readonly act: IntakeOffer['acts'][number]
  readonly finish: (registered: Registered) => void
}

export function IntakeForm({ act, finish }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const { government, account } = useSignedIn()
  const draft = useDraft(`${government.id}:${account.id}:new:${act.kind.id}:${act.act}`, null, startValues(act.fields))
  const [problem, setProblem] = useState<Problem | null>(null)
  const once = useOnce()
  const [isBusy, setBusy] = useState(false)
  const path = `/api/matters/new/acts/${encodeURIComponent(act.act)}`
  const query = `?regulation=${encodeURIComponent(act.kind.id)}`
  const problems = problemsByField(problem, words.form.isNeeded)
  const { fields, requirements } = useNeeded({ ...act, path, query, about: act }, draft.values, problems)

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const body = { with: sentValues(fields, draft.values) }
    const answer = await ask<Registered>(`${path}${query}`, { method: 'POST', body, key: once(body) })
    setBusy(false)
    if (!answer.ok) {
      setProblem(answer.problem)
      return
    }
    draft.forget()
    finish(answer.value)
  }
  return (
    <form className="act-form" noValidate onSubmit={(event) => void send(event)} aria-label={act.name}>
      <h2>{act.name}</h2>
      <ClauseChips clauses={act.clauses} />
      {problem && <ProblemSummary problem={problem} fields={act.fields} />}
      <FieldRows fields={fields} values={draft.values} problems={problems} change={draft.change} />
      <RequirementList requirements={requirements} />
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {act.name}
        </Button>
      </div>
    </form>
  )
}
