import { createHash } from 'node:crypto'

/** What stands beside a fact on each level of its tree, from the bottom up. */
export type FactPath = readonly { readonly side: 'left' | 'right'; readonly hash: string }[]

/** What a witness saw, level by level: the facts at the bottom, the root on top. Made as the database makes it (`fact_root`). */
export type FactTree = { readonly levels: readonly (readonly Buffer[])[]; readonly places: ReadonlyMap<string, number> }

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

const [leafMark, knotMark] = [Buffer.of(0), Buffer.of(1)]

export function treeOver(leaves: readonly Buffer[]): FactTree {
  const levels = [leaves]
  for (let level = leaves; level.length > 1; levels.push(level)) level = knotsOver(level)
  return { levels, places: new Map(leaves.map((leaf, place) => [leaf.toString('hex'), place])) }
}

/** A last one without another beside it goes up as it is. */
const knotsOver = (level: readonly Buffer[]): Buffer[] =>
  level.flatMap((left, place) => {
    const right = level[place + 1]
    if (place % 2 === 1) return []
    return [right === undefined ? left : sha256(knotMark, left, right)]
  })

/** Null: the fact is none of the tree's. */
export function pathIn({ levels, places }: FactTree, line: string): FactPath | null {
  const found = places.get(sha256(leafMark, line).toString('hex'))
  if (found === undefined) return null
  let place = found
  return levels.flatMap((level) => {
    const [beside, side] = place % 2 === 0 ? ([level[place + 1], 'right'] as const) : ([level[place - 1], 'left'] as const)
    place = Math.floor(place / 2)
    return beside === undefined ? [] : [{ side, hash: beside.toString('hex') }]
  })
}

const mostKept = 8

/** The trees asked for last: after an import thousands of matters stand in one. */
export function keptTrees(): (name: string, leaves: () => Promise<readonly Buffer[]>) => Promise<FactTree> {
  const kept = new Map<string, FactTree>()
  return async (name, leaves) => {
    const tree = kept.get(name) ?? treeOver(await leaves())
    kept.delete(name)
    kept.set(name, tree)
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
    return tree
  }
}
