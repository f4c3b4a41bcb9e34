import { addAudit } from '../administration/audit.js'
import type { NewAudit } from '../administration/types.js'
import type { Context } from '../context.js'
import { asGovernment, readGovernment } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import type { Gate, GovernmentId, Instant } from '../types.js'

/** 选取. Matters are named by their numbers. */
export type NewSelection = {
  readonly regulation: string
  readonly act: string
  readonly byLot: boolean
  readonly account: string
  readonly at: Instant
  /** Hexadecimal; `''` where nothing was drawn. */
  readonly seed: string
  readonly among: readonly string[]
  readonly chosen: readonly string[]
}
export type SelectionRow = NewSelection & { readonly selection: number }

/** Of a chosen matter: by what it is known, and whether the act was done in it under that key. */
export type ChosenRow = { readonly number: string; readonly matter: number; readonly isDone: boolean }

export type SelectionsStore = {
  /** With its entry in the log; answers which it is. */
  add(government: GovernmentId, made: NewSelection, entry: (selection: number) => NewAudit): Promise<number>
  find(government: GovernmentId, selection: number): Promise<SelectionRow | null>
  /** Newest first; of these acts alone. */
  list(government: GovernmentId, acts: readonly string[], most: number): Promise<readonly SelectionRow[]>
  /** Every one, oldest first. */
  all(government: GovernmentId): Promise<readonly SelectionRow[]>
  /** Of these, as far as the gate lets them be seen. */
  seen(
    government: GovernmentId,
    asked: { readonly gate: Gate; readonly numbers: readonly string[]; readonly once: string },
  ): Promise<readonly ChosenRow[]>
}

const columns = `selection, regulation, act, by_lot as "byLot", account, at, seed, among, chosen`

export function selectionMethods({ database }: Context): SelectionsStore {
  const rows = (government: GovernmentId, rest: string, values: readonly unknown[]): Promise<readonly SelectionRow[]> =>
    readGovernment(database, government, (query) =>
      query<SelectionRow>(`select ${columns} from selection where government = $1 ${rest}`, [government, ...values]),
    )
  return {
    add: (government, { regulation, act, byLot, account, at, seed, among, chosen }, entry) =>
      asGovernment(database, government, async (query) => {
        // One after the other, so that none is given the number of another.
        await query("select pg_advisory_xact_lock(hashtext('selection'), hashtext($1))", [government])
        const [written] = await query<{ selection: number }>(
          `insert into selection (government, selection, regulation, act, by_lot, account, at, seed, among, chosen)
           select $1, coalesce(max(selection), 0) + 1, $2, $3, $4, $5, $6::timestamptz, $7, $8::text[], $9::text[]
           from selection where government = $1 returning selection`,
          [government, regulation, act, byLot, account, iso(at), seed, among, chosen],
        )
        if (written === undefined) throw new Error('a selection was not written')
        await addAudit(query, government, entry(written.selection))
        return written.selection
      }),
    find: async (government, selection) => (await rows(government, 'and selection = $2', [selection]))[0] ?? null,
    list: (government, acts, most) =>
      rows(government, `and regulation || ' ' || act = any($2::text[]) order by selection desc limit ${most}`, [acts]),
    all: (government) => rows(government, 'order by selection', []),
    seen: (government, { gate, numbers, once }) =>
      readGovernment(database, government, (query) => {
        const values = new Values()
        const seen = `${visible(government, gate, values)} and m.number = any(${values.add(numbers)}::text[])`
        const key = values.add(once)
        return query<ChosenRow>(
          `select m.number, m.matter, exists (select from event e
             where e.government = m.government and e.matter = m.matter and e.data->>'once' = ${key}) as "isDone"
           from matter m where ${seen} order by m.number`,
          values.list,
        )
      }),
  }
}
