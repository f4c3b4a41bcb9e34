/** How much of a text stands in another, from 0 to 1, by runs of a few characters; signs and blanks count for nothing. */
export function likeness(text: string, other: string): number {
  const mine = runsOf(text)
  const theirs = runsOf(other)
  if (mine.size === 0 || theirs.size === 0) return 0
  let shared = 0
  for (const run of mine) if (theirs.has(run)) shared += 1
  return shared / mine.size
}

const runLength = 4

function runsOf(text: string): ReadonlySet<string> {
  const letters = [...lettersOf(text)]
  const found = new Set<string>()
  for (let at = 0; at + runLength <= letters.length; at += 1) found.add(letters.slice(at, at + runLength).join(''))
  return found
}

export const lettersOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** The longest run of at least so many characters that stands in both, as it is written in the first; empty where there is none. */
export function sharedRun(text: string, other: string, least: number): string {
  const letters = [...text]
  let best = ''
  let from = 0
  while (from + Math.max(least, best.length + 1) <= letters.length) {
    let to = from + Math.max(least, [...best].length + 1)
    while (to <= letters.length && other.includes(letters.slice(from, to).join(''))) {
      best = letters.slice(from, to).join('')
      to += 1
    }
    from += 1
  }
  return best
}
