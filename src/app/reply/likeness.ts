/**
 * How much of a text stands in another, from 0 to 1, by runs of a few characters; signs and blanks count for nothing. The text is
 * taken apart once and compared with many.
 */
export function likenessTo(text: string): (other: string) => number {
  const mine = new Set(runsOf(text))
  return (other) => {
    if (mine.size === 0) return 0
    const shared = new Set<number>()
    for (const run of runsOf(other)) if (mine.has(run)) shared.add(run)
    return shared.size / mine.size
  }
}

/**
 * By which runs a text is found by others that repeat it: so many that come first when all are mixed, so that of two texts that are alike much the same
 * ones come first. None for what is too short to tell.
 */
export function printsOf(text: string): readonly number[] {
  const mixed = new Set(runsOf(text).map((run) => Math.imul(run ^ (run >>> 15), 0x2c1b3c6d) >>> 0))
  return [...mixed].sort((one, other) => one - other).slice(0, mostPrints)
}

/**
 * The pieces by which an answer is kept, and by which one is looked for. Of an answer there are few, since there are as many answers as matters: one is
 * missed where none of these stands in the other, two in a hundred of those that are just enough alike to be shown, and none of a copy.
 */
export const piecesOf = (text: string): readonly string[] => pieces(text, keptOfAnswer)
export const piecesSought = (text: string): readonly string[] => pieces(text, soughtOfAnswer)

const pieces = (text: string, most: number): readonly string[] =>
  lettersOf(text).length < shortestCompared
    ? []
    : printsOf(text)
        .slice(0, most)
        .map((print) => `~${print.toString(36)}`)

const [keptOfAnswer, soughtOfAnswer] = [4, 24]
/** So much of it stands in another: it may have been meant for that. */
export const muchAlike = 0.6
/** Of fewer signs nothing is said: they are alike by chance. */
export const shortestCompared = 40

const mostPrints = 48
const runLength = 4

/** Each run as a number: two runs that are not the same seldom share one, and this is a suggestion. */
function runsOf(text: string): readonly number[] {
  const letters = lettersOf(text)
  const found: number[] = []
  for (let at = 0; at + runLength <= letters.length; at += 1) {
    let run = 0
    for (let place = at; place < at + runLength; place += 1) run = Math.imul(run, 65_599) + letters.charCodeAt(place)
    found.push(run | 0)
  }
  return found
}

export const lettersOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** The longest run of at least so many characters that stands in both; empty where there is none. */
export function sharedRun(text: string, other: string, least: number): string {
  const known = new Set<string>()
  for (let at = 0; at + least <= other.length; at += 1) known.add(other.slice(at, at + least))
  let best = ''
  for (let from = 0; from + least <= text.length; from += 1) {
    if (!known.has(text.slice(from, from + least))) continue
    let to = from + least
    while (to < text.length && known.has(text.slice(to + 1 - least, to + 1))) to += 1
    const run = text.slice(from, to)
    // Pieces that follow each other here may lie apart there: then one piece stands for all.
    const found = other.includes(run) ? run : text.slice(from, from + least)
    if (found.length > best.length) best = found
    from = to - least
  }
  return best
}
