import type { StageDiagram } from '../../../contract/index.js'

/** A stage with its place. */
export type PlacedNode = StageDiagram['nodes'][number] & { readonly x: number; readonly y: number }
/** A line between two stages, point by point from one to the other. */
export type PlacedEdge = StageDiagram['edges'][number] & { readonly points: readonly Point[]; readonly isBack: boolean }
export type Point = { readonly x: number; readonly y: number }
export type Layout = {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly width: number
  readonly height: number
}

export const box = { width: 132, height: 46 } as const
const gap = { x: 30, y: 54 } as const
const bend = 30
const margin = 16
const sweeps = 6

/** A place in a row: a stage, or a bend of a line that passes by. */
type Slot = { readonly id: string; readonly width: number }

/** Layers by the longest way from a start; lines that lead back are set aside while layers are found. */
export function layOut({ nodes, edges }: StageDiagram): Layout {
  const back = backEdges(nodes, edges)
  const onward = edges.map((edge, at) => (back.has(at) ? { from: edge.to, to: edge.from } : edge))
  const rank = ranksOf(nodes, onward)
  const rows: Slot[][] = []
  const add = (row: number, slot: Slot): void => {
    rows[row] = [...(rows[row] ?? []), slot]
  }
  for (const { id } of nodes) add(rank.get(id) ?? 0, { id, width: box.width })
  const chains = onward.map(({ from, to }, at) => {
    const chain = [from]
    for (let row = (rank.get(from) ?? 0) + 1; row < (rank.get(to) ?? 0); row += 1) {
      add(row, { id: `${at}/${row}`, width: bend })
      chain.push(`${at}/${row}`)
    }
    return [...chain, to]
  })
  const ordered = untangled(rows, chains)
  const width = Math.max(...ordered.map(widthOf), box.width) + 2 * margin
  const placed = placesOf(ordered, width)
  const at = (id: string): Point => placed.get(id) ?? { x: 0, y: 0 }
  return {
    nodes: nodes.map((node) => ({ ...node, ...at(node.id) })),
    edges: edges.map((edge, index) => {
      const points = (chains[index] ?? []).map(at)
      const isBack = back.has(index)
      return { ...edge, isBack, points: isBack ? [...points].reverse() : points }
    }),
    width,
    height: ordered.length * (box.height + gap.y) - gap.y + 2 * margin,
  }
}

/** Lines that close a circle, found by walking from the starts. */
function backEdges(nodes: StageDiagram['nodes'], edges: StageDiagram['edges']): ReadonlySet<number> {
  const back = new Set<number>()
  const state = new Map<string, 'open' | 'done'>()
  const walk = (id: string): void => {
    state.set(id, 'open')
    for (const [at, { from, to }] of edges.entries()) {
      if (from !== id) continue
      if (state.get(to) === 'open') back.add(at)
      else if (!state.has(to)) walk(to)
    }
    state.set(id, 'done')
  }
  for (const { id } of [...nodes].sort((one, other) => Number(other.isStart) - Number(one.isStart))) if (!state.has(id)) walk(id)
  return back
}

type Line = { readonly from: string; readonly to: string }

function ranksOf(nodes: StageDiagram['nodes'], lines: readonly Line[]): ReadonlyMap<string, number> {
  const rank = new Map(nodes.map(({ id }) => [id, 0]))
  // As many rounds as there are stages settle every rank: without circles no way is longer.
  for (let round = 0; round < nodes.length; round += 1)
    for (const { from, to } of lines) if (from !== to) rank.set(to, Math.max(rank.get(to) ?? 0, (rank.get(from) ?? 0) + 1))
  return rank
}

/** Moves each slot of a row towards the middle of those it is tied to, downwards and upwards by turns. */
function untangled(rows: readonly Slot[][], chains: readonly (readonly string[])[]): readonly Slot[][] {
  const tied = new Map<string, string[]>()
  for (const chain of chains) {
    for (const [at, id] of chain.entries()) {
      const next = chain[at + 1]
      if (next === undefined) continue
      tied.set(id, [...(tied.get(id) ?? []), next])
      tied.set(next, [...(tied.get(next) ?? []), id])
    }
  }
  const result = rows.map((row) => [...row])
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const order = sweep % 2 === 0 ? result.keys() : [...result.keys()].reverse()
    for (const row of order) {
      const near = placeIn(result[sweep % 2 === 0 ? row - 1 : row + 1] ?? [])
      const weight = new Map((result[row] ?? []).map(({ id }, at) => [id, middle(tied.get(id) ?? [], near) ?? at]))
      result[row]?.sort((one, other) => (weight.get(one.id) ?? 0) - (weight.get(other.id) ?? 0))
    }
  }
  return result
}

const placeIn = (row: readonly Slot[]): ReadonlyMap<string, number> => new Map(row.map(({ id }, at) => [id, at]))

function middle(ids: readonly string[], places: ReadonlyMap<string, number>): number | null {
  const found = ids.flatMap((id) => places.get(id) ?? [])
  return found.length === 0 ? null : found.reduce((sum, each) => sum + each, 0) / found.length
}

const widthOf = (row: readonly Slot[]): number =>
  row.reduce((sum, { width }) => sum + width, 0) + gap.x * Math.max(0, row.length - 1)

function placesOf(rows: readonly Slot[][], width: number): ReadonlyMap<string, Point> {
  const placed = new Map<string, Point>()
  for (const [at, row] of rows.entries()) {
    let x = (width - widthOf(row)) / 2
    for (const slot of row) {
      placed.set(slot.id, { x: x + slot.width / 2, y: margin + at * (box.height + gap.y) + box.height / 2 })
      x += slot.width + gap.x
    }
  }
  return placed
}
