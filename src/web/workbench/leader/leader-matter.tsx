import '../css/acts.css'
import '../css/form.css'
import '../css/matter.css'
import '../css/matter-narrow.css'
import '../css/matter-print.css'
import type { ActView, DutyView, MatterView, TimelineEntry } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { NewsBar } from '../list/news-bar.js'
import { ActPanel } from '../matter/act-panel.js'
import { answerIn } from '../matter/answer-in.js'
import { Assignments } from '../matter/matter-header.js'
import { StickyAct } from '../matter/sticky-act.js'
import { useOpenMatter } from '../matter/use-open-matter.js'
import { useSignedIn } from '../session.js'
import { AlertMark } from '../shown/alert-mark.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { DueText } from '../shown/due-text.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { TimelineList } from '../shown/timeline-list.js'
import { useWords } from '../words/language.js'
import { notYet } from './not-yet.js'

/** A matter on one page for whoever decides: what is asked, what it is, who, how far, what was done, what comes; and the decision itself. */
export function LeaderMatter({ id }: { readonly id: string }) {
  const words = useWords()
  const { loaded, reload, refresh, hasNews, done, setDone } = useOpenMatter(id)
  if (loaded.status === 'loading') return <Waiting lines={12} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  const shown = loaded.value
  const answer = answerIn(shown)
  return (
    <article className="leader leader-matter" aria-busy={loaded.isStale}>
      <p className="leader-ways no-print">
        <Link to="leader">← {words.leader.back}</Link>
        <Link to={`matters/${encodeURIComponent(id)}`}>{words.leader.whole}</Link>
      </p>
      <header className="matter-head">
        <p className="matter-number">
          <span className="number">{shown.number}</span>
          {shown.category && <span className="soft">{shown.category.name}</span>}
          {shown.channel && <span className="soft">{shown.channel.name}</span>}
          <span className="soft">
            {words.matter.received} <MomentText at={shown.receivedAt} />
          </span>
        </p>
        <div className="matter-title">
          <h1>
            <bdi>{shown.title}</bdi>
          </h1>
          <span className="stage stage-big">{shown.stage.name}</span>
          {shown.alert && <AlertMark alert={shown.alert} />}
        </div>
      </header>
      <NewsBar hasNews={hasNews} refresh={refresh} />
      <div className="matter-columns">
        <div className="matter-letter">
          <Asked matter={shown} />
          <What matter={shown} />
          <Answer entry={answer} />
        </div>
        <ActPanel matter={shown} done={done} tellDone={setDone} reload={refresh} />
        <div className="matter-main">
          <section className="block" aria-labelledby="leader-who">
            <h2 id="leader-who">{words.leader.who}</h2>
            {shown.assignments.length === 0 ? <p className="soft">{words.leader.nobody}</p> : <Assignments matter={shown} />}
          </section>
          <Done entries={shown.timeline.filter(({ seq }) => seq !== answer?.seq)} />
          <Dates duties={shown.duties} />
        </div>
      </div>
      <StickyAct matter={shown} />
    </article>
  )
}

const isRunning = ({ status }: DutyView): boolean => status === 'open' || status === 'overdue' || status === 'paused'

/** What this role owes; where it owes nothing, that it may decide. */
function Asked({ matter }: { readonly matter: MatterView }) {
  const words = useWords()
  const { role } = useSignedIn()
  const mine = matter.duties.filter((duty) => isRunning(duty) && duty.holder.role === role.role)
  const open = matter.acts.filter((act) => act.refusal === null)
  return (
    <section className="block leader-asked" aria-labelledby="leader-asked">
      <h2 id="leader-asked">{words.leader.asked}</h2>
      {mine.map((duty) => (
        <div key={duty.key}>
          <p>
            <b>{duty.name}</b> <DutyBadge duty={duty} /> <DueText duty={duty} />
            <ClauseChips clauses={duty.clauses} />
          </p>
          <WhyNotYet hindered={notYet(matter, duty)} />
        </div>
      ))}
      {mine.length === 0 && (
        <p>
          {open.length === 0 ? (
            words.leader.nothingAsked
          ) : (
            <>
              {words.leader.canDo}
              <b>{open.map(({ name }) => name).join(words.listComma)}</b>
            </>
          )}
        </p>
      )}
    </section>
  )
}

/** What is asked for and waits for somebody else first. */
function WhyNotYet({ hindered }: { readonly hindered: ActView | null }) {
  const refusal = hindered?.refusal ?? null
  return refusal === null ? null : <p className="soft">{refusal.sentence}</p>
}

const longMessage = 220

function What({ matter }: { readonly matter: MatterView }) {
  const words = useWords()
  const said = matter.fields.filter((field) => field.isMessage && field.as === 'shown')
  if (said.length === 0) return null
  return (
    <section className="block letter-block" aria-labelledby="leader-what">
      <h2 id="leader-what">{words.leader.what}</h2>
      {said.map((field) =>
        [...field.value].length <= longMessage ? (
          <p key={field.id} className="leader-said">
            {field.value}
          </p>
        ) : (
          <details key={field.id} className="leader-long">
            <summary>
              <span className="leader-said">{[...field.value].slice(0, longMessage).join('')}…</span>
              <span className="leader-more">{words.leader.moreText}</span>
            </summary>
            <p className="leader-said">{field.value}</p>
          </details>
        ),
      )}
    </section>
  )
}

/** The answer as it stands: nobody approves or signs what they have to look for. */
function Answer({ entry }: { readonly entry: TimelineEntry | null }) {
  const words = useWords()
  if (entry === null) return null
  return (
    <section className="block" aria-labelledby="leader-answer">
      <h2 id="leader-answer">{words.leader.answer}</h2>
      <TimelineList entries={[entry]} />
    </section>
  )
}

const mostDone = 6

function Done({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const words = useWords()
  // The first entry is the message, which stands above.
  const latest = [...entries]
    .filter(({ seq }) => seq > 1)
    .sort((one, other) => other.seq - one.seq)
    .slice(0, mostDone)
  return (
    <section className="block" aria-labelledby="leader-done">
      <h2 id="leader-done">{words.leader.done}</h2>
      {latest.length === 0 ? <p className="soft">{words.leader.nothingDone}</p> : <TimelineList entries={latest} />}
    </section>
  )
}

const mostDates = 5

/** What comes next, by day, whoever owes it. */
function Dates({ duties }: { readonly duties: readonly DutyView[] }) {
  const words = useWords()
  const dated = duties.filter((duty) => isRunning(duty) && duty.dueAt !== null).slice(0, mostDates)
  if (dated.length === 0) return null
  return (
    <section className="block" aria-labelledby="leader-dates">
      <h2 id="leader-dates">{words.leader.dates}</h2>
      <ul className="leader-dates">
        {dated.map((duty) => (
          <li key={duty.key}>
            {duty.dueAt && <MomentText at={duty.dueAt} />}
            <span>
              {duty.holder.unitName ?? duty.holder.roleName} <b>{duty.name}</b>
            </span>
            <DutyBadge duty={duty} />
          </li>
        ))}
      </ul>
    </section>
  )
}
