import '../css/acts.css'
import '../css/form.css'
import '../css/matter.css'
import '../css/containers.css'
import '../css/minutes.css'
import { useEffect, useState } from 'react'
import type { ContainerView, MatterView } from '../../../contract/index.js'
import { useAsked, useIsPast } from '../as-of/as-of.js'
import { Documents } from '../documents/documents.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { NewsBar } from '../list/news-bar.js'
import { actKey } from '../matter/act-key.js'
import { type Done, DoneLine } from '../matter/done-line.js'
import { NotShown } from '../matter/not-shown.js'
import { useOpenMatter } from '../matter/use-open-matter.js'
import { ClausePlaces } from '../shown/clause-place.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { sentence } from '../words/sentence.js'
import { Agenda } from './agenda.js'
import { Attendance } from './attendance.js'
import { clockOn } from './clock-on.js'
import { containersWords } from './containers-words.js'
import { Tally } from './tally.js'
import type { Work } from './work.js'
import { WorkPanel } from './work-panel.js'

/** 会场. Who is here, what is on, what is decided: beside one another, whatever the matter that holds others is. */
export function ContainerPage({ id }: { readonly id: string }) {
  const { product } = useWords()
  const asked = useAsked()
  const room = useLoad<ContainerView>(asked(`/api/containers/${encodeURIComponent(id)}`))
  const own = useOpenMatter(id, true)
  const { done, setDone } = own
  const title = room.loaded.status === 'ready' ? room.loaded.value.title : ''
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  if (room.loaded.status === 'loading' || own.loaded.status === 'loading') return <Waiting lines={12} />
  const refresh = (): void => {
    own.refresh()
    room.reload()
  }
  if (room.loaded.status === 'failed') return <NotShown problem={room.loaded.problem} done={done} retry={refresh} />
  if (own.loaded.status === 'failed') return <NotShown problem={own.loaded.problem} done={done} retry={refresh} />
  const isBusy = room.loaded.isStale || own.loaded.isStale
  return (
    <ClausePlaces value={own.loaded.value.regulation}>
      <article className="container-room" aria-busy={isBusy}>
        <Head container={room.loaded.value} />
        <NewsBar hasNews={own.hasNews} refresh={refresh} />
        <Columns container={room.loaded.value} matter={own.loaded.value} done={done} tellDone={setDone} refresh={refresh} />
        <Documents matter={id} revision={own.loaded.value.revision} />
      </article>
    </ClausePlaces>
  )
}

function Head({ container }: { readonly container: ContainerView }) {
  const words = useScreenWords(containersWords)
  const { id, title, kind, on, head, opened, chair, stage, isEnd } = container
  const whole = `matters/${encodeURIComponent(id)}`
  return (
    <header className="container-head">
      <p className="matter-number no-print">
        <Link to="containers" className="back">
          ‹ {sentence(kind)}
        </Link>
        <Link to={whole}>{words.toMatter}</Link>
        <Link to={`${whole}/thread`}>{words.toThread}</Link>
        <button type="button" className="quiet" onClick={() => window.print()}>
          {words.print}
        </button>
      </p>
      <div className="matter-title">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <span className={isEnd ? 'stage stage-end stage-big' : 'stage stage-big'}>{stage.name}</span>
        <span className="title-facts">
          <span>{on ?? words.undated}</span>
          {head.map(({ name, value }) => (
            <span key={name}>
              <span className="unseen">{name} </span>
              {value}
            </span>
          ))}
          {opened === null && chair && <span>{words.willChair(chair.roleName, chair.person ?? '')}</span>}
          {opened && <span>{words.chairs(opened.by.roleName, opened.by.person ?? '')}</span>}
          {opened && <span>{words.opened(clockOn(opened.at, on), opened.name)}</span>}
        </span>
      </div>
    </header>
  )
}

type ColumnsProps = {
  readonly container: ContainerView
  readonly matter: MatterView
  readonly done: Done | null
  readonly tellDone: (done: Done | null) => void
  readonly refresh: () => void
}

function Columns({ container, matter, done, tellDone, refresh }: ColumnsProps) {
  const words = useScreenWords(containersWords)
  const isPast = useIsPast()
  const [chosen, setChosen] = useState<Work | null>(null)
  const [here, setHere] = useState<ReadonlySet<string>>(new Set())
  const work = chosen ?? firstWork(container)
  const finish = (now: Done): void => {
    tellDone(now)
    setChosen(null)
    refresh()
  }
  const choose = (next: Work | null): void => {
    tellDone(null)
    setChosen(next)
  }
  return (
    <div
      className={`container-columns${isPast ? ' container-alone' : ''}${isMinutes(container, matter, work) ? ' container-writing' : ''}`}
    >
      {container.tally === null ? (
        <Attendance container={container} matter={matter} here={here} setHere={isPast ? null : setHere} />
      ) : (
        <Tally tally={container.tally} />
      )}
      <Agenda container={container} matter={matter} work={work} choose={choose} finish={finish} />
      {!isPast && (
        <aside className="block work-panel" aria-label={words.work}>
          <div role="status" className="done-place">
            {done && <DoneLine done={done} undone={refresh} />}
          </div>
          <WorkPanel
            container={container}
            matter={matter}
            work={work}
            here={here}
            choose={choose}
            finish={finish}
            reload={refresh}
          />
        </aside>
      )}
    </div>
  )
}

/** Whether the minutes are being written: a long text, which wants the room of the agenda beside it. */
function isMinutes({ minutes }: ContainerView, { acts }: MatterView, work: Work | null): boolean {
  if (minutes === null || work?.of !== 'container') return false
  return acts.some((act) => actKey(act) === work.key && act.fields.some(({ id }) => id === minutes.field))
}

/** What is taken up now; else the next, while it is in nobody's hands. */
function firstWork({ held, moves }: ContainerView): Work | null {
  // Where nothing is taken up one by one, what is worked on is chosen.
  if (!moves.some(({ as }) => as === 'calls')) return null
  const found = held.find(({ turn }) => turn === 'now') ?? held.find(({ turn }) => turn === 'ahead')
  return found === undefined ? null : { of: 'held', id: found.id }
}
