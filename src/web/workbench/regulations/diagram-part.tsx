import { useState } from 'react'
import type { StageDiagram, StageDiagrams } from '../../../contract/index.js'
import { Part } from '../administration/part.js'
import { Link } from '../link.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { StageGraph } from './stage-graph.js'
import type { VersionId } from './version-path.js'
import { versionApi } from './version-path.js'

/** 环节图. Stages and the acts between them, drawn and in words, with where matters stand now. */
export function DiagramPart({ version }: { readonly version: VersionId }) {
  const { diagram } = useWords().regulations
  const { loaded, reload } = useLoad<StageDiagrams>(`${versionApi(version)}/diagrams`)
  return (
    <Part loaded={loaded} reload={reload}>
      {({ regulation, matter, share }) => (
        <>
          <Diagram name={diagram.matter} of={matter} regulation={regulation} />
          {share.nodes.length > 0 && <Diagram name={diagram.share} of={share} regulation={null} />}
        </>
      )}
    </Part>
  )
}

type Props = {
  readonly name: string
  readonly of: StageDiagram
  /** Whose matters the counts open; null: shares are counted, which have no list of their own. */
  readonly regulation: string | null
}

function Diagram({ name, of, regulation }: Props) {
  const { diagram } = useWords().regulations
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <section className="regulation-block">
      <h2>{name}</h2>
      <div className="diagram">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard. */}
        <section className="diagram-drawn" tabIndex={0} aria-label={name}>
          <StageGraph diagram={of} chosen={chosen} label={diagram.label(name, of.nodes.length)} />
        </section>
        <ul className="diagram-list">
          {of.nodes.map((node) => (
            <li key={node.id} className={chosen === node.id ? 'diagram-chosen' : ''}>
              <div className="diagram-stage">
                <button
                  type="button"
                  className="quiet"
                  aria-pressed={chosen === node.id}
                  title={diagram.show}
                  onClick={() => setChosen(chosen === node.id ? null : node.id)}
                >
                  {node.name}
                </button>
                {node.isStart && <b className="mark mark-blue">{diagram.start}</b>}
                {node.isEnd && <b className="mark">{diagram.end}</b>}
                <Count node={node} regulation={regulation} />
              </div>
              {!node.isEnd && node.heldBy !== '' && <p className="soft">{diagram.heldBy(node.heldBy)}</p>}
              <Ways of={of} from={node.id} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Count({ node, regulation }: { readonly node: StageDiagram['nodes'][number]; readonly regulation: string | null }) {
  const { diagram } = useWords().regulations
  if (regulation === null) return <span className="number soft">{diagram.shares(node.count)}</span>
  if (node.count === 0) return <span className="number soft">{diagram.stands(0)}</span>
  const to = `matters?${new URLSearchParams({ stage: node.id, regulation })}`
  return (
    <Link to={to} className="number" aria-label={diagram.open(node.count, node.name)}>
      {diagram.stands(node.count)}
    </Link>
  )
}

function Ways({ of, from }: { readonly of: StageDiagram; readonly from: string }) {
  const words = useWords()
  const { diagram } = words.regulations
  const ways = of.edges.filter((edge) => edge.from === from)
  const nameOf = (id: string): string => of.nodes.find((node) => node.id === id)?.name ?? id
  if (ways.length === 0) return null
  return (
    <ul className="diagram-ways">
      {ways.map(({ to, acts, isAutomatic, when }) => (
        <li key={to}>
          {[
            ...acts.map(({ name, by, when: only }) => `${by} ${name}${only === null ? '' : diagram.only(only)}`),
            ...(isAutomatic ? [`${diagram.automatic}${when.map(diagram.only).join('')}`] : []),
          ].join(words.listComma)}
          {' → '}
          {diagram.to(nameOf(to))}
        </li>
      ))}
    </ul>
  )
}
