import type { Instant } from '../../core/index.js'
import { linesOfASite, networksOf } from './networks.js'

/** 试猜. Somebody says a secret (a password, a query code) that goes with something everybody may know. */
export type Guess = {
  /** What it would open: an account, a matter. */
  readonly about: string
  readonly address: string
  /** A device on which this was opened before; strangers' guesses are no affair of its. */
  readonly device: string | null
  /** They did the work that was asked of them: they need not wait. */
  readonly isProven: boolean
}

/** So long, or so much work (in hashes, at most). */
export type Wait = { readonly seconds: number; readonly effort: number }

/**
 * Counts guesses before they are weighed, so that a thousand at once are a thousand. Nothing is ever closed: whoever guesses wrong waits,
 * longer each time, alone; others wait with them only where they share an address, and then work may be done instead.
 * What was right is taken back: people who know what they say are never counted. Kept in memory: each node counts for itself.
 */
export type Guesses = {
  /** Counts one; null: weigh it. Else it is not counted, and must not be weighed. */
  take(guess: Guess, most: Most): Wait | null
  /** It was right. */
  right(guess: Guess): void
}

/**
 * How many wrong ones go without a wait: for one thing from one place, from one address (from all those of one site together some more), for
 * one thing from all strange places together.
 */
export type Most = { readonly perPlace: number; readonly perAddress: number; readonly perThing: number }

type Count = { wrong: number; last: Instant }

const remembered = 3_600_000
const firstWait = 15
const longestWait = 900
const leastEffort = 50_000
const mostEffort = 1_600_000
const mostKeys = 50_000

export function openGuesses(now: () => Instant): Guesses {
  const counts = new Map<string, Count>()

  const known = (key: string): Count => {
    const found = counts.get(key)
    return found !== undefined && found.last + remembered > now() ? found : { wrong: 0, last: now() }
  }

  /** The newest keys stand last in the map: what is put away first was not asked for longest. */
  function count(key: string): void {
    const { wrong } = known(key)
    counts.delete(key)
    counts.set(key, { wrong: wrong + 1, last: now() })
    const oldest = counts.keys().next().value
    if (counts.size > mostKeys && oldest !== undefined) counts.delete(oldest)
  }

  function take(guess: Guess, most: Most): Wait | null {
    const keys = keysOf(guess)
    const limits = [most.perPlace, most.perAddress, most.perThing, most.perAddress * linesOfASite]
    const waits = keys.map((key, at) => waitOf(known(key), limits[at] ?? 0, now()))
    const longest = Math.max(...waits.map(({ seconds }) => seconds))
    if (longest > 0 && !guess.isProven) return { seconds: longest, effort: Math.max(...waits.map(({ effort }) => effort)) }
    for (const key of keys) count(key)
    return null
  }

  function right(guess: Guess): void {
    for (const [at, key] of keysOf(guess).entries()) {
      const { wrong, last } = known(key)
      // Of one place nothing is held against them any more; of what they share with others, their own guess alone is taken back.
      if (at === 0 || wrong <= 1) counts.delete(key)
      else counts.set(key, { wrong: wrong - 1, last })
    }
  }

  return { take, right }
}

function waitOf({ wrong, last }: Count, most: number, now: Instant): Wait {
  const over = wrong - most
  if (over < 0) return { seconds: 0, effort: leastEffort }
  const seconds = Math.min(longestWait, firstWait * 2 ** Math.min(over, 10))
  return {
    seconds: Math.max(0, Math.ceil((last - now) / 1000) + seconds),
    effort: Math.min(mostEffort, leastEffort * 2 ** Math.min(Math.floor(over / 5), 10)),
  }
}

/** A device that is known answers for itself alone. */
function keysOf({ about, address, device }: Guess): readonly string[] {
  if (device !== null) return [`${about} by ${device}`]
  const { line, site } = networksOf(address)
  return [`${about} from ${line}`, `from ${line}`, about, ...(site === null ? [] : [`from ${site}`])]
}
