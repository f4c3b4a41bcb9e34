import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { LedgerHead, LedgerKind, LedgerLayout, Problem as ProblemView } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { useSession } from '../session.js'
import { useScreenWords } from '../words/language.js'
import { ledgerFileWords } from './ledger-file-words.js'

type Props = {
  readonly kind: LedgerKind
  readonly columns: readonly LedgerHead[]
  /** The one in use; empty: none. */
  readonly layout: string
  readonly kept: (name: string) => void
  readonly removed: () => void
  readonly reload: () => void
}

/** Keeps the columns for the office under a name, or takes the layout in use out. */
export function LayoutForm({ kind, columns, layout, kept, removed, reload }: Props) {
  const words = useScreenWords(ledgerFileWords)
  const { ask } = useSession()
  const id = useId()
  const [name, setName] = useState('')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const body = { name: name || layout, kind, columns }
    const answer = await ask<LedgerLayout>('/api/ledger/layouts', { method: 'POST', body })
    setProblem(answer.ok ? null : answer.problem)
    setSaid(answer.ok ? words.kept(answer.value.name) : '')
    if (!answer.ok) return
    setName('')
    kept(answer.value.name)
    reload()
  }
  const remove = async (): Promise<void> => {
    const answer = await ask<null>(`/api/ledger/layouts/${encodeURIComponent(layout)}`, { method: 'DELETE' })
    setProblem(answer.ok ? null : answer.problem)
    setSaid(answer.ok ? words.removed : '')
    if (answer.ok) removed()
  }
  return (
    <form className="ledger-file-keep" onSubmit={(event) => void keep(event)}>
      <label htmlFor={`${id}-name`}>{words.name}</label>
      <input
        id={`${id}-name`}
        type="text"
        maxLength={30}
        value={name}
        placeholder={layout}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={(name || layout).trim() === '' || columns.length === 0}>
        {words.keep}
      </Button>
      {layout !== '' && <Button onClick={() => void remove()}>{words.remove}</Button>}
      <p role="status">{said}</p>
      {problem && <Problem problem={problem} />}
    </form>
  )
}
