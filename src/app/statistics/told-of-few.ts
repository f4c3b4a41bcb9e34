/** How a share is told to everybody: to a tenth of a percent; of few, in which quarter it lies. Unlike a range of certainty, that cannot be worked back to the matters. */
export function publicShare(
  {
    numerator,
    denominator,
    share,
  }: { readonly numerator: number; readonly denominator: number | null; readonly share: string | null },
  shareFrom: number,
): string | null {
  if (denominator === null || denominator === 0 || denominator >= shareFrom) return share
  const quarter = Math.min(3, Math.floor((4 * numerator) / denominator))
  return `${25 * quarter}–${25 * (quarter + 1)}%`
}

/**
 * Which of these counts are not told, where a few are told as fewer than `shareFrom` and their sum may be known: those of few, and of the rest
 * the smallest until what is not told adds up to `shareFrom` and is not one alone. Of a lone one the sum less the others would tell all.
 */
export function untoldAmong(counts: readonly number[], shareFrom: number): ReadonlySet<number> {
  const indices = counts.map((_count, index) => index).filter((index) => (counts[index] ?? 0) > 0)
  const sizeOf = (index: number): number => counts[index] ?? 0
  const untold = new Set(indices.filter((index) => sizeOf(index) < shareFrom))
  if (untold.size === 0) return untold
  const rest = indices.filter((index) => !untold.has(index)).sort((one, other) => sizeOf(one) - sizeOf(other))
  for (const index of rest) {
    const sum = [...untold].reduce((total, each) => total + sizeOf(each), 0)
    if (untold.size > 1 && sum >= shareFrom) break
    untold.add(index)
  }
  return untold
}
