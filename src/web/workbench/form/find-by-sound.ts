/** A character of a name, with how it sounds; of what has no sound, itself. */
export type Sounded = { readonly char: string; readonly sound: string }

/**
 * How well what was typed finds a name: null for not at all, else the smaller the better. Characters, first letters and whole syllables may be
 * mixed, and may leave characters of the name out (城管, cgj and chengguan all find 城市管理局), but never turn them round.
 */
export function howWellFound(typed: string, name: readonly Sounded[]): number | null {
  const wanted = typed.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
  return wanted === '' ? 0 : best(wanted, name, 0)
}

function best(wanted: string, name: readonly Sounded[], skipped: number): number | null {
  if (wanted === '') return skipped
  const [first, ...rest] = name
  if (first === undefined) return null
  const taken = startsOf(first).flatMap((start) => {
    const length = commonStart(wanted, start)
    return Array.from({ length }, (_, at) => length - at)
  })
  const found = [...new Set(taken)].flatMap((length) => best(wanted.slice(length), rest, skipped) ?? [])
  const later = best(wanted, rest, skipped + 1)
  const all = later === null ? found : [...found, later]
  return all.length === 0 ? null : Math.min(...all)
}

const startsOf = ({ char, sound }: Sounded): readonly string[] => [char.toLowerCase(), sound]

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}
