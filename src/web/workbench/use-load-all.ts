import { useCallback, useEffect, useState } from 'react'
import { useSession } from './session.js'
import type { Loaded } from './use-load.js'

/** Loads several paths together: there once all of them are, failed with the first that does. */
export function useLoadAll<T>(paths: readonly string[]): {
  readonly loaded: Loaded<readonly T[]>
  readonly reload: () => void
} {
  const { ask } = useSession()
  const key = paths.join('\n')
  const [state, setState] = useState<{ readonly key: string; readonly loaded: Loaded<readonly T[]> } | null>(null)
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again.
  useEffect(() => {
    const leaving = new AbortController()
    const asked = key === '' ? [] : key.split('\n')
    Promise.all(asked.map((path) => ask<T>(path, { signal: leaving.signal }))).then(
      (answers) => {
        const failed = answers.find((answer) => !answer.ok)
        const loaded: Loaded<readonly T[]> =
          failed !== undefined && !failed.ok
            ? { status: 'failed', problem: failed.problem }
            : { status: 'ready', value: answers.flatMap((answer) => (answer.ok ? [answer.value] : [])), isStale: false }
        setState({ key, loaded })
      },
      () => undefined,
    )
    return () => leaving.abort()
  }, [ask, key, turn])

  const reload = useCallback(() => setTurn((before) => before + 1), [])
  return { loaded: state?.key === key ? state.loaded : { status: 'loading' }, reload }
}
