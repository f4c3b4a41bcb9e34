import '../css/containers.css'
import { useEffect } from 'react'
import type { ContainerList, ContainerRow } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { useSignedIn } from '../session.js'
import { AlertMark } from '../shown/alert-mark.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { sentence } from '../words/sentence.js'
import { containersWords } from './containers-words.js'
import { MonthTable } from './month-table.js'
import { PoolList } from './pool-list.js'

/** 会期和待列. When each container takes place, and what waits to be held. */
export function ContainersPage() {
  const { product, listComma } = useWords()
  const words = useScreenWords(containersWords)
  const month = useAddress().query.get('month')
  const asked = useAsked()
  const { loaded, reload } = useLoad<ContainerList>(
    asked(`/api/containers${month === null ? '' : `?month=${encodeURIComponent(month)}`}`),
  )
  const { role } = useSignedIn()
  const title = sentence(role.containers.join(listComma))
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  return (
    <section className="containers" aria-busy={loaded.status === 'loading' || loaded.isStale}>
      <div className="page-head">
        <h1>{title}</h1>
        <p className="soft">{words.lead}</p>
        {loaded.status === 'ready' && <Begin kinds={loaded.value.kinds} />}
      </div>
      {loaded.status === 'loading' ? <Waiting lines={10} /> : <Columns list={loaded.value} />}
    </section>
  )
}

/** The acts by which this person may begin a container. */
const Begin = ({ kinds }: Pick<ContainerList, 'kinds'>) =>
  kinds.flatMap(({ regulation, begins }) =>
    begins.map(({ id, name }) => (
      <Link
        key={`${regulation}:${id}`}
        to={`new?regulation=${encodeURIComponent(regulation)}&act=${encodeURIComponent(id)}`}
        className="main-link"
      >
        {name}
      </Link>
    )),
  )

/** What is ahead and what was, beside what waits to be held. */
function Columns({ list }: { readonly list: ContainerList }) {
  const words = useScreenWords(containersWords)
  const open = list.containers.filter(({ isEnd }) => !isEnd)
  return (
    <div className="containers-columns">
      <div>
        <MonthTable list={list} choose={(to) => changeQuery({ month: to })} />
        <section className="block">
          <h2>{words.ahead}</h2>
          <Rows rows={[...open].reverse()} />
        </section>
        {open.length < list.containers.length && (
          <section className="block">
            <h2>{words.past}</h2>
            <Rows rows={list.containers.filter(({ isEnd }) => isEnd)} />
          </section>
        )}
      </div>
      <div>
        {list.pools.map(({ name, rows }) => (
          <section className="block" key={name} aria-labelledby={`pool-${name}`}>
            <h2 id={`pool-${name}`}>
              {words.pool(name)} <span className="soft">{rows.length}</span>
            </h2>
            {rows.length === 0 ? <p className="empty">{words.poolNone(name)}</p> : <PoolList rows={rows} />}
          </section>
        ))}
      </div>
    </div>
  )
}

function Rows({ rows }: { readonly rows: readonly ContainerRow[] }) {
  const words = useScreenWords(containersWords)
  if (rows.length === 0) return <p className="empty">{words.none}</p>
  return (
    <ul className="container-rows">
      {rows.map(({ id, title, stage, isEnd, on, alert }) => (
        <li key={id}>
          <span className="container-day">{on ?? words.undated}</span>
          <Link to={`containers/${encodeURIComponent(id)}`}>{title}</Link>
          <span className={isEnd ? 'stage stage-end' : 'stage'}>{stage.name}</span>
          {alert && <AlertMark alert={alert} />}
        </li>
      ))}
    </ul>
  )
}
