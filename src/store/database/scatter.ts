/** A hash of a text nobody else can compute; its first bytes are used. */
type Mark = (text: string) => Buffer
/** What the key makes of one half in one round: two bytes. */
export type Mix = (round: number, half: number) => number

/** There are few halves, and every number meets some ten of them: each is hashed once. */
export function mixer(mark: Mark): Mix {
  const known = new Map<number, number>()
  return (round, half) => {
    const place = round * widestHalf + half
    const mixed = known.get(place) ?? mark(`${round}/${half}`).readUInt16BE(0)
    known.set(place, mixed)
    return mixed
  }
}

const rounds = 6
/** What two bytes of a hash can tell apart. */
const widestHalf = 2 ** 16

/**
 * Gives each number of a range another one of it, no two the same, in an order only the key knows (a Feistel network just wide
 * enough, walked until it comes back into the range: four steps at most, as a rule).
 */
export function scatter(value: number, { from, to }: { readonly from: number; readonly to: number }, mix: Mix): number {
  if (value < from || value > to) throw new Error(`${value} is not from ${from} to ${to}`)
  const half = 2 ** Math.max(1, Math.ceil(Math.log2(to - from + 1) / 2))
  if (half > widestHalf) throw new Error('the range is too wide')
  let at = value - from
  do at = turned(at, half, mix)
  while (at > to - from)
  return from + at
}

function turned(value: number, half: number, mix: Mix): number {
  let [left, right] = [Math.floor(value / half), value % half]
  for (let round = 0; round < rounds; round += 1) {
    const mixed = mix(round, right) % half
    ;[left, right] = [right, left ^ mixed]
  }
  return left * half + right
}
