import { useRef } from 'react'
import type { NoticePage } from '../../../contract/index.js'
import { Link } from '../link.js'
import { useRowKeys } from '../list/use-row-keys.js'
import { MomentText } from '../shown/moment-text.js'
import { useScreenWords } from '../words/language.js'
import { noticesWords } from './notices-words.js'

/** What a notice leads to: its matter, or the figures of its month. */
const placeOf = ({ matter, month }: NoticePage['rows'][number]): string =>
  matter === null ? `patterns?${new URLSearchParams(month === null ? {} : { month })}` : `matters/${encodeURIComponent(matter)}`

export function NoticeList({ rows }: { readonly rows: NoticePage['rows'] }) {
  const words = useScreenWords(noticesWords)
  const list = useRef<HTMLUListElement>(null)
  useRowKeys(list)
  if (rows.length === 0) return null
  return (
    <ul className="notices" ref={list}>
      {rows.map((row) => (
        <li key={row.id} className={row.isRead ? 'notice' : 'notice notice-new'}>
          <span className="notice-what">
            {!row.isRead && <span className="notice-mark">{words.isNew}</span>}
            <b>{row.text}</b>
            <span className="soft">{row.by}</span>
          </span>
          <Link to={placeOf(row)} className="notice-matter" data-row>
            {row.title} <span className="number soft">{row.number}</span>
          </Link>
          <MomentText at={row.at} />
        </li>
      ))}
    </ul>
  )
}
