import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { OfficeDutyView, Problem } from '../../../contract/index.js'
import { FieldRows } from '../form/field-rows.js'
import { ProblemSummary, problemsByField } from '../form/problem-summary.js'
import { sentValues, startValues } from '../form/sent-values.js'
import { useDraft } from '../matter/use-draft.js'
import { useSession, useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'

type Props = { readonly row: OfficeDutyView; readonly finish: (name: string) => void }

/** The form of a duty of the office, made from the regulation. Whatever goes wrong, what was typed stays. */
export function OfficeDutyForm({ row, finish }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const { government, account } = useSignedIn()
  const { fields, duty, key, period } = row
  const draft = useDraft(`${government.id}:${account.id}:office:${key}`, startValues(fields))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const body = { with: sentValues(fields, draft.values) }
    const answer = await ask<unknown>(`/api/office-duties/${encodeURIComponent(key)}/done`, { method: 'POST', body })
    setBusy(false)
    if (!answer.ok) {
      setProblem(answer.problem)
      return
    }
    draft.forget()
    finish(`${duty.name} ${period.name}`)
  }
  return (
    <form className="act-form office-form" noValidate onSubmit={(event) => void send(event)} aria-labelledby="office-form">
      <h2 id="office-form">{words.officeDuties.form}</h2>
      {draft.isFound && <p className="soft">{words.acts.draftFound}</p>}
      {problem && <ProblemSummary problem={problem} fields={fields} />}
      {fields.length === 0 && <p>{words.acts.nothingToFill}</p>}
      <FieldRows
        fields={fields}
        values={draft.values}
        problems={problemsByField(problem, words.form.isNeeded)}
        change={draft.change}
      />
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {words.officeDuties.record(duty.name)}
        </Button>
      </div>
      <p className="soft">{words.acts.forEver}</p>
    </form>
  )
}
