import { instant } from '../../core/index.js'
import type { Deps } from '../deps.js'
import { beginOffices } from '../office-duties/index.js'
import { keepPatterns } from '../patterns/index.js'
import { makeReports } from '../reports/index.js'
import { type KeptThrough, keepClosed } from '../statistics/index.js'
import type { IsStopped } from '../stopping.js'
import { runTimers } from './run-timers.js'

const longest = 30_000
const dayLong = 86_400_000
/** How often files that belong to nothing are looked for. */
const betweenSweeps = 3_600_000
/** How often a month that is over is looked for, and how long nothing is counted after that failed. */
const betweenFigures = 60_000
const afterFailure = 3_600_000
const shortest = 50
const never = Number.POSITIVE_INFINITY

export type TimerAsked = {
  readonly onError: (error: unknown) => void
  /** Nothing is looked at before: while a demo writes what was done weeks ago, everything in hand seems late. */
  readonly after: Promise<unknown>
  /** Figures of what is over are kept once all rows are as this build makes them. */
  readonly figuresAfter: Promise<unknown>
}

/**
 * Wakes when the next matter wants to be looked at. What is due is in the database: a wake-up that is lost, or a node that
 * was down, delays the work and loses none of it.
 */
export function startTimer(deps: Deps, { onError, after, figuresAfter }: TimerAsked): { stop(): Promise<void> } {
  let handle: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isStopped = false
  let isBegun = false
  const sweep = sweeping(deps)
  const stopped: IsStopped = () => isStopped
  const figures = keepingFigures(deps, { onError, figuresAfter, isStopped: stopped })
  let wakesAt = Number.POSITIVE_INFINITY

  const wake = (at: number): void => {
    if (!isBegun || isStopped || at >= wakesAt) return
    wakesAt = at
    clearTimeout(handle)
    handle = setTimeout(turn, Math.min(longest, Math.max(shortest, at - deps.now())))
    handle.unref()
  }

  const turn = (): void => {
    running = look().catch(onError)
  }

  const look = async (): Promise<void> => {
    let next: number | null = null
    try {
      await beginOffices(deps)
      await runTimers(deps, onError, stopped)
      if (isStopped) return
      await sweep()
      figures.keep()
      const own = await deps.store.rounds.nextLookAt()
      next = Math.min((await deps.store.nextLookAt()) ?? never, own ?? never)
    } finally {
      wakesAt = Number.POSITIVE_INFINITY
      wake(Math.min(next ?? never, deps.now() + longest))
    }
  }

  const forget = deps.store.onWritten(({ lookAt }) => {
    if (lookAt !== null) wake(lookAt)
  })
  void after.then(() => {
    isBegun = true
    wake(deps.now())
  })
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(handle)
      forget()
      await running
      await figures.kept()
    },
  }
}

/**
 * Beside the rest: the figures of a month may take a while, and nothing waits for them; then what is conspicuous in them, and the reports that are made on a schedule. Looked at once a minute; what could not be
 * counted is tried again after an hour, or at the first asking.
 */
function keepingFigures(
  deps: Deps,
  { onError, figuresAfter, isStopped }: Omit<TimerAsked, 'after'> & { readonly isStopped: IsStopped },
) {
  const keptThrough: KeptThrough = new Map()
  let keeping: Promise<void> | null = null
  let notBefore: number = never
  void figuresAfter.then(() => {
    notBefore = 0
  })
  return {
    keep: (): void => {
      if (isStopped() || keeping !== null || deps.now() < notBefore) return
      notBefore = deps.now() + betweenFigures
      keeping = keepClosed(deps, keptThrough, isStopped)
        .then(() => keepPatterns(deps, isStopped))
        .then(() => makeReports(deps, onError, isStopped))
        .catch((error: unknown) => {
          notBefore = deps.now() + afterFailure
          onError(error)
        })
        .finally(() => {
          keeping = null
        })
    },
    kept: async (): Promise<void> => {
      await keeping
    },
  }
}

/** Files that were handed in and sent with nothing go after a day; looked for once an hour. */
function sweeping(deps: Deps): () => Promise<void> {
  let sweptAt = 0
  return async () => {
    if (deps.now() - sweptAt < betweenSweeps) return
    sweptAt = deps.now()
    await deps.store.removeUnclaimed(instant(deps.now() - dayLong))
  }
}
