import type { Played } from '../../../contract/index.js'
import { AlertMark } from '../shown/alert-mark.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'

type Step = Played['steps'][number]
type Props = { readonly steps: readonly Step[]; readonly see: (at: number) => void; readonly remove: (at: number) => void }

/** Every step with what became of it. */
export function PlaySteps({ steps, see, remove }: Props) {
  const { simulator } = useWords().regulations
  return (
    <section className="regulation-block">
      <h2>{simulator.steps}</h2>
      {steps.length === 0 ? (
        <p className="soft">{simulator.noSteps}</p>
      ) : (
        <ol className="play-steps">
          {steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
            <li key={at} className={step.waits ? 'step-waits' : step.refusal === null ? '' : 'step-refused'}>
              <div className="step-head">
                <button type="button" className="quiet number" title={simulator.see(at + 1)} onClick={() => see(at)}>
                  {step.at?.shown ?? ''}
                </button>
                <b>{step.act.name}</b>
                <span className="soft">{step.by}</span>
                <button
                  type="button"
                  className="plain-button step-remove"
                  aria-label={simulator.remove(at + 1)}
                  onClick={() => remove(at)}
                >
                  ×
                </button>
              </div>
              <Outcome step={step} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Outcome({ step }: { readonly step: Step }) {
  const { simulator } = useWords().regulations
  if (step.waits) return <p className="soft">{simulator.waits}</p>
  if (step.refusal !== null)
    return (
      <div className="step-refusal">
        <p>
          <b>{simulator.refused}</b> {step.refusal.sentence} {step.problem}
        </p>
        <ClauseChips clauses={step.refusal.clauses} />
      </div>
    )
  return (
    <>
      <p className="step-after">
        {step.stage !== null && <span className="stage">{step.stage.name}</span>}
        {step.alerts.map((alert) => (
          <AlertMark key={alert.id} alert={alert} />
        ))}
      </p>
      {step.changes.length > 0 && (
        <ul className="step-changes">
          {step.changes.map(({ key, name, status, dueAt }) => (
            <li key={key}>
              {name} <b>{simulator.changes[status as keyof typeof simulator.changes]}</b>{' '}
              {dueAt !== null && <span className="number">{simulator.due(dueAt.shown)}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
