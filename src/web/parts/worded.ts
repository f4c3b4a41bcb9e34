/** What stands for `{name}` in a text: how a government calls its matters and its sides. */
export type Calls = Readonly<Record<string, string>>

/** The words of a page, each `{name}` in a plain text replaced; `{Name}` begins a sentence. Texts that are made from values stay as they are. */
export function worded<T>(words: T, calls: Calls): T {
  if (typeof words === 'string') return filled(words, calls) as T & string
  if (Array.isArray(words)) return words.map((each: unknown) => worded(each, calls)) as T & unknown[]
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([key, each]: [string, unknown]) => [key, worded(each, calls)])) as T &
    object
}

const filled = (text: string, calls: Calls): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const [small, isFirst] = [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, /^[A-Z]/.test(name)]
    const found = calls[small]
    if (found === undefined) return whole
    return isFirst ? found.charAt(0).toUpperCase() + found.slice(1) : found
  })
