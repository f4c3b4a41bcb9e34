import { useEffect, useState } from 'react'
import type { ActDone, MatterView, Problem } from '../../../contract/index.js'
import { ownIn, sendOwn } from '../api/own-writes.js'
import { useKeys } from '../keys.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'

/** 已办. What was just done, said once, and what is needed to take it back. */
export type Done = {
  readonly matter: string
  /** In people's words, with the title of the matter where it stands beside others. */
  readonly said: string
  /** For how many seconds it can be taken back; null: it cannot. */
  readonly seconds: number | null
  /** Puts what had been typed back into its form. */
  readonly putBack: () => void
}

type Props = {
  readonly done: Done
  /** It was taken back. */
  readonly undone: () => void
}

/** Says it, and for as long as it can be taken back offers that. */
export function DoneLine({ done, undone }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isUndone, setUndone] = useState(false)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    setProblem(null)
    setUndone(false)
    setOver(false)
    setOpen(done.seconds !== null)
    if (done.seconds === null) return
    const timer = setTimeout(() => {
      setOpen(false)
      setOver(true)
    }, done.seconds * 1000)
    return () => clearTimeout(timer)
  }, [done])
  const takeBack = async (): Promise<void> => {
    if (!isOpen) return
    setOpen(false)
    const path = `/api/matters/${encodeURIComponent(done.matter)}/undo`
    const answer = await sendOwn(() => ask<ActDone | null>(path, { method: 'POST' }), ownIn)
    if (!answer.ok) {
      setProblem(answer.problem)
      return
    }
    done.putBack()
    setUndone(true)
    undone()
  }
  useKeys({ z: () => void takeBack() })
  // What was said of it has been read by then, and rows lie beneath.
  if (isOver && problem === null) return null
  return (
    <p className="done">
      <span aria-hidden="true">✓ </span>
      {isUndone ? words.acts.undone : done.said}
      {isOpen && (
        <button type="button" className="quiet" title={words.acts.undoTold} onClick={() => void takeBack()}>
          {words.acts.undo} <kbd>Z</kbd>
        </button>
      )}
      {problem && <span className="refusal">{problem.detail || problem.title}</span>}
    </p>
  )
}

/** What can still be taken back of what was done before the page was read anew. */
export const doneBefore = ({ id, undo }: MatterView, said: (acts: string) => string, comma: string): Done | null =>
  undo === null ? null : { matter: id, said: said(undo.names.join(comma)), seconds: undo.seconds, putBack: () => undefined }
