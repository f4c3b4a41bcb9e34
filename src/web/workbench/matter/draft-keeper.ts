import type { DraftSaved, DraftView } from '../../../contract/index.js'
import type { Values } from '../form/field-props.js'
import type { Asking } from '../session.js'

/** What became of a saving: kept; not arrived; or another tab or machine of the same person has saved since, and nothing was replaced. */
export type Saving =
  | { readonly is: 'kept'; readonly at: DraftSaved['savedAt'] }
  | { readonly is: 'failed' }
  | { readonly is: 'other'; readonly other: DraftView }

/** One draft with the server, as one form sees it: what it goes on from, one saving after the other. */
export type DraftKeeper = {
  /** Null: there is none; undefined: the server was not reached. */
  readonly read: () => Promise<DraftView | null | undefined>
  readonly save: (values: Values) => Promise<Saving>
  readonly drop: () => Promise<unknown>
  /** From what the next saving goes on: what it is found to be there, or what the person has decided to replace. */
  readonly goOnFrom: (after: string | null) => void
  /** When what this form goes on from was saved; undefined: not known yet. */
  readonly after: () => string | null | undefined
}

/** @param known what an earlier visit in this tab went on from; undefined: none is remembered, so what the server has is gone on from. */
export function draftKeeper(ask: Asking, path: string, known: string | null | undefined): DraftKeeper {
  let after = known
  let sent: Values | null = null
  // Sent and not answered yet: what comes next must not overtake it.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Found>(next: () => Promise<Found>): Promise<Found> => {
    const turn = last.then(next, next)
    last = turn
    return turn
  }
  const look = async (): Promise<DraftView | null | undefined> => {
    const answer = await ask<DraftView | null>(path)
    return answer.ok ? (answer.value ?? null) : undefined
  }
  const put = async (values: Values): Promise<Saving> => {
    const before = sent
    sent = values
    const answer = await ask<DraftSaved>(path, { method: 'PUT', body: after === undefined ? { values } : { values, after } })
    if (answer.ok) {
      after = answer.value.savedAt.iso
      return { is: 'kept', at: answer.value.savedAt }
    }
    if (answer.problem.status !== 412) return { is: 'failed' }
    const other = await look()
    if (other === undefined) return { is: 'failed' }
    // A saving of this form that arrived and whose answer was lost is nobody else's.
    if (other !== null && !isSame(other.values, before) && !isSame(other.values, values)) return { is: 'other', other }
    after = other === null ? null : other.savedAt.iso
    return put(values)
  }
  return {
    read: () =>
      inTurn(async () => {
        const found = await look()
        if (found !== undefined && after === undefined) after = found === null ? null : found.savedAt.iso
        return found
      }),
    save: (values) => inTurn(() => put(values)),
    drop: () => inTurn(() => ask<null>(path, { method: 'DELETE' })),
    goOnFrom: (from) => {
      after = from
    },
    after: () => after,
  }
}

const isSame = (one: Values, other: Values | null): boolean => other !== null && sorted(one) === sorted(other)

const sorted = (values: Values): string => JSON.stringify(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)))
