import { useId, useMemo } from 'react'
import type { StageDiagram } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { box, layOut, type PlacedEdge, type PlacedNode, type Point } from './layout.js'

type Props = { readonly diagram: StageDiagram; readonly chosen: string | null; readonly label: string }

/** The stages as a drawing; the list beside it says the same in words. */
export function StageGraph({ diagram, chosen, label }: Props) {
  const arrow = useId()
  const layout = useMemo(() => layOut(diagram), [diagram])
  const isLit = ({ from, to }: PlacedEdge): boolean => chosen === null || from === chosen || to === chosen
  // Lines that are meant lie above the others.
  const edges = [...layout.edges].sort((one, other) => Number(isLit(one)) - Number(isLit(other)))
  return (
    <svg className="graph" role="img" aria-label={label} viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width}>
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0 0 8 4 0 8z" className="graph-arrow" />
        </marker>
      </defs>
      {edges.map((edge) => (
        <path
          key={`${edge.from} ${edge.to}`}
          className={`graph-edge${edge.isBack ? ' graph-back' : ''}${isLit(edge) ? '' : ' graph-dim'}${chosen !== null && isLit(edge) ? ' graph-lit' : ''}`}
          d={pathOf(edge)}
          markerEnd={`url(#${arrow})`}
        />
      ))}
      {layout.nodes.map((node) => (
        <Node key={node.id} node={node} isChosen={chosen === node.id} />
      ))}
      {chosen !== null && edges.filter(({ from }) => from === chosen).map((edge) => <Label key={edge.to} edge={edge} />)}
    </svg>
  )
}

function Node({ node, isChosen }: { readonly node: PlacedNode; readonly isChosen: boolean }) {
  const { x, y, name, count, isStart, isEnd } = node
  const look = `${isStart ? ' graph-start' : ''}${isEnd ? ' graph-end' : ''}${isChosen ? ' graph-chosen' : ''}`
  return (
    <g className={`graph-node${look}`}>
      <rect x={x - box.width / 2} y={y - box.height / 2} width={box.width} height={box.height} rx={isEnd ? box.height / 2 : 5} />
      <text x={x} y={y - 3}>
        {shortened(name)}
      </text>
      <text x={x} y={y + 15} className="graph-count">
        {count}
      </text>
    </g>
  )
}

function Label({ edge: { points, acts, isAutomatic } }: { readonly edge: PlacedEdge }) {
  const { diagram } = useWords().regulations
  const [first, second] = [points[0], points[1]]
  if (first === undefined || second === undefined) return null
  const text = acts.length === 0 && isAutomatic ? diagram.automatic : (acts[0]?.name ?? '')
  const more = acts.length > 1 ? ` +${acts.length - 1}` : ''
  return (
    <text className="graph-label" x={(first.x + second.x) / 2} y={(first.y + second.y) / 2 + 4}>
      {shortened(text)}
      {more}
    </text>
  )
}

const longest = 9
const wide = /[\u2e80-\uffff]/
/** As much of a name as a box holds; the list has all of it. */
function shortened(name: string): string {
  const most = wide.test(name) ? longest : longest * 2
  return name.length > most ? `${name.slice(0, most - 1)}…` : name
}

/** A smooth line from the edge of one box to the edge of the other, through its bends. */
function pathOf({ points, isBack }: PlacedEdge): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return ''
  const down = isBack ? -1 : 1
  // A way back leaves and arrives beside the way there.
  const aside = isBack && points.length === 2 ? 22 : 0
  const ends: Point[] = [
    { x: first.x + aside, y: first.y + (down * box.height) / 2 },
    ...points.slice(1, -1),
    { x: last.x + aside, y: last.y - down * (box.height / 2 + 2) },
  ]
  return ends.reduce((path, to, at) => {
    const from = ends[at - 1]
    if (from === undefined) return `M${to.x} ${to.y}`
    const half = (to.y - from.y) / 2
    return `${path}C${from.x} ${from.y + half} ${to.x} ${to.y - half} ${to.x} ${to.y}`
  }, '')
}
