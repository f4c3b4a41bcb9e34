import { useState } from 'react'
import type { Problem } from '../../../contract/index.js'
import { useSession } from '../session.js'

export type Sending = {
  readonly problem: Problem | null
  readonly isBusy: boolean
  /** Null where it was refused: the problem says why. */
  readonly send: <T>(path: string, body?: unknown) => Promise<T | null>
  readonly clear: () => void
}

/** Sends a change, to the administration where nothing else is said; what was typed stays with whoever typed it. */
export function useSend(root = '/api/administration'): Sending {
  const { ask } = useSession()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  return {
    problem,
    isBusy,
    clear: () => setProblem(null),
    send: async <T>(path: string, body: unknown = {}) => {
      setBusy(true)
      const answer = await ask<T>(`${root}/${path}`, { method: 'POST', body })
      setBusy(false)
      setProblem(answer.ok ? null : answer.problem)
      return answer.ok ? answer.value : null
    },
  }
}
