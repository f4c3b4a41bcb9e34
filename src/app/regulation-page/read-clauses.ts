import type { ClausePage } from '../../contract/index.js'
import { type Clause, isDutyKeptFrom, ownClauses, type Regulation } from '../../core/index.js'
import { type SaidRule, sayRules } from '../../load/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { clauseView, named } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { sayingFor } from '../saying-for.js'
import type { Showing } from '../showing.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { type VersionAsked, versionShown } from './version-shown.js'

/** Every clause with the rules that cite it, and how many matters it governs now, through the viewer's gate. */
export async function readClauses(deps: Deps, viewer: Viewer, asked: VersionAsked): Promise<Outcome<{ page: ClausePage }>> {
  const showing = versionShown(deps, viewer, asked)
  if (showing === null) return failed(wordsOf(viewer.lang), 'not-found')
  const { regulation } = showing.program
  const rules = sayRules(sayingFor(showing))
  const citing = new Map<string, readonly SaidRule[]>(
    Object.keys(regulation.clauses).map((id) => [id, rules.filter(({ clauses }) => clauses.includes(id))]),
  )
  const owed = await owedUnder(deps, viewer, { showing, citing })
  const isKept = (duty: string): boolean => isDutyKeptFrom(showing.program, duty, viewer.actor.role)
  const clauses = ownClauses(regulation).map((clause) => {
    const of = citing.get(clause.id) ?? []
    const duties = dutiesOf(of)
    return {
      ...clauseView(regulation, clause.id),
      cite: clause.cite,
      kind: clause.kind,
      status: clause.status,
      why: clause.why === undefined ? null : nameIn(viewer.lang, clause.why),
      carriedBy: carrierOf(deps, viewer, regulation, clause),
      rules: of.map(({ id, kind, name, says }) => ({ id, kind, name, says: [...says] })),
      duties: duties.map((id) => named(showing, id, regulation.duties[id]?.name)),
      now: duties.every(isKept) ? null : (owed.get(duties.join(' ')) ?? { matters: 0, late: 0 }),
    }
  })
  return { ok: true, page: { clauses } }
}

/** Its rules stand on a page of their own, which is linked where this office works by them. */
function carrierOf(
  { library }: Pick<Deps, 'library'>,
  { office, lang }: Viewer,
  regulation: Regulation,
  { carriedBy }: Clause,
): ClausePage['clauses'][number]['carriedBy'] {
  if (carriedBy === undefined || carriedBy === regulation.id) return null
  const here = office.programs.find(({ regulation: { id } }) => id === carriedBy)?.regulation
  const title = (here ?? library.regulations.get(carriedBy)?.[0])?.shortTitle
  return { id: carriedBy, name: title === undefined ? carriedBy : nameIn(lang, title), version: here?.version ?? null }
}

const dutiesOf = (rules: readonly SaidRule[]): readonly string[] => [...new Set(rules.flatMap(({ duties }) => duties))].sort()

/** Clauses that rest on the same duties have the same figures: each set of duties is counted once. */
async function owedUnder(
  deps: Deps,
  viewer: Viewer,
  { showing, citing }: { showing: Showing; citing: ReadonlyMap<string, readonly SaidRule[]> },
): Promise<ReadonlyMap<string, { matters: number; late: number }>> {
  const { office, actor } = viewer
  const { regulation } = showing.program
  const sets = new Map(
    [...citing.values()].map(dutiesOf).flatMap((duties) => (duties.length === 0 ? [] : [[duties.join(' '), duties]])),
  )
  const counts = await deps.store.rules.countOwed(office.id, {
    gate: { ...gateOf(office, actor), rounds: 'beside' },
    regulation: regulation.id,
    version: regulation.version,
    // What is kept from whoever asks is in no figure either.
    groups: [...sets].map(([key, duties]) => ({
      key,
      duties: duties.filter((duty) => !isDutyKeptFrom(showing.program, duty, actor.role)),
    })),
    now: nowOf(deps, office),
  })
  return new Map(counts.map(({ key, matters, late }) => [key, { matters, late }]))
}
