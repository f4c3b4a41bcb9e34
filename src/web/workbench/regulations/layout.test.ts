import { expect, it } from 'vitest'
import type { StageDiagram } from '../../../contract/index.js'
import { box, layOut } from './layout.js'

const diagram = (ids: string, ...lines: string[]): StageDiagram => ({
  nodes: [...ids].map((id, at) => ({ id, name: id, heldBy: '', isStart: at === 0, isEnd: false, count: 0 })),
  edges: lines.map((line) => ({ from: line[0] ?? '', to: line[1] ?? '', acts: [], isAutomatic: false, when: [] })),
})

const rowsOf = (of: StageDiagram): string[] => {
  const rows = new Map<number, string[]>()
  for (const { id, y } of layOut(of).nodes) rows.set(y, [...(rows.get(y) ?? []), id])
  return [...rows].sort(([one], [other]) => one - other).map(([, ids]) => ids.sort().join(''))
}

it.each([
  ['one after another', diagram('abc', 'ab', 'bc'), ['a', 'b', 'c']],
  ['a fork', diagram('abc', 'ab', 'ac'), ['a', 'bc']],
  ['the longest way counts', diagram('abc', 'ab', 'bc', 'ac'), ['a', 'b', 'c']],
  ['a way back changes no layer', diagram('abc', 'ab', 'bc', 'ca'), ['a', 'b', 'c']],
  ['what nothing leads to stands at the top', diagram('abc', 'ab'), ['ac', 'b']],
])('%s', (_, of, rows) => {
  expect(rowsOf(of)).toEqual(rows)
})

it('lets no two stages overlap, and leads lines from stage to stage', () => {
  const of = diagram('abcdef', 'ab', 'ac', 'ad', 'be', 'ce', 'de', 'ef', 'af', 'fb')
  const { nodes, edges, width } = layOut(of)
  for (const one of nodes)
    for (const other of nodes)
      if (one.id !== other.id && one.y === other.y) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(box.width)
  for (const { from, to, points } of edges) {
    const place = (id: string) => nodes.filter((node) => node.id === id).map(({ x, y }) => ({ x, y }))[0]
    expect([points[0], points.at(-1)]).toEqual([place(from), place(to)])
  }
  expect(edges.filter(({ isBack }) => isBack).map(({ from, to }) => from + to)).toEqual(['fb'])
  expect(nodes.every(({ x }) => x > 0 && x < width)).toBe(true)
})
