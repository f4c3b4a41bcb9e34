import { type ReactNode, useState } from 'react'
import type { ChargedView, ReturnsView } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { TableHeads } from '../table-heads.js'
import { useLoad } from '../use-load.js'
import { useScreenWords } from '../words/language.js'
import { beneathWords } from './beneath-words.js'
import { Wide } from './wide.js'

type Asked = { readonly query: URLSearchParams }

/** 退回原因. Gone through when it is opened. */
export const ReturnsPart = ({ query }: Asked) => {
  const words = useScreenWords(beneathWords)
  return (
    <Opened title={words.returns}>
      <Gone<ReturnsView> path={`/api/statistics/returns?${query}`}>{(returns) => <Returns returns={returns} />}</Gone>
    </Opened>
  )
}

/** 用时. Gone through when it is opened. */
export const ChargedPart = ({ query }: Asked) => {
  const words = useScreenWords(beneathWords)
  return (
    <Opened title={words.charged}>
      <Gone<ChargedView> path={`/api/statistics/charged?${query}`}>{(charged) => <Charges charged={charged} />}</Gone>
    </Opened>
  )
}

function Opened({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="panel" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {isOpen && children}
    </details>
  )
}

type Behind = Pick<ReturnsView, 'matters' | 'most' | 'unopened'>
type GoneProps<T> = { readonly path: string; readonly children: (value: T) => ReactNode }

function Gone<T extends Behind>({ path, children }: GoneProps<T>) {
  const words = useScreenWords(beneathWords)
  const { loaded, reload } = useLoad<T>(useAsked()(path))
  if (loaded.status === 'loading') return <Waiting lines={3} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} />
  const { matters, most, unopened } = loaded.value
  if (most !== null) return <p className="soft">{words.tooMany(matters, most)}</p>
  return (
    <>
      {matters === 0 ? <p className="soft">{words.none}</p> : children(loaded.value)}
      {unopened > 0 && <p className="soft">{words.unopened(unopened)}</p>}
    </>
  )
}

function Returns({ returns: { matters, choices, acts } }: { readonly returns: ReturnsView }) {
  const words = useScreenWords(beneathWords)
  const heads = [words.matter, words.returned, words.stated]
  return (
    <>
      <p className="soft">{words.returnsLead(matters)}</p>
      {choices.map(({ id, name, options }) => (
        <Table key={id} name={name} heads={[name, words.matters]} rows={options.map((each) => [each.name, each.matters])} />
      ))}
      <Table
        name={words.returns}
        heads={heads}
        rows={acts.map(({ matter, at, act, unit, stated }) => [
          <Link key="matter" to={`matters/${encodeURIComponent(matter.id)}`}>
            {matter.title} <small>{matter.number}</small>
          </Link>,
          [unit, act, at.shown].filter((each) => each !== null).join(' · '),
          stated.map(({ name, value }) => words.says(name, value)).join('\n'),
        ])}
      />
    </>
  )
}

function Charges({ charged }: { readonly charged: ChargedView }) {
  const words = useScreenWords(beneathWords)
  const tables = [
    [words.byHolder, charged.byHolder],
    [words.byStage, charged.byStage],
    [words.byKind, charged.byKind],
  ] as const
  return (
    <>
      <p className="soft">{words.chargedLead(charged.matters - charged.unopened, charged.workdays)}</p>
      {tables.map(([name, rows]) => (
        <Table
          key={name}
          name={name}
          heads={[name, words.workdays, words.matters, words.average]}
          rows={rows.map((row) => [row.name, row.workdays, row.matters, row.average])}
        />
      ))}
    </>
  )
}

type TableProps = { readonly name: string; readonly heads: readonly string[]; readonly rows: readonly (readonly ReactNode[])[] }

function Table({ name, heads, rows }: TableProps) {
  return (
    <Wide name={name}>
      <table className="figures parts beneath">
        <caption className="unseen">{name}</caption>
        <TableHeads heads={heads} />
        <tbody>
          {rows.map(([first, ...others], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are never moved.
            <tr key={at}>
              <th scope="row">{first}</th>
              {others.map((cell, place) => (
                <td key={heads[place + 1]} className={typeof cell === 'string' && !/^[\d.]+$/u.test(cell) ? 'told' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
