import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../contract/index.js'
import { useSession } from './session.js'

type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

export type Pages<P> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'ready'; readonly page: P; readonly isStale: boolean }

type Listing<P> = {
  readonly pages: Pages<P>
  readonly reload: () => void
  readonly more: () => void
  readonly isLoadingMore: boolean
}

/** A list by key: the first page, and more pages put behind it on demand. `path` ends in its query; null: nothing is asked for now. */
export function usePages<Row, P extends Page<Row>>(path: string | null): Listing<P> {
  const { ask } = useSession()
  const [state, setState] = useState<{ readonly path: string | null; readonly pages: Pages<P> }>({
    path,
    pages: { status: 'loading' },
  })
  const [turn, setTurn] = useState(0)
  const [isLoadingMore, setLoadingMore] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again.
  useEffect(() => {
    if (path === null) return
    const leaving = new AbortController()
    setState(({ pages }) => ({ path, pages: pages.status === 'ready' ? { ...pages, isStale: true } : { status: 'loading' } }))
    ask<P>(path, { signal: leaving.signal }).then(
      (answer) =>
        setState({
          path,
          pages: answer.ok
            ? { status: 'ready', page: answer.value, isStale: false }
            : { status: 'failed', problem: answer.problem },
        }),
      () => undefined,
    )
    return () => leaving.abort()
  }, [ask, path, turn])

  const reload = useCallback(() => setTurn((before) => before + 1), [])
  const next = state.pages.status === 'ready' ? state.pages.page.next : null
  const more = useCallback(() => {
    if (next === null || path === null) return
    setLoadingMore(true)
    void ask<P>(`${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`).then((answer) => {
      setLoadingMore(false)
      if (!answer.ok) return
      setState((before) => {
        // The filter was changed meanwhile: what came belongs to another list.
        if (before.path !== path || before.pages.status !== 'ready') return before
        const rows = [...before.pages.page.rows, ...answer.value.rows]
        return { path, pages: { ...before.pages, page: { ...before.pages.page, rows, next: answer.value.next } } }
      })
    })
  }, [ask, path, next])
  return { pages: state.pages, reload, more, isLoadingMore }
}
