import { useState } from 'react'
import type { ActDone, ContainerView, HeldView, MatterView, PooledView, Problem as ProblemView } from '../../../contract/index.js'
import type { Answer } from '../api/answer.js'
import { useIsPast } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { actKey } from '../matter/act-key.js'
import type { Done } from '../matter/done-line.js'
import { useSession } from '../session.js'
import { AlertMark } from '../shown/alert-mark.js'
import { useScreenWords, useWords } from '../words/language.js'
import { clockOn } from './clock-on.js'
import { containersWords } from './containers-words.js'
import { Lights } from './lights.js'
import { PoolList } from './pool-list.js'
import { asksNoMore, type OpenMove, openMoves, type Work } from './work.js'

type Props = {
  readonly container: ContainerView
  readonly matter: MatterView
  readonly work: Work | null
  readonly choose: (work: Work) => void
  readonly finish: (done: Done) => void
}

/** 议程. What is held, in order: chosen to be worked on, taken up, put in another place, let go; and what may still come in. */
export function Agenda({ container, matter, work, choose, finish }: Props) {
  const words = useScreenWords(containersWords)
  const { acts } = useWords()
  const isPast = useIsPast()
  const { ask } = useSession()
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const { held, pool, heldName } = container
  const moves = (as: Parameters<typeof openMoves>[2]): readonly OpenMove[] => (isPast ? [] : openMoves(container, matter, as))
  const [order] = moves('orders')
  const send = async ({ act }: OpenMove, stated: Readonly<Record<string, unknown>>): Promise<boolean> => {
    const answer = await ask<ActDone | null>(pathOf(matter, act.act), {
      method: 'POST',
      body: { with: stated },
      revision: matter.revision,
    })
    setProblem(answer.ok ? null : answer.problem)
    const seconds = answer.ok ? (answer.value?.undo?.seconds ?? null) : null
    if (answer.ok) finish({ matter: matter.id, said: acts.done(act.name), seconds, putBack: () => undefined })
    return answer.ok
  }
  const treat = (open: OpenMove, number: string): void => {
    const given = { [open.move.field]: number }
    if (asksNoMore(open)) void send(open, given)
    else choose({ of: 'container', key: actKey(open.act), given })
  }
  /** Puts one at a place among the others; the server is told which it then stands before. */
  const put = async (row: HeldView, place: number): Promise<void> => {
    const others = held.filter(({ id }) => id !== row.id)
    if (order === undefined || place < 0 || place > others.length || held[place]?.id === row.id) return
    const after = others[place]?.number
    const before = after === undefined || order.move.before === null ? {} : { [order.move.before]: after }
    if (await send(order, { [order.move.field]: row.number, ...before })) setSaid(words.moved(row.title, place + 1))
  }
  // Taken up one by one, as at a meeting; else it only holds them.
  const isTakenUp = container.moves.some(({ as }) => as === 'calls')
  const takeAll = async (open: OpenMove, rows: readonly PooledView[]): Promise<void> => {
    const { count, problem } = await takenIn(ask, matter, open, rows)
    if (problem !== null) setProblem(problem)
    if (count > 0) finish({ matter: matter.id, said: words.wentIn(count), seconds: null, putBack: () => undefined })
  }
  const [joins] = moves('joins')
  /** From the pool it comes in, wherever on the list it is dropped; one that is on it goes before the one it is dropped on. */
  const drop = (on: number | null): void => {
    const moved = held.find(({ id }) => id === dragged)
    const coming = pool?.find(({ id, refusal }) => id === dragged && refusal === null)
    setDragged(null)
    if (moved !== undefined && on !== null) void put(moved, on)
    if (coming !== undefined && joins !== undefined) treat(joins, coming.number)
  }
  const ready = (pool ?? []).filter(({ refusal }) => refusal === null)
  const nextAhead = held.some(({ turn }) => turn === 'now') ? undefined : held.find(({ turn }) => turn === 'ahead')
  return (
    <div className="agenda-column">
      <section
        className="block"
        aria-labelledby="agenda"
        onDragOver={(event) => dragged !== null && event.preventDefault()}
        onDrop={() => drop(null)}
      >
        <div className="agenda-head">
          <h2 id="agenda">{isTakenUp ? words.order : words.list}</h2>
          <span className="soft">
            {isTakenUp
              ? words.progress(held.filter(({ turn }) => turn === 'dealt').length, held.length)
              : words.listed(held.length)}
          </span>
        </div>
        {problem && <Problem problem={problem} />}
        <p role="status" className="unseen">
          {said}
        </p>
        {order !== undefined && held.length > 1 && <p className="soft">{words.drag}</p>}
        {held.length === 0 && <p className="empty">{words.empty(heldName)}</p>}
        <ol className="agenda">
          {held.map((row, place) => (
            <li
              key={row.id}
              className={`agenda-row agenda-${row.turn}${work?.of === 'held' && work.id === row.id ? ' agenda-chosen' : ''}`}
              draggable={order !== undefined}
              onDragStart={() => setDragged(row.id)}
              onDragEnd={() => setDragged(null)}
              onDrop={(event) => {
                event.stopPropagation()
                drop(place)
              }}
            >
              <Row
                row={row}
                place={place}
                isTakenUp={isTakenUp}
                isChosen={work?.of === 'held' && work.id === row.id}
                on={container.on}
                choose={choose}
              />
              <span className="agenda-acts no-print">
                {order !== undefined && held.length > 1 && (
                  <>
                    {/* Not `disabled`: whoever moves one to an end by keys would lose the place. */}
                    <button
                      type="button"
                      className="quiet"
                      aria-label={words.up(row.title)}
                      aria-disabled={place === 0}
                      onClick={() => void put(row, place - 1)}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      className="quiet"
                      aria-label={words.down(row.title)}
                      aria-disabled={place === held.length - 1}
                      onClick={() => void put(row, place + 1)}
                    >
                      ↓
                    </button>
                  </>
                )}
                {row === nextAhead &&
                  moves('calls').map((open) => (
                    <button key={open.act.act} type="button" className="agenda-call" onClick={() => treat(open, row.number)}>
                      {open.act.name}
                    </button>
                  ))}
                {row.turn === 'ahead' &&
                  moves('releases').map((open) => (
                    <button key={open.act.act} type="button" className="quiet" onClick={() => treat(open, row.number)}>
                      {open.act.name}
                    </button>
                  ))}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {pool !== null && !isPast && (
        <section className="block pool-block no-print" aria-labelledby="pool">
          <h2 id="pool">
            {words.comes(heldName)} <span className="soft">{pool.length}</span>
          </h2>
          <p className="agenda-acts">
            {moves('joins')
              .filter((open) => asksNoMore(open) && ready.length > 1)
              .map((open) => (
                <button key={open.act.act} type="button" className="act-beside" onClick={() => void takeAll(open, ready)}>
                  {words.all(open.act.name, ready.length)}
                </button>
              ))}
          </p>
          {pool.length === 0 ? (
            <p className="empty">{words.poolNone(heldName)}</p>
          ) : (
            <PoolList
              rows={pool}
              drag={joins === undefined ? undefined : setDragged}
              acts={({ number }) => (
                <span className="agenda-acts">
                  {moves('joins').map((open) => (
                    <button key={open.act.act} type="button" className="act-beside" onClick={() => treat(open, number)}>
                      {open.act.name}
                    </button>
                  ))}
                </span>
              )}
            />
          )}
        </section>
      )}
    </div>
  )
}

const pathOf = (matter: MatterView, act: string): string =>
  `/api/matters/${encodeURIComponent(matter.id)}/acts/${encodeURIComponent(act)}`

/** One after the other: each is an act of its own, and the first that is refused stops them. */
async function takenIn(
  ask: ReturnType<typeof useSession>['ask'],
  matter: MatterView,
  { act, move }: OpenMove,
  rows: readonly PooledView[],
): Promise<{ readonly count: number; readonly problem: ProblemView | null }> {
  let revision: number | undefined = matter.revision
  for (const [count, { number }] of rows.entries()) {
    const answer: Answer<ActDone | null> = await ask<ActDone | null>(pathOf(matter, act.act), {
      method: 'POST',
      body: { with: { [move.field]: number } },
      ...(revision === undefined ? {} : { revision }),
    })
    if (!answer.ok) return { count, problem: answer.problem }
    revision = answer.value?.revision
  }
  return { count: rows.length, problem: null }
}

type RowProps = {
  readonly row: HeldView
  readonly place: number
  readonly isTakenUp: boolean
  readonly isChosen: boolean
  /** The day on which it takes place. */
  readonly on: string | null
  readonly choose: (work: Work) => void
}

function Row({ row, place, isTakenUp, isChosen, on, choose }: RowProps) {
  const words = useScreenWords(containersWords)
  const { id, title, stage, turn, calledAt, dealtAt, units, stated, outcome, lights, alert } = row
  const [decided, ...more] = outcome.map(({ value }) => value)
  const from = calledAt && clockOn(calledAt, on)
  const to = dealtAt && clockOn(dealtAt, calledAt?.shown.split(' ')[0] ?? on)
  return (
    <div className="agenda-main">
      <span className="agenda-line">
        <button type="button" className="agenda-title" aria-pressed={isChosen} onClick={() => choose({ of: 'held', id })}>
          <span className="agenda-place">{place + 1}</span>
          <span>{title}</span>
        </button>
        {isTakenUp && (
          <span className={`turn turn-${turn}`}>
            {turn === 'dealt' && <span aria-hidden="true">✓ </span>}
            {decided === undefined ? words.turn[turn] : words.decided(decided)}
          </span>
        )}
      </span>
      {more.length > 0 && <span className="agenda-outcome">{unsaid(more.join(' · '), decided)}</span>}
      <span className="agenda-facts">
        {isTakenUp && turn !== 'ahead' && (from || to) && <span className="moment">{words.between(from ?? '', to ?? '')}</span>}
        {(turn !== 'dealt' || !isTakenUp) && <span className="stage">{stage.name}</span>}
        {units.map((unit) => (
          <span key={unit.id}>{unit.name}</span>
        ))}
        {stated.map(({ name, value }) => (
          <span key={name} className="soft">
            {name} {value}
          </span>
        ))}
        {alert && <AlertMark alert={alert} />}
      </span>
      {turn !== 'dealt' && <Lights lights={lights} />}
    </div>
  )
}

/** The rest of what was decided, which as a rule opens with the word that stands beside it already. */
const unsaid = (text: string, said = ''): string =>
  said !== '' && text.startsWith(said) ? text.slice(said.length).replace(/^[\s，。；：,.;:]+/u, '') : text
