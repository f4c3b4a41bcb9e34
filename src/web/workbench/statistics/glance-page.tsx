import '../css/glance.css'
import { type ReactNode, useEffect } from 'react'
import type { GlanceView, SupervisionBoard, SupervisionPage } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { AlertMark } from '../shown/alert-mark.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { type Loaded, useLoad } from '../use-load.js'
import { useLoadAll } from '../use-load-all.js'
import { useScreenWords, useWords } from '../words/language.js'
import { askedQuery } from './asked-query.js'
import { ClosedNote } from './closed-note.js'
import { alertsOf, lateMost, lateRungs } from './glance.js'
import { ChangedFigures, LateUnits, Numbers } from './glance-figures.js'
import { glanceWords } from './glance-words.js'
import { UsualSpans } from './span-picker.js'

/** 一页要览. What a leader reads in a minute, on one screen and one sheet: nothing is counted for it that the statistics and the board do not tell. */
export function GlancePage() {
  const words = useScreenWords(glanceWords)
  const { statistics, product } = useWords()
  const query = askedQuery(useAddress().query)
  query.set('by', 'unit')
  const { loaded, reload } = useLoad<GlanceView>(useAsked()(`/api/statistics/glance?${query}`))
  const view = loaded.status === 'ready' ? loaded.value : null
  useEffect(() => {
    document.title = `${words.title} · ${product}`
  }, [words, product])
  return (
    <section className="statistics glance">
      <div className="page-head">
        <h1>{words.title}</h1>
        {view && (
          <p className="soft">
            {view.scope} · {statistics.fromTo(view.span.from, view.span.to)}
          </p>
        )}
        <p className="statistics-actions">
          <Link to="statistics">{words.whole}</Link>
          <button type="button" className="plain-button" onClick={() => window.print()}>
            {statistics.print}
          </button>
        </p>
      </div>
      <Shown loaded={loaded} reload={reload}>
        {(shown) => <Glance view={shown} />}
      </Shown>
    </section>
  )
}

type ShownProps<T> = {
  readonly loaded: Loaded<T>
  readonly reload: () => void
  readonly children: (value: T) => ReactNode
}

function Shown<T>({ loaded, reload, children }: ShownProps<T>) {
  if (loaded.status === 'loading') return <Waiting lines={5} />
  return loaded.status === 'failed' ? <Problem problem={loaded.problem} retry={reload} /> : children(loaded.value)
}

function Glance({ view }: { readonly view: GlanceView }) {
  const words = useScreenWords(glanceWords)
  return (
    <>
      <Numbers view={view} />
      <div className="glance-columns">
        <Board />
        <div>
          <LateUnits view={view} />
          <ChangedFigures {...view.week} />
        </div>
      </div>
      <ClosedNote closed={view.closed} />
      <div className="span">
        <UsualSpans
          legend={words.otherSpans}
          spans={view.spans}
          from={view.span.from}
          to={view.span.to}
          choose={({ from, to }) => changeQuery({ from, to })}
        />
      </div>
    </>
  )
}

/** What stands on the board now. */
function Board() {
  const { loaded, reload } = useLoad<SupervisionBoard>(useAsked()('/api/supervision'))
  return (
    <Shown loaded={loaded} reload={reload}>
      {(board) => (
        <div>
          <Late board={board} />
          <Alerts board={board} />
        </div>
      )}
    </Shown>
  )
}

/** So many rows of a rung are looked at: a matter stands there once for each unit. */
const rowsLookedAt = 50

function Late({ board }: { readonly board: SupervisionBoard }) {
  const words = useScreenWords(glanceWords)
  const asked = useAsked()
  const paths = lateRungs(board).map((rung) =>
    asked(`/api/supervision/matters?${new URLSearchParams({ rung, limit: String(rowsLookedAt) })}`),
  )
  const { loaded, reload } = useLoadAll<SupervisionPage>(paths)
  return (
    <section className="panel" aria-labelledby="glance-late">
      <h2 id="glance-late">{words.late}</h2>
      <Shown loaded={loaded} reload={reload}>
        {(pages) => <LateList rows={lateMost(pages)} />}
      </Shown>
    </section>
  )
}

function LateList({ rows }: { readonly rows: ReturnType<typeof lateMost> }) {
  const words = useScreenWords(glanceWords)
  if (rows.length === 0) return <p className="soft">{words.lateNone}</p>
  return (
    <ol className="glance-late">
      {rows.map((row) => (
        <li key={row.matter}>
          <Link to={`matters/${encodeURIComponent(row.matter)}`}>
            <bdi>{row.title}</bdi>
          </Link>
          <span className="glance-facts soft">
            <DutyBadge duty={row} />
            <span>{row.name}</span>
            {row.unit && <span>{row.unit.name}</span>}
            <span className="number">{row.number}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function Alerts({ board }: { readonly board: SupervisionBoard }) {
  const words = useScreenWords(glanceWords)
  const alerts = alertsOf(board)
  return (
    <section className="panel" aria-labelledby="glance-alerts">
      <h2 id="glance-alerts">{words.alerts}</h2>
      {alerts.length === 0 && <p className="soft">{words.alertsNone}</p>}
      <ul className="glance-alerts">
        {alerts.map(({ id, name, alert, count }) => (
          <li key={id}>
            <AlertMark alert={alert} />{' '}
            {count === 0 ? (
              <b className="zero">0</b>
            ) : (
              <Link to={`supervision?${new URLSearchParams({ rung: id })}`} aria-label={words.openAlert(name, count)}>
                {count}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
