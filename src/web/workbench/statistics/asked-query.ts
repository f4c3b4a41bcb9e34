/** What the address may ask of statistics; everything else in it is ours. */
const asked = ['from', 'to', 'by', 'unit', 'category', 'channel', 'duty', 'regulation'] as const

export function askedQuery(query: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  for (const name of asked) {
    const value = query.get(name)
    // Of a part the empty value says: what has none.
    if (value !== null && (value !== '' || name === 'unit' || name === 'category' || name === 'channel')) kept.set(name, value)
  }
  return kept
}

/** Where the matters behind a count are listed: of the time span shown, narrowed to a row. */
export function countedAddress(
  figure: string,
  span: { readonly from: string; readonly to: string },
  narrow: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({ from: span.from, to: span.to, ...narrow })
  return `statistics/${encodeURIComponent(figure)}?${query}`
}
