import type { Place } from './proof/chain.js'
import type { Head, RecordedEvent } from './types.js'

/** The events of a matter up to its head, as they were last read. */
type Life = {
  readonly head: Head
  readonly events: readonly RecordedEvent[]
  /** How they stood in the database then; null: not told of so short a life. */
  readonly stand: string | null
}

/**
 * 长的经过. What happened is never changed, so whoever opens a matter of a long life again is sent what came since. The database is asked
 * whether the event at that head still has that hash, and whether every event before it stands as it stood: of a matter that was restored
 * or recorded otherwise, or of which content is gone, everything is read anew.
 */
export type KeptLives = {
  of(place: Place): Life | null
  keep(place: Place, life: Life): void
}

/** A shorter life is sent whole: that costs no more than asking. */
export const longLife = 50
/** Together, some tens of megabytes; who was opened longest ago goes first. */
const mostEvents = 20_000

export function keepLives(): KeptLives {
  const lives = new Map<string, Life>()
  let kept = 0
  const drop = (key: string): void => {
    kept -= lives.get(key)?.events.length ?? 0
    lives.delete(key)
  }
  return {
    of: (place) => lives.get(keyOf(place)) ?? null,
    keep: (place, life) => {
      const key = keyOf(place)
      drop(key)
      if (life.stand === null || life.events.length < longLife || life.events.length > mostEvents) return
      lives.set(key, life)
      kept += life.events.length
      for (const oldest of lives.keys()) {
        if (kept <= mostEvents) break
        drop(oldest)
      }
    },
  }
}

const keyOf = ({ government, matter }: Place): string => `${government}/${matter}`
