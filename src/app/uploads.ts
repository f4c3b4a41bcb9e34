import type { Instant } from '../core/index.js'

/** 上传. How many bytes came in from one address lately. In memory: each node counts for itself. */
export type Uploads = {
  /** Counts them; false: that would be more than one address may send. */
  take(address: string, bytes: number): boolean
}

const remembered = 3_600_000
/** Three letters with all the files a form takes. */
const mostBytes = 300 * 1024 * 1024
const mostAddresses = 50_000

type Count = { readonly bytes: number; readonly since: Instant }

export function openUploads(now: () => Instant): Uploads {
  const counts = new Map<string, Count>()
  return {
    take: (address, bytes) => {
      const found = counts.get(address)
      const count = found !== undefined && found.since + remembered > now() ? found : { bytes: 0, since: now() }
      if (count.bytes + bytes > mostBytes) return false
      counts.delete(address)
      counts.set(address, { ...count, bytes: count.bytes + bytes })
      const oldest = counts.keys().next().value
      if (counts.size > mostAddresses && oldest !== undefined) counts.delete(oldest)
      return true
    },
  }
}
