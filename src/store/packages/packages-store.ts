import { addAudit } from '../administration/audit.js'
import type { NewAudit } from '../administration/types.js'
import type { Context } from '../context.js'
import { asGovernment, type Query, readGovernment } from '../database/transaction.js'
import { iso } from '../moments.js'
import { type FactPath, keptTrees, pathIn } from '../proof/fact-tree.js'
import { type WitnessRow, witnessColumns } from '../proof/witness.js'
import { eventColumns } from '../read-columns.js'
import type { EventRow, GovernmentId, Instant, MatterId } from '../types.js'

/** 存证依据. A fact as it was witnessed, what stands beside it up to the root, and the witness over that. */
export type FactProof = {
  readonly line: string
  readonly path: FactPath
  readonly witness: WitnessRow
}

/** A package as it is about to leave: by the hash of its bytes; `matter` 0 where it holds several. */
export type NewPackage = {
  readonly hash: string
  readonly matter: MatterId | 0
  readonly edition: string
  readonly account: string
  readonly at: Instant
  /** What the log says of it. */
  readonly entry: NewAudit
}

/** A link of a matter's chain, and when it was written. */
export type EventLink = { readonly matter: MatterId; readonly seq: number; readonly hash: string; readonly since: Instant }

export type PackagesStore = {
  /** A matter's chain as it is stored, link by link. */
  links(government: GovernmentId, matter: MatterId): Promise<readonly EventRow[]>
  /** That the chain of a matter stood at this link; null: no witness has seen it there yet, or only as one of a list. */
  proveEvent(government: GovernmentId, link: EventLink): Promise<FactProof | null>
  /** Answers when it was sealed: the same bytes made once more were sealed the first time. */
  seal(government: GovernmentId, made: NewPackage): Promise<Instant>
  provePackage(government: GovernmentId, made: Pick<NewPackage, 'hash' | 'matter' | 'at'>): Promise<FactProof | null>
}

export function packageMethods({ database }: Context): PackagesStore {
  const trees = keptTrees()
  const prove = (government: GovernmentId, fact: Fact): Promise<FactProof | null> =>
    readGovernment(database, government, async (query) => {
      const witness = await witnessOf(query, government, fact)
      if (witness === null) return null
      const line = lineOf(fact)
      const tree = await trees(`${government}/${witness.seq}`, () => leavesOf(query, government, witness.seq))
      const path = pathIn(tree, line)
      return path === null ? null : { line, path, witness }
    })
  return {
    links: (government, matter) =>
      readGovernment(database, government, (query) =>
        query<EventRow>(`select ${eventColumns} from event e where e.government = $1 and e.matter = $2 order by e.seq`, [
          government,
          matter,
        ]),
      ),
    proveEvent: (government, link) => prove(government, { kind: 'event', name: '', ...link }),
    seal: (government, { hash, matter, edition, account, at, entry }) =>
      asGovernment(database, government, async (query) => {
        const [sealed] = await query<{ at: Instant }>(
          `with made as (
             insert into sealed_package (government, hash, matter, edition, account, at)
             values ($1, decode($2, 'hex'), $3, $4, $5, $6) on conflict do nothing returning at)
           select at from made union all select at from sealed_package where government = $1 and hash = decode($2, 'hex') limit 1`,
          [government, hash, matter, edition, account, iso(at)],
        )
        await addAudit(query, government, entry)
        return sealed === undefined ? at : sealed.at
      }),
    provePackage: (government, { hash, matter, at }) =>
      prove(government, { kind: 'package', matter, seq: 0, name: hash, hash, since: at }),
  }
}

type Fact = {
  readonly kind: string
  readonly matter: MatterId | 0
  readonly seq: number
  readonly name: string
  readonly hash: string
  /** When it was written: whoever saw it came after. */
  readonly since: Instant
}

const lineOf = ({ kind, matter, seq, name, hash }: Fact): string => [kind, matter, seq, name, hash].join('/')

/** Whoever saw it came soon after it was written: no more than these are looked through. */
const mostWitnesses = 40

async function witnessOf(query: Query, government: GovernmentId, fact: Fact): Promise<WitnessRow | null> {
  const { kind, matter, seq, name, since } = fact
  // What stands together is in the order of its matters: of each witness one row or two are opened.
  const rows = await query<WitnessRow>(
    `with near as (select * from witness where government = $1 and at >= $6 and algorithm <> 'sm3-json-1' order by seq limit ${mostWitnesses})
     select ${witnessColumns} from near w where exists (
       select from witnessed_facts f cross join lateral unnest(f.matters, f.seqs, f.names) as one(matter, seq, name)
       where f.government = $1 and f.witness = w.seq and f.kind = $2 and $3 between f.matters[1] and f.matters[cardinality(f.matters)]
         and one.matter = $3 and one.seq = $4 and one.name = $5)
     order by w.seq limit 1`,
    [government, kind, matter, seq, name, iso(since)],
  )
  return rows[0] ?? null
}

async function leavesOf(query: Query, government: GovernmentId, witness: number): Promise<readonly Buffer[]> {
  const [row] = await query<{ leaves: Buffer[] }>('select fact_leaves($1, $2) as leaves', [government, witness])
  return row?.leaves ?? []
}
