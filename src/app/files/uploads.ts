import type { Instant } from '../../core/index.js'
import { linesOfASite, networksOf } from '../entry/networks.js'

/** 上传. How many bytes came in from one line and from one site lately. In memory: each node counts for itself. */
export type Uploads = {
  /** Counts them; false: that would be more than one may send. */
  take(address: string, bytes: number): boolean
}

const remembered = 3_600_000
/** Three letters with all the files a form takes. */
const mostBytes = 300 * 1024 * 1024
const mostKeys = 50_000

type Count = { readonly bytes: number; readonly since: Instant }

export function openUploads(now: () => Instant): Uploads {
  const counts = new Map<string, Count>()

  const known = (key: string): Count => {
    const found = counts.get(key)
    return found !== undefined && found.since + remembered > now() ? found : { bytes: 0, since: now() }
  }

  function count(key: string, bytes: number): void {
    const { since, bytes: before } = known(key)
    counts.delete(key)
    counts.set(key, { since, bytes: before + bytes })
    const oldest = counts.keys().next().value
    if (counts.size > mostKeys && oldest !== undefined) counts.delete(oldest)
  }

  return {
    take: (address, bytes) => {
      const { line, site } = networksOf(address)
      const places = [{ key: line, most: mostBytes }, ...(site === null ? [] : [{ key: site, most: mostBytes * linesOfASite }])]
      if (places.some(({ key, most }) => known(key).bytes + bytes > most)) return false
      for (const { key } of places) count(key, bytes)
      return true
    },
  }
}
