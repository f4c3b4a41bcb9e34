import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ActDone, ActView, MatterView, Problem } from '../../../contract/index.js'
import { ownIn, sendOwn } from '../api/own-writes.js'
import { FieldRows } from '../form/field-rows.js'
import type { Sent } from '../form/in-turn.js'
import { ProblemSummary, problemsByField } from '../form/problem-summary.js'
import { unitsIn, useRecentUnits } from '../form/recent-units.js'
import { sentValues, startValues } from '../form/sent-values.js'
import { useNeeded } from '../form/use-needed.js'
import { useRefusal } from '../form/use-refusal.js'
import { useSending } from '../form/use-sending.js'
import { useStandardTexts } from '../reply/texts-for.js'
import { WritingProvider } from '../reply/writing.js'
import { useSession, useSignedIn } from '../session.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'
import { ActAbout, aboutOf } from './act-about.js'
import { actKey, namedBy } from './act-key.js'
import { RefusalText } from './closed-acts.js'
import { Conflict } from './conflict.js'
import type { Done } from './done-line.js'
import { OtherDraft } from './other-draft.js'
import { Outlook } from './outlook.js'
import { PublicStep } from './public-step.js'
import { RequirementList } from './requirement-list.js'
import { type Keeping, useDraft } from './use-draft.js'
import { useForm } from './use-form.js'
import { useNumberKeys } from './use-number-keys.js'
import { withFiles } from './with-files.js'

type Props = {
  readonly act: ActView
  readonly matter: MatterView
  readonly leave: () => void
  readonly finish: (done: Done) => void
  readonly reload: () => void
  /** Beside a list, which keeps the focus: no head, and the other acts stand next to this one. */
  readonly isBeside?: boolean
  /** What is stated already by where the form was opened from: sent along, and not asked for. */
  readonly given?: Readonly<Record<string, unknown>>
  readonly children?: ReactNode
}

const isConflict = ({ status, meanwhile, revision }: Problem): boolean =>
  status === 412 || (status === 409 && (meanwhile !== undefined || revision !== undefined))

const nothing = {}

/** The form of an act, made from the regulation. Whatever goes wrong, what was typed stays. */
export function ActForm({ act, matter, leave, finish, reload, isBeside = false, given = nothing, children }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const { government, account, role } = useSignedIn()
  const form = useForm(act, matter.id)
  const own = form.filter(({ id }) => !(id in given))
  const name = `${government.id}:${account.id}:${matter.id}:${actKey(act)}`
  const draft = useDraft(
    name,
    `/api/matters/${encodeURIComponent(matter.id)}/drafts/${encodeURIComponent(actKey(act))}`,
    startValues(own),
  )
  const actPath = `/api/matters/${encodeURIComponent(matter.id)}/acts/${encodeURIComponent(act.act)}`
  const { problem, left, refuse } = useRefusal(draft.values)
  const head = useRef<HTMLHeadingElement>(null)
  const element = useRef<HTMLFormElement>(null)
  const { remember } = useRecentUnits()
  // Who opens a form to write begins to write; else it is read from its head.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens.
  useEffect(() => (firstText(element.current, act) ?? head.current)?.focus(), [])
  useConfirmKey(element)

  const send = async (): Promise<Sent> => {
    const stated = sentValues(fields, draft.values)
    const body = { with: { ...stated, ...given, ...namedBy(act) } }
    const answer = await sendOwn(() => ask<ActDone | null>(actPath, { method: 'POST', body, revision: matter.revision }), ownIn)
    if (!answer.ok) {
      refuse(answer.problem)
      return isConflict(answer.problem) ? 'settled' : 'refused'
    }
    draft.forget()
    remember(unitsIn(stated))
    finish({ matter: matter.id, said: act.name, seconds: answer.value?.undo?.seconds ?? null, putBack: draft.putBack })
    return 'taken'
  }
  const { isBusy, on } = useSending(draft.values, send)
  const catchUp = (): void => {
    refuse(null)
    reload()
    head.current?.focus()
  }
  const throwAway = (): void => {
    draft.forget()
    leave()
  }
  const problems = problemsByField(left, words.form.isNeeded)
  const { fields, requirements } = useNeeded({ ...act, fields: own, path: actPath, about: act }, draft.values, problems)
  useNumberKeys(element, fields, draft.values)
  const conflict = problem !== null && isConflict(problem) ? problem : null
  const texts = useStandardTexts(act.act, own)
  const writing = { matter, act: act.act, about: act, fields, values: draft.values, draft: name, texts }
  const until = act.until && (
    <p className="soft">
      {words.acts.until} <MomentText at={act.until} />
    </p>
  )
  return (
    <form
      className={isBeside ? 'act-form act-form-beside' : 'act-form'}
      noValidate
      ref={element}
      {...on}
      {...(isBeside ? { 'aria-label': act.name } : { 'aria-labelledby': 'acts-title' })}
    >
      {!isBeside && (
        <h2 id="acts-title" tabIndex={-1} ref={head}>
          {act.name}
          <ActAbout act={act} />
        </h2>
      )}
      {act.note !== '' && <p className="note">{act.note}</p>}
      {until}
      {draft.isFound && <p className="soft">{words.acts.draftFound}</p>}
      {act.refusal && (
        <div className="refusal" role="alert">
          <RefusalText refusal={act.refusal} />
        </div>
      )}
      {draft.keeping.status === 'other' && <OtherDraft other={draft.keeping.other} goOnWith={draft.goOnWith} />}
      {conflict && <Conflict problem={conflict} catchUp={catchUp} />}
      {problem && !conflict && <ProblemSummary problem={problem} left={left} fields={form} />}
      {fields.length === 0 && !isBeside && <p>{words.acts.nothingToFill}</p>}
      <WritingProvider value={writing}>
        <FieldRows fields={withFiles(fields, draft)} values={draft.values} problems={problems} change={draft.change} />
      </WritingProvider>
      <PublicStep writing={writing} />
      <RequirementList requirements={requirements} />
      <Outlook path={actPath} unit={act.unit} fields={fields} values={draft.values} />
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={act.refusal !== null || conflict !== null}>
          {act.name}
          {isBeside && ` ${aboutOf(act, role.unit?.id ?? null) ?? ''}`}
          <kbd>Ctrl ↵</kbd>
        </Button>
        {children}
        {!isBeside && <Button onClick={leave}>{words.acts.later}</Button>}
        {!isBeside && draft.isKept && (
          <Button type="text" onClick={throwAway}>
            {words.acts.discard}
          </Button>
        )}
        <DraftMark keeping={draft.keeping} />
        <ClauseChips clauses={act.clauses} />
      </div>
      {!isBeside && <p className="soft">{words.acts.forEver}</p>}
    </form>
  )
}

/** The text that an act is for: the first of its fields, where it must be written. */
function firstText(form: HTMLFormElement | null, { fields: [first] }: ActView): HTMLElement | null {
  const isText = first?.isNeeded === true && first.type === 'longText'
  return isText ? (form?.querySelector<HTMLElement>(`#field-${CSS.escape(first.id)}`) ?? null) : null
}

/** What was typed is kept: a state, not a button. */
function DraftMark({ keeping }: { readonly keeping: Keeping }) {
  const words = useWords()
  return (
    <span role="status" className="draft-kept">
      {keeping.status === 'saving' && words.draft.saving}
      {keeping.status === 'failed' && words.draft.failed}
      {keeping.status === 'saved' && words.draft.saved(keeping.at.shown.slice(11, 16))}
    </span>
  )
}

/** Ctrl+Enter sends from wherever one is, also out of a text. */
function useConfirmKey(form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      // Before a list that is open takes it for a choice.
      event.preventDefault()
      event.stopPropagation()
      form.current?.requestSubmit()
    }
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [form])
}
