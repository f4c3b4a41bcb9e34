import type { Deps } from '../app/index.js'

/** Witnesses at once, every so often, and a last time when it stops; each time it is told outside. */
export function startWitnessing(
  { witness }: Pick<Deps, 'witness'>,
  { everyMs, onError }: { readonly everyMs: number; readonly onError: (error: unknown) => void },
): { stop(): Promise<void> } {
  const round = (): Promise<void> => witness().catch(onError)
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
