import type { DutyView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { DutyCard } from './duty-card.js'

/** What is owed, nearest first, then what has been met; the past is folded away. */
export function Duties({ duties }: { readonly duties: readonly DutyView[] }) {
  const words = useWords()
  const running = duties.filter((duty) => duty.status === 'open' || duty.status === 'overdue' || duty.status === 'paused')
  const past = duties.filter((duty) => !running.includes(duty))
  return (
    <section className="block" aria-labelledby="duties">
      <h2 id="duties">{words.duties.title}</h2>
      {running.length === 0 && <p className="soft">{words.duties.none}</p>}
      {[...running].sort(byDue).map((duty) => (
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

const byDue = (one: DutyView, other: DutyView): number => Math.sign(timeOf(one) - timeOf(other)) || 0
const timeOf = ({ dueAt }: DutyView): number => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt.iso))
