import { useEffect, useState } from 'react'
import type { DraftsView } from '../../../contract/index.js'
import { useSession } from '../session.js'

/** Of which matters, and of which acts of them, this person has drafts; asked anew when `turn` changes. */
export function useDrafts(turn: unknown): {
  readonly hasDraft: (matter: string, act?: string) => boolean
  readonly count: number
} {
  const { ask } = useSession()
  const [drafts, setDrafts] = useState<DraftsView['drafts']>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again.
  useEffect(() => {
    const leaving = new AbortController()
    ask<DraftsView>('/api/drafts', { signal: leaving.signal }).then(
      (answer) => {
        if (answer.ok) setDrafts(answer.value.drafts)
      },
      () => undefined,
    )
    return () => leaving.abort()
  }, [ask, turn])
  const hasDraft = (matter: string, act?: string): boolean =>
    drafts.some((each) => each.matter === matter && (act === undefined || each.act === act))
  return { hasDraft, count: drafts.length }
}
