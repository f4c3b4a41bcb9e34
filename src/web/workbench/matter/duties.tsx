import type { DutyView } from '../../../contract/index.js'
import { isSettled } from '../../../core/index.js'
import { useWords } from '../words/language.js'
import { DutyCard } from './duty-card.js'

/** What is owed without a day (what has one stands in the head), and what has been met, folded away. */
export function Duties({ duties }: { readonly duties: readonly DutyView[] }) {
  const words = useWords()
  const running = duties.filter(({ status }) => !isSettled(status))
  const undated = running.filter(({ dueAt }) => dueAt === null)
  const past = duties.filter((duty) => !running.includes(duty))
  if (undated.length === 0 && past.length === 0) return null
  return (
    <section className="block" aria-labelledby="duties">
      <h2 id="duties">{words.duties.title}</h2>
      {undated.map((duty) => (
        <DutyCard key={duty.key} duty={duty} />
      ))}
      {past.length > 0 && (
        <details className="past-duties">
          <summary>{words.duties.past(past.length)}</summary>
          {past.map((duty) => (
            <DutyCard key={duty.key} duty={duty} />
          ))}
        </details>
      )}
    </section>
  )
}
