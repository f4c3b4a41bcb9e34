import '../css/thread.css'
import { useEffect, useRef } from 'react'
import type { ThreadRow, ThreadView } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { AlertMark } from '../shown/alert-mark.js'
import { MomentText } from '../shown/moment-text.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { sentence } from '../words/sentence.js'
import { PrecedenceList } from './precedence-list.js'
import { threadWords } from './thread-words.js'

/** 脉络. What led to a matter and what came of it, step below step; each leads to its own page. */
export function ThreadPage({ id }: { readonly id: string }) {
  const { product } = useWords()
  const words = useScreenWords(threadWords)
  const asked = useAsked()
  const { loaded, reload } = useLoad<ThreadView>(asked(`/api/matters/${encodeURIComponent(id)}/thread`))
  useEffect(() => {
    document.title = `${words.title} · ${product}`
  }, [words, product])
  if (loaded.status === 'loading') return <Waiting lines={8} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  const { number, title, rows, precedence } = loaded.value
  return (
    <section className="thread-page" aria-busy={loaded.isStale}>
      <div className="page-head">
        <h1>
          {words.title} <span className="number">{number}</span> {title}
        </h1>
        <p className="soft">{words.lead}</p>
        <p>
          <Link to={`matters/${encodeURIComponent(id)}`}>{words.back}</Link>
        </p>
      </div>
      {rows.length < 2 ? <p className="empty">{words.alone}</p> : <Tree rows={rows} />}
      {precedence.length > 0 && <PrecedenceList precedence={precedence} />}
    </section>
  )
}

function Tree({ rows }: { readonly rows: readonly ThreadRow[] }) {
  const words = useScreenWords(threadWords)
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  return (
    <div ref={list}>
      <div className="thread-heads" aria-hidden="true">
        <span />
        <span />
        <span className="thread-times soft">
          <span>{words.received}</span>
          <span>{words.since}</span>
          {rows.some(({ nextDueAt }) => nextDueAt !== null) && <span>{words.due}</span>}
        </span>
      </div>
      <Branch rows={rows} depth={0} label={words.list} />
    </div>
  )
}

type BranchProps = { readonly rows: readonly ThreadRow[]; readonly depth: number; readonly label?: string }

/** Rows of one depth, each with those below it in a list of their own. */
function Branch({ rows, depth, label }: BranchProps) {
  const starts = rows.flatMap((row, at) => (row.depth === depth ? [at] : []))
  return (
    <ul className="thread" aria-label={label}>
      {starts.map((start, place) => {
        const [row, ...below] = rows.slice(start, starts[place + 1] ?? rows.length)
        if (row === undefined) return null
        return (
          <li key={`${row.id} ${start}`} className={row.isThis ? 'thread-here' : undefined}>
            <Row row={row} />
            {below.length > 0 && <Branch rows={below} depth={depth + 1} />}
          </li>
        )
      })}
    </ul>
  )
}

function Row({ row }: { readonly row: ThreadRow }) {
  const words = useScreenWords(threadWords)
  const { id, number, title, kind, stage, isEnd, since, receivedAt, nextDueAt, alert, isThis, isAgain } = row
  return (
    <div className="thread-row">
      <Link to={`matters/${encodeURIComponent(id)}`} data-row aria-current={isThis && !isAgain ? 'true' : undefined}>
        {kind !== null && <span className="tag">{sentence(kind.name)}</span>} <span className="number">{number}</span> {title}
      </Link>
      {isAgain ? (
        <span className="soft">{words.again}</span>
      ) : (
        <>
          <span className="thread-standing">
            <span className={isEnd ? 'stage stage-end' : 'stage'}>{stage.name}</span>
            {isThis && <b>{words.here}</b>}
            {alert !== null && <AlertMark alert={alert} />}
          </span>
          <span className="thread-times soft">
            <span>
              <span className="thread-label">{words.received} </span>
              <MomentText at={receivedAt} />
            </span>
            <span>
              <span className="thread-label">{words.since} </span>
              <MomentText at={since} />
            </span>
            {nextDueAt !== null && (
              <b>
                <span className="thread-label">{words.due} </span>
                <MomentText at={nextDueAt} />
              </b>
            )}
          </span>
        </>
      )}
    </div>
  )
}
