import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../contract/index.js'
import { useSession } from './session.js'

export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'ready'; readonly value: T; readonly isStale: boolean }

/**
 * Loads a path and keeps what was shown while it is asked for again: by `reload`, or because `of`, the revision of what it belongs to,
 * became another. A new path starts empty; null asks for nothing.
 */
export function useLoad<T>(path: string | null, of?: number): { readonly loaded: Loaded<T>; readonly reload: () => void } {
  const { ask } = useSession()
  const [state, setState] = useState<{ readonly path: string | null; readonly loaded: Loaded<T> }>({
    path,
    loaded: { status: 'loading' },
  })
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` and `of` ask again.
  useEffect(() => {
    if (path === null) return
    const leaving = new AbortController()
    setState((before) => ({ path, loaded: before.path === path ? stale(before.loaded) : { status: 'loading' } }))
    ask<T>(path, { signal: leaving.signal }).then(
      (answer) => {
        const loaded: Loaded<T> = answer.ok
          ? { status: 'ready', value: answer.value, isStale: false }
          : { status: 'failed', problem: answer.problem }
        setState({ path, loaded })
      },
      () => undefined,
    )
    return () => leaving.abort()
  }, [ask, path, turn, of])

  const reload = useCallback(() => setTurn((before) => before + 1), [])
  return { loaded: state.path === path ? state.loaded : { status: 'loading' }, reload }
}

const stale = <T>(loaded: Loaded<T>): Loaded<T> =>
  loaded.status === 'ready' ? { ...loaded, isStale: true } : { status: 'loading' }
