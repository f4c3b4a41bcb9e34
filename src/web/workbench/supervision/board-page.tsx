import { useEffect } from 'react'
import type { SupervisionBoard } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { useAsked, useIsPast } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { NewsBar } from '../list/news-bar.js'
import { useNews } from '../list/use-news.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import type { Place } from './place.js'
import { RungTabs } from './rung-tabs.js'
import { StandingList } from './standing-list.js'
import { UnitMatrix } from './unit-matrix.js'

/** 督办看板. Where matters stand, in all and with each unit; each number opens what is behind it. */
export function BoardPage() {
  const words = useWords()
  const { query } = useAddress()
  const { loaded, reload } = useLoad<SupervisionBoard>(useAsked()('/api/supervision'))
  const isPast = useIsPast()
  const { hasNews, refresh } = useNews(reload)
  useEffect(() => {
    document.title = `${words.supervision.title} · ${words.product}`
  }, [words])
  const board = loaded.status === 'ready' ? loaded.value : null
  return (
    <section className="supervision">
      <div className="page-head">
        <h1>{words.supervision.title}</h1>
        <p className="soft">{words.supervision.lead}</p>
        <Link to="supervision/ledger" className="plain-button to-slips">
          {words.supervision.ledger}
        </Link>
        {board?.hasFollowed && (
          <Link to="supervision/followed" className="plain-button">
            {words.supervision.followed}
          </Link>
        )}
        {board?.hasSlips && !isPast && (
          <Link to="supervision/slips" className="plain-button">
            {words.supervision.slips}
          </Link>
        )}
      </div>
      <NewsBar hasNews={hasNews} refresh={refresh} />
      {loaded.status === 'loading' && <Waiting lines={10} />}
      {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
      {board && <Board board={board} place={placeIn(board, query)} reload={reload} />}
    </section>
  )
}

/** The rung in the address, or the highest on which something stands. */
function placeIn({ rungs }: SupervisionBoard, query: URLSearchParams): Place {
  const asked = query.get('rung')
  const highest = [...rungs].reverse().find(({ count }) => count > 0)
  const rung = rungs.find(({ id }) => id === asked) ?? highest ?? rungs[0]
  return { rung: rung?.id ?? 'soon', unit: query.get('unit') === '-' ? '' : query.get('unit') }
}

type Props = { readonly board: SupervisionBoard; readonly place: Place; readonly reload: () => void }

function Board({ board, place, reload }: Props) {
  const words = useWords()
  if (board.rungs.every(({ count }) => count === 0)) return <p className="empty">{words.supervision.clear}</p>
  const go = ({ rung, unit }: Place): void => changeQuery({ rung, unit: unit === '' ? '-' : (unit ?? '') })
  const rung = board.rungs.find(({ id }) => id === place.rung)
  const unit = board.units.find(({ id }) => id === place.unit)
  return (
    <>
      <RungTabs board={board} place={place} go={go} />
      <div className="board-columns">
        <UnitMatrix board={board} place={place} go={go} />
        <section className="board-list" aria-labelledby="board-list">
          <h2 id="board-list">{words.supervision.list(rung?.name ?? '', unit?.name ?? null)}</h2>
          <StandingList key={`${place.rung} ${place.unit ?? '*'}`} place={place} reload={reload} />
        </section>
      </div>
    </>
  )
}
