import { useState } from 'react'

/**
 * What stands in a form that shows what is kept. It begins anew when that has become another, and not when a form beside it was saved:
 * what is typed here stays, and so does the focus.
 */
export function useAsKept<T>(kept: T): readonly [T, (typed: T) => void] {
  const is = JSON.stringify(kept)
  const [state, setState] = useState({ is, typed: kept })
  if (state.is !== is) setState({ is, typed: kept })
  return [state.is === is ? state.typed : kept, (typed) => setState({ is, typed })]
}
