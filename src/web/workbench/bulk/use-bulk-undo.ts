import { useState } from 'react'
import type { ActDone, BulkDone, Problem } from '../../../contract/index.js'
import { ownIn, sendOwn } from '../api/own-writes.js'
import { useSession } from '../session.js'
import type { BulkPlan, Planned } from './use-bulk-run.js'

type Kept = Planned & { readonly problem: Problem }

type Undo = {
  readonly standing: 'none' | 'running' | 'finished'
  readonly undone: number
  /** Those that stay as they were done: somebody has acted since, or it is too late. */
  readonly kept: readonly Kept[]
  readonly start: () => void
}

/** 撤销. Takes back, one after another and the last first, what a plan has done; each for itself, as long as nobody has acted on it since. */
export function useBulkUndo(plan: BulkPlan): Undo {
  const { ask } = useSession()
  const [undo, setUndo] = useState<Omit<Undo, 'start'>>({ standing: 'none', undone: 0, kept: [] })
  const start = async (): Promise<void> => {
    let so: Omit<Undo, 'start'> = { standing: 'running', undone: 0, kept: [] }
    setUndo(so)
    for (const each of lastFirst(plan)) {
      const path = `/api/matters/${encodeURIComponent(each.matter)}/undo`
      const answer = await sendOwn(() => ask<ActDone | null>(path, { method: 'POST' }), ownIn)
      so = answer.ok ? { ...so, undone: so.undone + 1 } : { ...so, kept: [...so.kept, { ...each, problem: answer.problem }] }
      setUndo(so)
    }
    setUndo({ ...so, standing: 'finished' })
  }
  return { ...undo, start: () => void start() }
}

type Done = { readonly all: readonly Planned[]; readonly done: readonly Pick<BulkDone, 'problem'>[] }

/** What was done and not refused: of several shares of a matter the one that was done last can be taken back first. */
export const lastFirst = ({ all, done }: Done): readonly Planned[] =>
  all.filter((_, at) => done[at] !== undefined && done[at].problem === null).reverse()
