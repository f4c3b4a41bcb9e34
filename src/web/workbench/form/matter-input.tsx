import { AutoComplete } from 'antd'
import { useEffect, useState } from 'react'
import type { MatterPage, MatterRow } from '../../../contract/index.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'
import { type InputProps, textOf } from './field-props.js'

const pause = 250
const most = 8

/** Another matter: its number is typed, or it is found by its title among those the person may see. */
export function MatterInput({ id, value, change, aria }: InputProps) {
  const words = useWords()
  const typed = textOf(value)
  const found = useFound(typed)
  return (
    <AutoComplete
      id={id}
      {...aria}
      className="wide"
      value={typed}
      placeholder={words.queue.links.find}
      notFoundContent={found !== null && typed.trim() !== '' ? words.queue.links.none : null}
      options={(found ?? []).map((row) => ({ value: row.number, label: <Found row={row} /> }))}
      onChange={(next: string | undefined) => change(next ?? '')}
    />
  )
}

function Found({ row }: { readonly row: MatterRow }) {
  return (
    <>
      <span className="number">{row.number}</span> {row.title} <span className="soft">{row.stage.name}</span>
    </>
  )
}

/** What a search through the same gate as the list finds, once nobody has typed for a moment. */
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
        (answer) => setFound(answer.ok ? answer.value.rows : []),
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
