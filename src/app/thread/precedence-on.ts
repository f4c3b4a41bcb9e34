import type { PrecedenceView } from '../../contract/index.js'
import { derive, isDutyKeptFrom, isSettled, type Precedence, type PrecedenceText, weighPrecedence } from '../../core/index.js'
import type { Viewer } from '../deps.js'
import { clauseViews, dueMoment, named } from '../matter/view-parts.js'
import { kindNamed } from '../office.js'
import { showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'
import { inTime, type Node } from './connected.js'

type Thread = {
  readonly table: readonly Precedence[]
  readonly nodes: ReadonlyMap<string, Node>
  readonly own: Node
}

/** 以谁为准. What holds between a matter and those it came from or that came of it, one step away, where their regulations speak of the same. */
export function precedenceOn(viewer: Viewer, { table, nodes, own }: Thread): PrecedenceView[] {
  const near = beside(nodes, own)
  return table.flatMap((precedence): readonly PrecedenceView[] => {
    if (!precedence.between.some(({ regulation }) => regulation === regulationOf(own))) return []
    const parties = precedence.between.flatMap((text) =>
      near.filter((node) => regulationOf(node) === text.regulation).map((node) => partyOf(viewer, node, text)),
    )
    const weighed = weighPrecedence(precedence, parties)
    if (weighed === null) return []
    const { lang } = viewer
    return [
      {
        id: precedence.id,
        asks: nameIn(lang, precedence.asks),
        reading: nameIn(lang, precedence.reading),
        parties: weighed.map(({ party: { view }, leads, turn }) => ({ ...view, leads, turn })),
      },
    ]
  })
}

const regulationOf = ({ given }: Node): string => given.program.regulation.id

/** Itself, what it came from and what came of it: two steps away it is another matter that runs under both. */
function beside(nodes: ReadonlyMap<string, Node>, own: Node): readonly Node[] {
  const above = [...nodes.values()].filter(({ begins }) => begins.includes(own.number))
  const below = own.begins.flatMap((number) => nodes.get(number) ?? [])
  return inTime([...new Set([own, ...above, ...below])])
}

type Party = {
  readonly regulation: string
  readonly due: number | null
  readonly view: Omit<PrecedenceView['parties'][number], 'leads' | 'turn'>
}

/** What a matter's regulation says in it, as far as the viewer is told. */
function partyOf({ lang, actor }: Viewer, { given, number, loaded, office }: Node, { clause, duty }: PrecedenceText): Party {
  const { program, calendar } = given
  const { regulation } = program
  const showing = showingOf(office, lang, program)
  const rule = duty === null || isDutyKeptFrom(program, duty, actor.role) ? undefined : regulation.duties[duty]
  const standing =
    rule === undefined ? [] : derive(given).duties.filter((each) => each.duty === rule.id && !isSettled(each.status))
  const days = standing.flatMap(({ dueAt }) => dueAt ?? [])
  const due = days.length === 0 ? null : Math.min(...days)
  return {
    regulation: regulation.id,
    due,
    view: {
      id: String(loaded.row.matter),
      number,
      kind: kindNamed(office, program, lang),
      regulation: { id: regulation.id, version: regulation.version, name: nameIn(lang, regulation.shortTitle) },
      clauses: clauseViews(regulation, clause),
      duty: rule === undefined ? null : named(showing, rule.id, rule.name).name,
      dueAt: due === null ? null : dueMoment(due, calendar.zone),
    },
  }
}
