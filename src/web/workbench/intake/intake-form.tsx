import { Button } from 'antd'
import type { IntakeOffer } from '../../../contract/index.js'
import { useOnce } from '../api/once.js'
import { FieldRows } from '../form/field-rows.js'
import type { Sent } from '../form/in-turn.js'
import { ProblemSummary, problemsByField } from '../form/problem-summary.js'
import { sentValues, startValues } from '../form/sent-values.js'
import { useNeeded } from '../form/use-needed.js'
import { useRefusal } from '../form/use-refusal.js'
import { useSending } from '../form/use-sending.js'
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
  const { problem, left, refuse } = useRefusal(draft.values)
  const once = useOnce()
  const path = `/api/matters/new/acts/${encodeURIComponent(act.act)}`
  const query = `?regulation=${encodeURIComponent(act.kind.id)}`
  const problems = problemsByField(left, words.form.isNeeded)
  const { fields, requirements } = useNeeded({ ...act, path, query, about: act }, draft.values, problems)

  const send = async (): Promise<Sent> => {
    const body = { with: sentValues(fields, draft.values) }
    const answer = await ask<Registered>(`${path}${query}`, { method: 'POST', body, key: once(body) })
    if (!answer.ok) {
      refuse(answer.problem)
      return 'refused'
    }
    draft.forget()
    finish(answer.value)
    return 'taken'
  }
  const { isBusy, on } = useSending(draft.values, send)
  return (
    <form className="act-form" noValidate {...on} aria-label={act.name}>
      <h2>{act.name}</h2>
      <ClauseChips clauses={act.clauses} />
      {problem && <ProblemSummary problem={problem} left={left} fields={act.fields} />}
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
