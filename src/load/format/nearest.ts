/** How many letters must be changed, added, left out or swapped with their neighbour to turn one word into the other. */
function distance(a: string, b: string): number {
  let above: readonly number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (above[j - 2] ?? 0) + 1 : changed
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    above = row
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
    if (far <= limit && far < each.length && far < word.length && (best === null || far < best.far)) best = { word: each, far }
  }
  return best?.word ?? null
}
