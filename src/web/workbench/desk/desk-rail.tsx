import { useRef } from 'react'
import type { Desk } from '../../../contract/index.js'
import { useIsPast } from '../as-of/as-of.js'
import { AlertMark } from '../shown/alert-mark.js'
import { UnheldRoles } from '../shown/unheld-roles.js'
import { useOneStop } from '../use-one-stop.js'
import { useWords } from '../words/language.js'
import { type DeskPart, isSamePart, shows } from './desk-part.js'
import { type Whose, WhoseSwitch } from './whose.js'

type Props = {
  readonly desk: Desk | null
  readonly part: DeskPart
  readonly whose: Whose
  readonly choose: (part: DeskPart) => void
}

/** Beside the list: each kind of work with how much there is and how long the longest waits, then what is due when. Each narrows the list. */
export function DeskRail({ desk, part, whose, choose }: Props) {
  const isPast = useIsPast()
  const words = useWords()
  const rail = useRef<HTMLDivElement>(null)
  useOneStop(rail)
  const pill = (to: DeskPart, name: string, count: number | null) => ({ to, name, count, isOn: isSamePart(part, to), choose })
  return (
    <div className="desk-rail" role="toolbar" aria-label={words.desk.filter} ref={rail}>
      {!isPast && desk !== null && <WhoseSwitch whoses={desk.whoses} chosen={whose} />}
      <Pill {...pill({ by: 'all' }, words.desk.show.all, desk?.counts.open ?? null)} />
      {desk?.groups.map((group) => (
        <Pill key={group.work} {...pill({ by: 'work', work: group.work }, words.desk.work[group.work].name, group.count)}>
          {group.alert ? (
            <AlertMark alert={group.alert} />
          ) : group.late > 0 ? (
            <span className="pill-late">{words.desk.lateCount(group.late)}</span>
          ) : group.workdaysWaited !== null && group.workdaysWaited > 0 ? (
            <span className="pill-waited">{words.desk.waitedLongest(group.workdaysWaited)}</span>
          ) : null}
        </Pill>
      ))}
      <p className="rail-head">{words.desk.byDue}</p>
      {shows.map((show) => (
        <Pill
          key={show}
          {...pill({ by: 'due', show }, words.desk.show[show], desk?.counts[show] ?? null)}
          isLate={show === 'overdue'}
        />
      ))}
      {desk !== null && <UnheldRoles unheld={desk.unheld} />}
    </div>
  )
}

type PillProps = {
  readonly to: DeskPart
  readonly name: string
  readonly count: number | null
  readonly isOn: boolean
  readonly isLate?: boolean
  readonly choose: (part: DeskPart) => void
  readonly children?: React.ReactNode
}

function Pill({ to, name, count, isOn, isLate = false, choose, children }: PillProps) {
  return (
    <button type="button" className={`pill${isLate && count ? ' pill-red' : ''}`} aria-pressed={isOn} onClick={() => choose(to)}>
      <span className="pill-name">{name}</span>
      {count !== null && <b>{count}</b>}
      {children}
    </button>
  )
}
