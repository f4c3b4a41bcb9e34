/** How many letters must be changed, added or left out to turn one word into the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The allowed word that comes closest to what was written; null where none is close. */
export function nearest(word: string, allowed: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: { word: string; far: number } | null = null
  for (const each of allowed) {
    const far = distance(word.toLowerCase(), each.toLowerCase())
    if (far <= limit && (best === null || far < best.far)) best = { word: each, far }
  }
  return best?.word ?? null
}
