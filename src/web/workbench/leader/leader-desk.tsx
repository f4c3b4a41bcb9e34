import { useEffect, useRef } from 'react'
import type { BulletinDigest, LeaderDesk as Desk, LeaderItem } from '../../../contract/index.js'
import { useAsked, useIsPast } from '../as-of/as-of.js'
import { OtherDesks } from '../frame/other-desks.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { NewsBar } from '../list/news-bar.js'
import { useNews } from '../list/use-news.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { roleName, useSignedIn } from '../session.js'
import { AlertMark } from '../shown/alert-mark.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { glanceWords } from '../statistics/glance-words.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'

export function LeaderDesk() {
  const words = useWords()
  const glance = useScreenWords(glanceWords)
  const { loaded, reload } = useLoad<Desk>(useAsked()('/api/leader'))
  const { hasNews, refresh } = useNews(reload)
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  useEffect(() => {
    document.title = `${words.leader.title} · ${words.product}`
  }, [words])
  return (
    <section className="leader">
      <div className="page-head">
        <h1>{words.leader.title}</h1>
        <p className="soft">{words.leader.lead}</p>
        <Link to="statistics/glance">{glance.title}</Link>
      </div>
      <NewsBar hasNews={hasNews} refresh={refresh} />
      <OtherDesks />
      {loaded.status === 'loading' && <Waiting lines={8} />}
      {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
      {loaded.status === 'ready' && (
        <div aria-busy={loaded.isStale} className="leader-columns">
          <div ref={list}>
            <Items {...loaded.value} />
          </div>
          <div>
            <Bulletins />
            <Decided decided={loaded.value.decided} />
          </div>
        </div>
      )}
    </section>
  )
}

/** What somebody is owed stands first; what may be done, and nobody asked for, apart from it. */
function Items({ waiting, hasMore }: Pick<Desk, 'waiting' | 'hasMore'>) {
  const { leader } = useWords()
  const [owed, open] = [waiting.filter(({ duties }) => duties.length > 0), waiting.filter(({ duties }) => duties.length === 0)]
  return (
    <>
      <section aria-labelledby="leader-waiting">
        <h2 id="leader-waiting">{leader.waiting}</h2>
        {owed.length === 0 && !hasMore && <p className="empty">{leader.empty}</p>}
        <ul className="leader-list">
          {owed.map((item) => (
            <Item key={item.matter.id} item={item} />
          ))}
        </ul>
      </section>
      {open.length > 0 && (
        <section aria-labelledby="leader-open">
          <h2 id="leader-open">{leader.open}</h2>
          <ul className="leader-list">
            {open.map((item) => (
              <Item key={item.matter.id} item={item} />
            ))}
          </ul>
        </section>
      )}
      {hasMore && <p className="soft">{leader.more}</p>}
    </>
  )
}

function Item({ item: { matter, duties, acts } }: { readonly item: LeaderItem }) {
  const words = useWords()
  const roomOf = useRoomOf()
  const asked = duties.length > 0 ? duties.map(({ name }) => name) : acts.map(({ name }) => name)
  const first = duties[0]
  return (
    <li className="leader-item">
      <Link to={roomOf(matter.id)} className="leader-link" data-row>
        <span className="leader-title">
          <bdi>{matter.title}</bdi>
        </span>
        <span className="leader-asks">
          {duties.length > 0 ? words.leader.asks : words.leader.may} <b>{asked.join(words.listComma)}</b>
        </span>
        <span className="leader-facts">
          {first && <DutyBadge duty={first} />}
          {first?.dueAt && <MomentText at={first.dueAt} />}
          {first && first.dueAt === null && <span>{words.desk.waiting(first.workdaysOpen)}</span>}
          {matter.alert && !first?.alert && <AlertMark alert={matter.alert} />}
        </span>
        <span className="leader-facts soft">
          <span className="number">{matter.number}</span>
          <span>{matter.stage.name}</span>
          {matter.units.length > 0 && <span>{matter.units.map(({ name }) => name).join(words.listComma)}</span>}
        </span>
      </Link>
    </li>
  )
}

/** Where it is decided; what stood is only read. */
function useRoomOf(): (matter: string) => string {
  const room = useIsPast() ? 'matters' : 'leader'
  return (matter) => `${room}/${encodeURIComponent(matter)}`
}

/** 通报摘要. The figures of each at a glance, and whether they are others by now. */
function Bulletins() {
  const words = useWords()
  const { role } = useSignedIn()
  const asked = useAsked()
  const { loaded } = useLoad<BulletinDigest>(asked('/api/bulletins'))
  if (loaded.status !== 'ready' || loaded.value.bulletins.length === 0) return null
  return (
    <section aria-labelledby="leader-bulletins">
      <h2 id="leader-bulletins">{words.leader.bulletins}</h2>
      <ul className="leader-bulletins">
        {loaded.value.bulletins.map((each) => (
          <li key={each.id}>
            <Link to={`documents/${encodeURIComponent(each.id)}`}>
              {each.name} {each.spanName}
            </Link>
            <span className="leader-facts soft">
              <span className="number">{each.number}</span>
              <MomentText at={each.issuedAt} />
            </span>
            <dl className="leader-figures">
              {each.figures.map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {each.corrections > 0 && <p className="leader-corrected">{words.leader.corrected(each.corrections)}</p>}
          </li>
        ))}
      </ul>
      <p className="leader-digest-file">
        <a className="plain-button" href={asked(`/api/bulletins/sheet?role=${encodeURIComponent(roleName(role))}`)} download>
          {words.leader.digestFile}
        </a>
      </p>
    </section>
  )
}

function Decided({ decided }: { readonly decided: Desk['decided'] }) {
  const words = useWords()
  const roomOf = useRoomOf()
  return (
    <section aria-labelledby="leader-decided">
      <h2 id="leader-decided">{words.leader.decided}</h2>
      {decided.length === 0 && <p className="soft">{words.leader.decidedEmpty}</p>}
      <ul className="leader-decided">
        {decided.map((each) => (
          <li key={`${each.matter} ${each.seq}`}>
            <span className="leader-facts soft">
              <MomentText at={each.at} />
              <b>{each.name}</b>
            </span>
            <Link to={roomOf(each.matter)}>
              <bdi>{each.title}</bdi>
            </Link>
            {each.stated.slice(0, 1).map(({ name, value }) => (
              <p key={name} className="leader-said">
                {value}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
