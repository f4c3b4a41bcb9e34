import type { Deps } from '../../app/index.js'
import type { LogTarget } from './log-target.js'

const most = 200
const betweenRounds = 5000

/** Sends what every target does not have yet, every few seconds; one that does not answer holds up no other, and is said once. */
export function startShipping(
  { store, offices }: Pick<Deps, 'store' | 'offices'>,
  { targets, onError }: { readonly targets: readonly LogTarget[]; readonly onError: (error: unknown) => void },
): { stop(): Promise<void> } {
  const said = new Set<string>()
  let isStopped = false

  const shipAll = async ({ name, send }: LogTarget): Promise<void> => {
    try {
      for (const { id } of await offices.own()) {
        let taken = 0
        do taken = await store.administration.shipLog(id, { target: name, most, send })
        while (taken === most && !isStopped)
      }
      said.delete(name)
    } catch (error) {
      if (!said.has(name)) onError(error)
      said.add(name)
    }
  }
  const round = async (): Promise<void> => void (await Promise.all(targets.map(shipAll)))
  if (targets.length === 0) return { stop: async () => undefined }
  // One after the other, however long one takes.
  let rounds = round()
  const timer = setInterval(() => {
    rounds = rounds.then(round)
  }, betweenRounds)
  return {
    stop: () => {
      isStopped = true
      clearInterval(timer)
      return rounds
    },
  }
}
