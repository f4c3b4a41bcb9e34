import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { BulkDecision, BulkOffer, BulkTarget, BulkPreview as Preview, Problem } from '../../../contract/index.js'
import { newKey } from '../api/once.js'
import { FieldRows } from '../form/field-rows.js'
import type { Sent } from '../form/in-turn.js'
import { ProblemSummary, problemsByField } from '../form/problem-summary.js'
import { sentValues, startValues } from '../form/sent-values.js'
import { useRefusal } from '../form/use-refusal.js'
import { useSending } from '../form/use-sending.js'
import { useDraft } from '../matter/use-draft.js'
import { type Asking, useSession, useSignedIn } from '../session.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'
import { BulkPreview } from './bulk-preview.js'
import type { BulkPlan } from './use-bulk-run.js'

type Stated = BulkPlan['with']
/** What would become of each, and with what it was asked: that, and nothing typed meanwhile, is what is done. */
type Previewed = { readonly stated: Stated; readonly decisions: readonly BulkDecision[] }

type Props = { readonly offer: BulkOffer; readonly back: () => void; readonly start: (plan: BulkPlan) => void }

/** The form of the act, the same as for one, and what would become of each with what is filled in. */
export function BulkForm({ offer, back, start }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const { government, account } = useSignedIn()
  const { act, targets } = offer
  const draft = useDraft(`${government.id}:${account.id}:bulk-form:${act.act}`, null, startValues(act.fields))
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const { problem, left, refuse } = useRefusal(draft.values)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])

  const preview = async (): Promise<Sent> => {
    const stated = sentValues(act.fields, draft.values)
    const answer = await decideAll(ask, { act: act.act, with: stated, targets })
    if ('problem' in answer) {
      refuse(answer.problem)
      return 'refused'
    }
    const all = answer.decisions
    // What is wrong with the form is wrong for all of them: it is said where it is filled in.
    const wrong = all.some((each) => each.problem === null) ? null : (all.find(isOfTheForm)?.problem ?? null)
    refuse(wrong)
    setPreviewed(wrong === null ? { stated, decisions: all } : null)
    return wrong === null ? 'taken' : 'refused'
  }
  const { isBusy, on } = useSending(draft.values, preview)
  const run = (stated: Stated, ready: readonly BulkDecision[]): void => {
    draft.forget()
    const all = ready.map(({ problem: _, ...rest }) => ({ ...rest, key: newKey() }))
    start({ act: act.act, name: act.name, with: stated, all, done: [] })
  }
  if (previewed !== null) {
    const { stated, decisions } = previewed
    return <BulkPreview act={act} decisions={decisions} change={() => setPreviewed(null)} run={(ready) => run(stated, ready)} />
  }
  return (
    <form className="act-form bulk-form" noValidate {...on} aria-labelledby="bulk-act">
      <h3 id="bulk-act" tabIndex={-1} ref={head}>
        {act.name}
      </h3>
      <ClauseChips clauses={act.clauses} />
      {act.note !== '' && <p className="note">{act.note}</p>}
      {draft.isFound && <p className="soft">{words.acts.draftFound}</p>}
      {problem && <ProblemSummary problem={problem} left={left} fields={act.fields} />}
      {act.fields.length === 0 && <p>{words.acts.nothingToFill}</p>}
      <FieldRows
        fields={act.fields}
        values={draft.values}
        problems={problemsByField(left, words.form.isNeeded)}
        change={draft.change}
      />
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {words.overview.bulk.preview}
        </Button>
        <Button onClick={back}>{words.overview.bulk.choose}</Button>
      </div>
      <p role="status" className="soft">
        {isBusy && words.overview.bulk.previewing}
      </p>
    </form>
  )
}

const asMany = 100

type Asked = { readonly act: string; readonly with: unknown; readonly targets: readonly BulkTarget[] }
type Answered = { readonly decisions: readonly BulkDecision[] } | { readonly problem: Problem }

/** Some at a time: no answer is long in coming. */
async function decideAll(ask: Asking, { targets, ...asked }: Asked): Promise<Answered> {
  const decisions: BulkDecision[] = []
  for (let from = 0; from < targets.length; from += asMany) {
    const body = { ...asked, targets: targets.slice(from, from + asMany) }
    const answer = await ask<Preview>('/api/bulk/preview', { method: 'POST', body })
    if (!answer.ok) return { problem: answer.problem }
    decisions.push(...answer.value.decisions)
  }
  return { decisions }
}

const isOfTheForm = ({ problem }: BulkDecision): boolean =>
  (problem?.missing?.length ?? 0) > 0 || (problem?.problems?.length ?? 0) > 0
