import type { Deps } from '../app/index.js'
import type { Anchors } from './anchors.js'

/** Witnesses at once, every so often, and a last time when it stops; each time it is told outside. */
export function startWitnessing(
  { store, now }: Deps,
  {
    anchors,
    everyMs,
    onError,
  }: { readonly anchors: Anchors; readonly everyMs: number; readonly onError: (error: unknown) => void },
): { stop(): Promise<void> } {
  const round = async (): Promise<void> => {
    try {
      await anchors.keep(await store.witness(now()))
    } catch (error) {
      onError(error)
    }
  }
  // One after the other, however long one takes.
  let rounds = round()
  const timer = setInterval(() => {
    rounds = rounds.then(round)
  }, everyMs)
  return {
    stop: () => {
      clearInterval(timer)
      rounds = rounds.then(round)
      return rounds
    },
  }
}
