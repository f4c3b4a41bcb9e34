import { type FormEvent, useEffect, useState } from 'react'
import type { Problem as ProblemView, WhatIfForm, WhatIfRequest, WhatIfRun } from '../../../contract/index.js'
import { Part } from '../administration/part.js'
import { readTypedDay, readTypedNumber } from '../form/read-typed.js'
import { Wrong } from '../frame/wrong.js'
import { useSession } from '../session.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import type { VersionId } from './version-path.js'
import { versionApi } from './version-path.js'
import { WhatIfResult } from './what-if-result.js'

/** 试算. Stored matters of a span of days, replayed under other numbers; read only. */
export function WhatIfPart({ version }: { readonly version: VersionId }) {
  const path = `${versionApi(version)}/what-if`
  const { loaded, reload } = useLoad<WhatIfForm>(path)
  return (
    <Part loaded={loaded} reload={reload}>
      {(form) => <WhatIf form={form} path={path} />}
    </Part>
  )
}

type Typed = Readonly<Record<string, string>>
const pollMs = 500

function WhatIf({ form, path }: { readonly form: WhatIfForm; readonly path: string }) {
  const { whatIf } = useWords().regulations
  const { ask } = useSession()
  const [dials, setDials] = useState<Typed>({})
  const [parameters, setParameters] = useState<Typed>({})
  const [[from, to], setPeriod] = useState<readonly [string, string]>([form.from, form.to])
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [run, setRun] = useState<WhatIfRun | null>(null)
  const isRunning = run?.status === 'running'
  useEffect(() => {
    if (run?.status !== 'running') return
    const later = window.setTimeout(() => {
      void ask<WhatIfRun>(`/api/what-if/${run.id}`).then((answer) => {
        if (answer.ok) setRun(answer.value)
        else setProblem(answer.problem)
      })
    }, pollMs)
    return () => window.clearTimeout(later)
  }, [ask, run])

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const body: WhatIfRequest = {
      dials: Object.fromEntries(Object.entries(dials).map(([id, text]) => [id, readTypedNumber(text)])),
      parameters: Object.fromEntries(Object.entries(parameters).map(([id, at]) => [id, Number(at)])),
      from: readTypedDay(from),
      to: readTypedDay(to),
    }
    const answer = await ask<WhatIfRun>(path, { method: 'POST', body })
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setRun(answer.value)
  }
  const stop = async (): Promise<void> => {
    const answer = run === null ? null : await ask<WhatIfRun>(`/api/what-if/${run.id}`, { method: 'DELETE' })
    if (answer?.ok) setRun(answer.value)
  }
  const changed = Object.keys(dials).length + Object.keys(parameters).length
  const problems = Object.fromEntries((problem?.problems ?? []).map(({ field, sentence }) => [field, sentence]))
  return (
    <>
      <p className="regulation-note">{whatIf.lead}</p>
      <div className="what-if">
        <form className="regulation-block" noValidate onSubmit={(event) => void start(event)}>
          {problem !== null && <Wrong problem={problem} />}
          <fieldset className="what-if-span">
            <legend>{whatIf.span}</legend>
            <Text id="what-if-from" name={whatIf.from} value={from} wrong={problems.from} put={(text) => setPeriod([text, to])} />
            <Text id="what-if-to" name={whatIf.to} value={to} wrong={problems.to} put={(text) => setPeriod([from, text])} />
          </fieldset>
          <Dials
            form={form}
            typed={dials}
            problems={problems}
            put={(id, text) => setDials(changedOf(dials, id, text, String(amountOf(form, id))))}
          />
          {form.parameters.length > 0 && (
            <fieldset className="what-if-readings">
              <legend>{whatIf.parameters}</legend>
              {form.parameters.map(({ id, asks, value, alternatives, clauses }) => (
                <div className="field" key={id}>
                  <label htmlFor={`reading-${id}`}>{asks}</label>
                  <select
                    id={`reading-${id}`}
                    className="plain-select"
                    value={parameters[id] ?? ''}
                    onChange={(event) => setParameters(changedOf(parameters, id, event.target.value, ''))}
                  >
                    <option value="">{whatIf.asWritten(value)}</option>
                    {alternatives.map((each, at) => (
                      <option key={each} value={at}>
                        {each}
                      </option>
                    ))}
                  </select>
                  <ClauseChips clauses={clauses} />
                </div>
              ))}
            </fieldset>
          )}
          <p className="soft">
            {whatIf.changed(changed)}
            {changed > 0 && (
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  setDials({})
                  setParameters({})
                }}
              >
                {whatIf.reset}
              </button>
            )}
          </p>
          <div className="form-end">
            <button type="submit" className="main-link">
              {whatIf.start}
            </button>
            {isRunning && (
              <button type="button" className="plain-button" onClick={() => void stop()}>
                {whatIf.stop}
              </button>
            )}
          </div>
          <p className="soft">{whatIf.limit(form.most)}</p>
        </form>
        <div>{run === null ? <p className="empty">{whatIf.empty}</p> : <WhatIfResult run={run} />}</div>
      </div>
    </>
  )
}

const amountOf = ({ dials }: WhatIfForm, id: string): number | undefined => dials.find((dial) => dial.id === id)?.amount

/** Only what differs from the regulation is sent. */
function changedOf(typed: Typed, id: string, text: string, real: string): Typed {
  const { [id]: _, ...rest } = typed
  return text.trim() === real ? rest : { ...rest, [id]: text }
}

type TextProps = {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly wrong: string | undefined
  readonly put: (text: string) => void
}

function Text({ id, name, value, wrong, put }: TextProps) {
  return (
    <span>
      <label htmlFor={id}>{name}</label>{' '}
      <input
        id={id}
        className="plain-input number"
        autoComplete="off"
        value={value}
        {...(wrong === undefined ? {} : { 'aria-invalid': true as const })}
        onChange={(event) => put(event.target.value)}
      />
    </span>
  )
}

type DialsProps = {
  readonly form: WhatIfForm
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
  readonly put: (id: string, text: string) => void
}

/** The numbers, duty by duty. */
function Dials({ form, typed, problems, put }: DialsProps) {
  const { whatIf } = useWords().regulations
  const duties = [...new Set(form.dials.map(({ duty }) => duty))]
  return (
    <fieldset className="what-if-dials">
      <legend>{whatIf.numbers}</legend>
      {duties.map((duty) => (
        <details key={duty} open={form.dials.some((dial) => dial.duty === duty && typed[dial.id] !== undefined)}>
          <summary>
            {duty} <span className="soft number">{summaryOf(form, duty)}</span>
          </summary>
          {form.dials
            .filter((dial) => dial.duty === duty)
            .map((dial) => (
              <div key={dial.id} className={`dial${typed[dial.id] === undefined ? '' : ' dial-changed'}`}>
                <label htmlFor={`dial-${dial.id}`}>{dial.name}</label>
                <input
                  id={`dial-${dial.id}`}
                  className="plain-input number"
                  inputMode="numeric"
                  autoComplete="off"
                  aria-describedby={`dial-${dial.id}-now`}
                  value={typed[dial.id] ?? String(dial.amount)}
                  {...(problems[`dials.${dial.id}`] === undefined ? {} : { 'aria-invalid': true as const })}
                  onChange={(event) => put(dial.id, event.target.value)}
                />
                <span id={`dial-${dial.id}-now`} className="soft">
                  {typed[dial.id] === undefined ? dial.unit : whatIf.real(dial.amount, dial.unit)}
                </span>
                <ClauseChips clauses={dial.clauses} />
              </div>
            ))}
        </details>
      ))}
    </fieldset>
  )
}

function summaryOf({ dials }: WhatIfForm, duty: string): string {
  const limit = dials.find((dial) => dial.duty === duty && dial.isLimit)
  return limit === undefined ? '' : `${limit.amount} ${limit.unit}`
}
