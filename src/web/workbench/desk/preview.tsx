import '../css/acts.css'
import '../css/form.css'
import '../css/matter.css'
import '../css/preview.css'
import { useEffect, useRef, useState } from 'react'
import type { DutyRow, MatterView, TimelineEntry, TimelinePage } from '../../../contract/index.js'
import { useAsked, useIsPast } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useKeys } from '../keys.js'
import { Link } from '../link.js'
import { NewsBar } from '../list/news-bar.js'
import { answerIn } from '../matter/answer-in.js'
import type { Done } from '../matter/done-line.js'
import { Letter } from '../matter/letter.js'
import { QuickActs } from '../matter/quick-acts.js'
import { StripLines } from '../matter/strip-lines.js'
import { useOpenMatter } from '../matter/use-open-matter.js'
import { ClausePlaces } from '../shown/clause-place.js'
import { MomentText } from '../shown/moment-text.js'
import { TimelineList } from '../shown/timeline-list.js'
import { useLoad } from '../use-load.js'
import { useOneStop } from '../use-one-stop.js'
import { useWords } from '../words/language.js'

export type PreviewProps = {
  readonly row: DutyRow | null
  readonly place: { readonly at: number; readonly of: number } | null
  readonly step: (by: 1 | -1) => void
  readonly finish: (done: Done) => void
}

/** Walking through the list by keys does not ask for every matter on the way. */
const pause = 120

/** The matter of the chosen row beside the list: the letter, the days, and the one act that is due. */
export function Preview({ row, place, step, finish }: PreviewProps) {
  const words = useWords()
  const isPast = useIsPast()
  const [settled, setSettled] = useState(row)
  const bar = useRef<HTMLDivElement>(null)
  useOneStop(bar)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(row), pause)
    return () => clearTimeout(timer)
  }, [row])
  if (row === null || settled === null) {
    return (
      <aside className="preview preview-none" aria-label={words.desk.preview}>
        <p className="soft">{isPast ? words.asOf.choose : words.desk.choose}</p>
        {!isPast && <p className="soft keys-told">{words.desk.keysTold}</p>}
      </aside>
    )
  }
  const whole = `matters/${encodeURIComponent(settled.matter)}?duty=${encodeURIComponent(settled.key)}`
  return (
    <aside className="preview" aria-label={words.desk.preview}>
      <div className="preview-bar" role="toolbar" aria-label={words.desk.walk} ref={bar}>
        <span className="number">{settled.number}</span>
        {place && <span className="soft">{words.desk.place(place.at, place.of)}</span>}
        <button type="button" className="step" aria-label={`${words.desk.before} K`} onClick={() => step(-1)}>
          ‹<kbd>K</kbd>
        </button>
        <button type="button" className="step" aria-label={`${words.desk.next} J`} onClick={() => step(1)}>
          ›<kbd>J</kbd>
        </button>
        <Link to={whole}>
          {words.desk.whole}
          <kbd>O</kbd>
        </Link>
      </div>
      <Beside key={`${settled.matter} ${settled.key}`} row={settled} finish={finish} />
    </aside>
  )
}

function Beside({ row, finish }: { readonly row: DutyRow; readonly finish: (done: Done) => void }) {
  const isPast = useIsPast()
  const { loaded, reload, refresh, hasNews } = useOpenMatter(row.matter, true)
  const place = useRef<HTMLDivElement>(null)
  useKeys({ u: () => place.current?.querySelector<HTMLElement>('.unit-input input')?.focus() })
  if (loaded.status === 'loading') return <Waiting lines={8} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} />
  const matter = loaded.value
  return (
    <ClausePlaces value={matter.regulation}>
      <div className="preview-body" ref={place}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
        <section className="preview-read" tabIndex={0} aria-label={matter.title}>
          <NewsBar hasNews={hasNews} refresh={refresh} />
          <h2 className="preview-title">
            <bdi>{matter.title}</bdi>
          </h2>
          <Facts matter={matter} />
          <Letter matter={matter} />
          <WhatCalledForIt matter={matter} duty={row.key} />
          <StripLines matter={matter} />
        </section>
        {!isPast && <QuickActs matter={matter} cameFor={row.key} finish={finish} reload={refresh} />}
      </div>
    </ClausePlaces>
  )
}

type CalledProps = { readonly matter: MatterView; readonly duty: string }

/** What somebody else stated that calls for this, however long ago: the answer to be looked at, the reasons and the days that are asked for. */
function WhatCalledForIt({ matter, duty }: CalledProps) {
  const owed = matter.duties.find(({ key }) => key === duty)
  // The letter is read above.
  if (owed === undefined || owed.openedBy === null || owed.openedBy === 1) return null
  const opening = matter.timeline.find(({ seq }) => seq === owed.openedBy)
  // Whoever passed it on need not have said anything: the answer that was passed on is what is looked at.
  const entry = opening?.stated.length === 0 ? (answerIn(matter) ?? opening) : opening
  if (entry !== undefined) return <Stated entry={entry} holder={owed.holder} />
  return <Earlier matter={matter} seq={owed.openedBy} holder={owed.holder} />
}

type Holder = MatterView['duties'][number]['holder']

/** It no longer stands among the latest entries, which come with the matter. */
function Earlier({ matter, seq, holder }: { readonly matter: MatterView; readonly seq: number; readonly holder: Holder }) {
  const asked = useAsked()
  const { loaded } = useLoad<TimelinePage>(asked(`/api/matters/${encodeURIComponent(matter.id)}/timeline?before=${seq + 1}`))
  const entry = loaded.status === 'ready' ? loaded.value.timeline.find((each) => each.seq === seq) : undefined
  return entry === undefined ? null : <Stated entry={entry} holder={holder} />
}

function Stated({ entry, holder }: { readonly entry: TimelineEntry; readonly holder: Holder }) {
  const words = useWords()
  // What one's own side wrote down is known to it.
  if (entry.stated.length === 0 || entry.by.role === holder.role) return null
  // Its clauses stand on the whole page; those of what is owed, and of the act, stand here.
  return (
    <section aria-label={words.desk.calledFor}>
      <TimelineList entries={[{ ...entry, clauses: [] }]} />
    </section>
  )
}

function Facts({ matter }: { readonly matter: MatterView }) {
  const words = useWords()
  return (
    <p className="preview-facts">
      <span className="stage">{matter.stage.name}</span>
      {matter.category && <span>{matter.category.name}</span>}
      {matter.channel && <span>{matter.channel.name}</span>}
      <span>
        <MomentText at={matter.receivedAt} /> {words.matter.received}
      </span>
      {matter.assignments
        .filter(({ endedAt }) => endedAt === null)
        .map((share) => (
          <span key={share.id}>
            {share.partName} {share.unitName}
          </span>
        ))}
    </p>
  )
}
