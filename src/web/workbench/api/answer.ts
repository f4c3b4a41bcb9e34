import type { Problem } from '../../../contract/index.js'

/** What the server said: the value asked for, or the problem as it worded it. Nothing here throws. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly status: number }
  | { readonly ok: false; readonly problem: Problem }

/** The server could not be reached, or answered something that is no problem document. */
export const unreachableCode = 'unreachable'

export const plainProblem = (status: number, code: string): Problem => ({
  type: 'about:blank',
  title: '',
  status,
  detail: '',
  code,
})
