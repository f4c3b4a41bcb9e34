import { setTimeout as wait } from 'node:timers/promises'

const lookEvery = 500
const longestPause = 10_000

/** Looks whether the server runs, and starts it again when it does not, for as long as it takes. */
export function keepRunning(watched: {
  readonly isRunning: () => boolean
  readonly start: () => Promise<void>
  readonly onTrouble: (text: string) => void
}): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const pause = (milliseconds: number): Promise<unknown> => wait(milliseconds, undefined, { ref: false, signal }).catch(() => {})

  async function revive(): Promise<void> {
    for (let failed = 0; !signal.aborted; failed += 1) {
      try {
        await watched.start()
        return watched.onTrouble('the private PostgreSQL had ended and was started again')
      } catch (error) {
        watched.onTrouble(
          `the private PostgreSQL has ended and does not start again: ${error instanceof Error ? error.message : error}`,
        )
        await pause(Math.min(lookEvery * 2 ** failed, longestPause))
      }
    }
  }

  async function look(): Promise<void> {
    while (!signal.aborted) {
      await pause(lookEvery)
      if (!signal.aborted && !watched.isRunning()) await revive()
    }
  }

  const looking = look()
  return {
    stop: () => {
      stopping.abort()
      return looking
    },
  }
}
