import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { MatterPage, MatterRow } from '../../../contract/index.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'
import { type InputProps, textOf } from './field-props.js'

const pause = 300
const most = 6

/** Another matter: its number is typed, or it is found by its title among those the person may see. */
export function MatterInput({ id, value, change, aria }: InputProps) {
  const words = useWords()
  const typed = textOf(value)
  const found = useFound(typed)
  const chosen = found?.find(({ number }) => number === typed.trim())
  const choose = (row: MatterRow): void => {
    change(row.number)
    document.getElementById(id)?.focus()
  }
  return (
    <div className="matter-input">
      <Input
        id={id}
        {...aria}
        autoComplete="off"
        placeholder={words.overview.links.find}
        value={typed}
        onChange={(event) => change(event.target.value)}
      />
      <p role="status" className="soft">
        {chosen && `${chosen.title} · ${chosen.stage.name}`}
        {found !== null && found.length > 0 && !chosen && words.overview.links.found(found.length)}
        {found?.length === 0 && words.overview.links.none}
      </p>
      {found !== null && found.length > 0 && !chosen && (
        <ul className="found-matters">
          {found.map((row) => (
            <li key={row.id}>
              <button type="button" onClick={() => choose(row)}>
                <span className="number">{row.number}</span> {row.title} <span className="soft">{row.stage.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What a search through the same gate as the list finds, once nobody has typed for a moment; null: not known yet. */
function useFound(typed: string): readonly MatterRow[] | null {
  const { ask } = useSession()
  const [found, setFound] = useState<readonly MatterRow[] | null>(null)
  useEffect(() => {
    const text = typed.trim()
    setFound(null)
    if (text === '') return
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      ask<MatterPage>(`/api/matters?limit=${most}&q=${encodeURIComponent(text)}`, { signal: leaving.signal }).then(
        (answer) => setFound(answer.ok ? answer.value.rows : null),
        () => undefined,
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [ask, typed])
  return found
}
