/** @jsxImportSource preact */
import type { Lang, TrackView } from '../../contract/index.js'
import { clauseChips, dayStrip, momentText, statusBadge, stripPosition } from '../parts/index.js'
import { make } from './make.js'
import type { Words } from './words/words.js'

type Next = TrackView['next'][number]
type NextProps = { readonly track: TrackView; readonly words: Words; readonly lang: Lang }
type DutyProps = { readonly duty: Next; readonly words: Words; readonly lang: Lang }

/** What happens next: who must do what, by when, by which clause, with the strip of days. */
export const NextDuties = ({ track, words, lang }: NextProps) => {
  if (track.next.length === 0) return track.isEnd ? <p class="callout">{words.track.ended}</p> : null
  return (
    <section aria-labelledby="next">
      <h2 id="next">{words.track.next}</h2>
      {track.next.map((duty) => (
        <NextDuty key={`${duty.name}${duty.holder}${duty.dueAt?.iso}`} duty={duty} words={words} lang={lang} />
      ))}
    </section>
  )
}

const NextDuty = ({ duty, words, lang }: DutyProps) => (
  <article class={`next next-${duty.status}`}>
    <h3>
      {duty.name} {statusBadge(make, duty.status, lang)}
    </h3>
    <dl class="next-facts">
      <div>
        <dt>{words.track.holder}</dt>
        <dd>{duty.holder}</dd>
      </div>
      <div>
        <dt>{words.track.due}</dt>
        <dd>
          {duty.dueAt === null ? (
            words.track.undated
          ) : (
            <time class="next-due" dateTime={duty.dueAt.iso}>
              {momentText(duty.dueAt, lang)}
            </time>
          )}
        </dd>
      </div>
    </dl>
    <p class="next-stand">{standing(duty, words)}</p>
    {duty.dueAt !== null && dayStrip(make, duty.receipt, { lang, workdaysLate: duty.workdaysLate })}
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
    leftText(duty.workdaysLeft, track),
    duty.isProvisional ? track.provisional : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function leftText(workdays: number | null, track: Words['track']): string {
  if (workdays === null) return ''
  return workdays === 0 ? track.left0 : track.leftDays(workdays)
}
