/** @jsxImportSource preact */
import type { Lang, TrackView } from '../../contract/index.js'
import { clauseChips, dayStrip, dayWords, momentText, statusBadge, stripItems, stripPosition } from '../parts/index.js'
import { make } from './make.js'
import type { Words } from './words/words.js'

type Next = TrackView['next'][number]
type NextProps = {
  readonly track: TrackView
  readonly words: Words
  readonly lang: Lang
  /** Which duty's days are asked for, from 1: its strip is laid out before all others. */
  readonly days?: number
}
type DutyProps = {
  readonly duty: Next
  /** Which of them it is, from 1. */
  readonly number: number
  readonly isLaidOut: boolean
  readonly words: Words
  readonly lang: Lang
}

/** So many days in all are laid out at once, as a phone on a slow line loads; of further strips the words, and the days when asked for. */
const mostDays = 60

/** What happens next: who must do what, by when, by which clause, with the strip of days. */
export const NextDuties = ({ track, words, lang, days = 0 }: NextProps) => {
  if (track.next.length === 0) return track.isEnd ? <p class="callout">{words.track.ended}</p> : null
  const laidOut = strips(track.next, days)
  return (
    <section aria-labelledby="next">
      <h2 id="next">{words.track.next}</h2>
      {track.next.map((duty, at) => (
        <NextDuty
          key={`${duty.name}${duty.holder}${duty.dueAt?.iso}`}
          {...{ duty, words, lang, number: at + 1, isLaidOut: laidOut.has(duty) }}
        />
      ))}
    </section>
  )
}

/** Whose strips are laid out: of the duty asked for, then in their order, as many as are not too many days; one always. */
function strips(next: readonly Next[], asked: number): ReadonlySet<Next> {
  const first = next[asked - 1]
  const inOrder = [...(first === undefined ? [] : [first]), ...next.filter((duty) => duty !== first && duty.dueAt !== null)]
  const laidOut = new Set<Next>()
  let total = 0
  for (const duty of inOrder) {
    const count = stripItems(duty.receipt).length
    if (laidOut.size > 0 && total + count > mostDays) continue
    total += count
    laidOut.add(duty)
  }
  return laidOut
}

const NextDuty = ({ duty, number, isLaidOut, words, lang }: DutyProps) => (
  <article class={`next next-${duty.status}`} id={`duty-${number}`}>
    <h3>
      {duty.name} {statusBadge(make, duty.status, lang)}
    </h3>
    <dl class="next-facts">
      <div>
        <dt>{words.track.holder}</dt>
        <dd>{duty.holder}</dd>
      </div>
      {(duty.dueAt !== null || duty.status !== 'paused') && (
        <div>
          <dt>{duty.dueAt === null ? words.track.when : words.track.due}</dt>
          <dd>
            {duty.dueAt === null ? (
              (duty.discretion ?? words.track.undated)
            ) : (
              <time class="next-due" dateTime={duty.dueAt.iso}>
                {momentText(duty.dueAt, lang)}
              </time>
            )}
          </dd>
        </div>
      )}
    </dl>
    {(duty.dueAt !== null || duty.status !== 'paused') && <p class="next-stand">{standing(duty, words)}</p>}
    {duty.dueAt !== null && isLaidOut && dayStrip(make, duty.receipt, { lang, workdaysLate: duty.workdaysLate })}
    {duty.dueAt !== null && !isLaidOut && (
      <>
        {dayWords(make, duty.receipt, { lang })}
        <p>
          <a href={`?days=${number}#duty-${number}`}>{words.track.days}</a>
        </p>
      </>
    )}
    {clauseChips(make, duty.clauses, lang)}
  </article>
)

/** Where the clock is, in words: 第3个工作日，共5个 · 还有2个工作日. */
function standing(duty: Next, { track }: Words): string {
  if (duty.status === 'paused') return track.paused
  if (duty.status === 'overdue') return track.late(duty.workdaysLate)
  const at = stripPosition(duty.receipt)
  const unit = duty.receipt.grants.some((grant) => grant.unit === 'workdays') ? track.workday : track.calendarDay
  const parts = [
    at === null || at.number === 0 ? '' : track.position(at.number, at.of, unit),
    leftText(duty, track),
    duty.isProvisional ? track.provisional : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function leftText({ workdaysLeft, isSoft = false }: Next, track: Words['track']): string {
  if (workdaysLeft === null) return ''
  const left = workdaysLeft === 0 ? track.left0 : track.leftDays(workdaysLeft)
  return isSoft ? track.asRule(left) : left
}
