import '../css/strip-line.css'
import type { DutyView, MatterView, StripDayView } from '../../../contract/index.js'
import { useSignedIn } from '../session.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { Receipt } from '../shown/receipt.js'
import { useWords } from '../words/language.js'
import { DutyMarks } from './duty-card.js'

/** 一行日条. What runs, each on one line with its days; opened, the whole strip and why it is that day. */
export function StripLines({ matter }: { readonly matter: Pick<MatterView, 'duties'> }) {
  const running = matter.duties.filter(
    ({ status, dueAt }) => (status === 'open' || status === 'overdue' || status === 'paused') && dueAt !== null,
  )
  return running.map((duty) => <StripLine key={duty.key} duty={duty} />)
}

export function StripLine({ duty }: { readonly duty: DutyView }) {
  const words = useWords()
  const { role } = useSignedIn()
  const isOthers = duty.holder.role !== role.role || (duty.holder.unit !== null && duty.holder.unit !== role.unit?.id)
  return (
    <details className="strip-line">
      <summary>
        <b>{duty.name}</b>
        {duty.itemName !== null && <span className="duty-holder">{duty.itemName}</span>}
        {isOthers && <span className="duty-holder">{duty.holder.unitName ?? duty.holder.roleName}</span>}
        <DutyBadge duty={duty} />
        <span className="line-days" aria-hidden="true">
          {lineOf(duty.receipt.days).map((mark) => (
            <i key={mark.key} className={mark.className}>
              {mark.text}
            </i>
          ))}
        </span>
        {duty.dueAt && (
          <span className="line-due">
            <MomentText at={duty.dueAt} /> {words.duties.due}
          </span>
        )}
      </summary>
      <DutyMarks duty={duty} />
      <Receipt duty={duty} />
      <ClauseChips clauses={duty.clauses} />
    </details>
  )
}

type Mark = { readonly key: string; readonly className: string; readonly text: string }

/** Days counted, each; days off in a row as one; and where we are. */
function lineOf(days: readonly StripDayView[]): readonly Mark[] {
  const marks: Mark[] = []
  for (const day of days) {
    const isOff = day.role === 'off'
    const last = marks.at(-1)
    if (isOff && last?.className === offClass(day)) continue
    const states = `${day.isToday ? ' line-today' : ''}${day.isDue ? ' line-due-day' : ''}${day.isProvisional ? ' line-provisional' : ''}`
    marks.push(
      isOff
        ? { key: day.on, className: offClass(day), text: day.ground === 'holiday' ? (day.groundName ?? '') : '' }
        : {
            key: day.on,
            className: `line-${day.role}${states}`,
            text: day.role === 'counted' && day.number !== null ? String(day.number) : '',
          },
    )
  }
  return marks.length > longest ? [...marks.slice(0, 4), gap, ...marks.slice(-4)] : marks
}

const longest = 14
const gap: Mark = { key: 'gap', className: 'line-gap', text: '…' }
const offClass = ({ ground }: StripDayView): string => (ground === 'holiday' ? 'line-off line-holiday' : 'line-off')
