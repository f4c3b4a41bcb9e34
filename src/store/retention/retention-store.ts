import { addAudit } from '../administration/audit.js'
import type { NewAudit } from '../administration/types.js'
import type { Context } from '../context.js'
import { asGovernment, type Query, readGovernment } from '../database/transaction.js'
import { whileTheyStand } from '../database/while-it-stands.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { matterColumns } from '../read-columns.js'
import { afterKey, pageLimit, pageOf } from '../search/page.js'
import type { Gate, GovernmentId, Instant, MatterId, MatterRow, Page, PageOf } from '../types.js'

/** What is to go: all of a matter but its tombstone, or only who wrote it. */
export type Disposed = 'matter' | 'identity'

/** 处置. What somebody proposed should go, under which class and term, and what was decided. */
export type Disposal = Pick<MatterRow, 'regulation' | 'regulationVersion' | 'officeDuty'> & {
  readonly id: number
  readonly matter: MatterId
  readonly number: string
  readonly what: Disposed
  readonly reason: string
  /** As the text under which it runs knows it, see the matter; before it was kept so it was kept in words. */
  readonly class: string
  readonly term: string
  readonly proposedBy: string
  readonly proposedAt: Instant
  /** Who agreed first, where two have to. */
  readonly agreedBy: string | null
  readonly agreedAt: Instant | null
  readonly agreed: string
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly isApproved: boolean | null
  readonly decision: string
}

export type NewDisposal = Pick<Disposal, 'matter' | 'what' | 'reason' | 'class' | 'term'>

/** 暂缓销毁. Why nothing of a matter may go; `until`: its last day, null until it is lifted. */
export type Hold = {
  readonly id: number
  readonly matter: MatterId
  readonly number: string
  readonly reason: string
  readonly until: string | null
  readonly account: string
  readonly at: Instant
}

/** Who did it, when, and what the log says of it. */
type Done = { readonly at: Instant; readonly account: string }

export type Decision = Done & {
  readonly id: number
  readonly isApproved: boolean
  readonly why: string
  /** The day it is there. */
  readonly today: string
  /** At which revision the matter was looked at, before this was decided; without it whatever it is now. */
  readonly seen?: number
}

/**
 * `agreed`: another still has to decide. `gone`: there is none to decide; `own`: whoever proposed it or agreed before; `held`: something holds
 * the matter; `moved`: something happened in it since it was looked at; then nothing was changed.
 */
export type Decided = 'done' | 'agreed' | 'refused' | 'gone' | 'own' | 'held' | 'moved'

/** Matters under a version in which nothing is owed any more and something happened last before a moment. */
export type Ended = { readonly regulation: string; readonly version: string; readonly before: Instant }

export type EndedAsked = {
  readonly what: Disposed
  readonly of: readonly Ended[]
  readonly today: string
  readonly gate: Gate
  readonly page?: Page
}

/** What stays of a matter that was destroyed. */
export type Tombstone = Pick<MatterRow, 'matter' | 'number' | 'regulation' | 'regulationVersion'> & {
  readonly destroyedAt: Instant
}

export type RetentionStore = {
  /** What has ended so (`identity`: and of which it is known who wrote it), is neither proposed nor held, by when it was touched last. */
  listEnded(government: GovernmentId, asked: EndedAsked): Promise<PageOf<MatterRow>>
  /** Answers how many of them were proposed: one that waits for a decision is not proposed again. */
  propose(government: GovernmentId, of: readonly NewDisposal[], by: Done): Promise<number>
  decide(government: GovernmentId, decision: Decision): Promise<Decided>
  listDisposals(
    government: GovernmentId,
    asked: { readonly areDecided: boolean; readonly page?: Page },
  ): Promise<PageOf<Disposal>>
  findDisposal(government: GovernmentId, id: number): Promise<Disposal | null>
  disposalsOf(government: GovernmentId, matter: MatterId): Promise<readonly Disposal[]>
  hold(government: GovernmentId, of: readonly Pick<Hold, 'matter' | 'reason' | 'until'>[], by: Done): Promise<void>
  /** False: it was lifted before, or there is none. */
  liftHold(government: GovernmentId, id: number, why: string, by: Done): Promise<boolean>
  /** Holds that stand, newest first. */
  listHolds(government: GovernmentId, asked: { readonly today: string; readonly page?: Page }): Promise<PageOf<Hold>>
  holdsOf(government: GovernmentId, matter: MatterId, today: string): Promise<readonly Hold[]>
  /** By its id or number. Null: it was not destroyed, or is not theirs to know of. */
  findTombstone(
    government: GovernmentId,
    of: { readonly matter: MatterId } | { readonly number: string },
    gate: Gate,
  ): Promise<Tombstone | null>
}

const disposalColumns = `d.id, d.matter, m.number, m.regulation, m.regulation_version as "regulationVersion", m.office_duty as "officeDuty", d.what, d.reason, d.class, d.term, d.proposed_by as "proposedBy", d.proposed_at as "proposedAt",
  d.agreed_by as "agreedBy", d.agreed_at as "agreedAt", d.agreed, d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.is_approved as "isApproved", d.decision`
const holdColumns = `h.id, h.matter, m.number, h.reason, h.until::text as until, h.account, h.at`
const withMatter = (of: string): string => `join matter m on m.government = ${of}.government and m.matter = ${of}.matter`

export function retentionMethods({ database, written }: Context): RetentionStore {
  const reading = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    readGovernment(database, government, work)
  return {
    listEnded: (government, asked) => reading(government, (query) => listEnded(query, government, asked)),
    propose: (government, of, by) => asGovernment(database, government, (query) => propose(query, government, of, by)),
    decide: async (government, decision) => {
      const done = await asGovernment(database, government, (query) => decide(query, government, decision))
      if (done.row !== null) written({ government, ...done.row, since: done.row.revision, lookAt: null })
      return done.decided
    },
    listDisposals: (government, asked) => reading(government, (query) => listDisposals(query, government, asked)),
    findDisposal: (government, id) =>
      reading(government, async (query) => {
        const text = `select ${disposalColumns} from disposal d ${withMatter('d')} where d.government = $1 and d.id = $2`
        return (await query<Disposal>(text, [government, id]))[0] ?? null
      }),
    disposalsOf: (government, matter) =>
      reading(government, (query) =>
        query<Disposal>(
          `select ${disposalColumns} from disposal d ${withMatter('d')} where d.government = $1 and d.matter = $2 order by d.id`,
          [government, matter],
        ),
      ),
    hold: (government, of, by) => asGovernment(database, government, (query) => hold(query, government, of, by)),
    liftHold: (government, id, why, by) =>
      asGovernment(database, government, (query) => lift(query, government, { id, why, ...by })),
    listHolds: (government, asked) => reading(government, (query) => listHolds(query, government, asked)),
    holdsOf: (government, matter, today) =>
      reading(government, (query) =>
        query<Hold>(
          `select ${holdColumns} from hold h ${withMatter('h')} where h.government = $1 and h.matter = $2 and ${stands('h', '$3')} order by h.id`,
          [government, matter, today],
        ),
      ),
    findTombstone: (government, of, gate) =>
      reading(government, async (query) => {
        const values = new Values()
        const seen = visible(government, { ...gate, rounds: 'beside', tombstones: 'beside' }, values)
        const named = 'number' in of ? `m.number = ${values.add(of.number)}::text` : `m.matter = ${values.add(of.matter)}::bigint`
        const [row] = await query<Tombstone>(
          `select m.matter, m.number, m.regulation, m.regulation_version as "regulationVersion", m.destroyed_at as "destroyedAt"
           from matter m where ${seen} and ${named} and m.destroyed_at is not null`,
          values.list,
        )
        return row ?? null
      }),
  }
}

async function listDisposals(
  query: Query,
  government: GovernmentId,
  { areDecided, page }: { readonly areDecided: boolean; readonly page?: Page },
): Promise<PageOf<Disposal>> {
  const after = afterKey(page, ['number'])
  const limit = pageLimit(page)
  const rows = await query<Disposal>(
    `select ${disposalColumns} from disposal d ${withMatter('d')}
     where d.government = $1 and d.decided_at is ${areDecided ? 'not ' : ''}null and ($2::bigint is null or d.id < $2)
     order by d.id desc limit $3`,
    [government, after?.[0] ?? null, limit + 1],
  )
  return pageOf(rows, limit, ({ id }) => [id])
}

async function listHolds(
  query: Query,
  government: GovernmentId,
  { today, page }: { readonly today: string; readonly page?: Page },
): Promise<PageOf<Hold>> {
  const after = afterKey(page, ['number'])
  const limit = pageLimit(page)
  const rows = await query<Hold>(
    `select ${holdColumns} from hold h ${withMatter('h')} where h.government = $1 and ${stands('h', '$2')}
     and ($3::bigint is null or h.id < $3) order by h.id desc limit $4`,
    [government, today, after?.[0] ?? null, limit + 1],
  )
  return pageOf(rows, limit, ({ id }) => [id])
}

const stands = (of: string, today: string): string =>
  `${of}.lifted_at is null and (${of}.until is null or ${of}.until >= ${today}::date)`

async function listEnded(
  query: Query,
  government: GovernmentId,
  { what, of, today, gate, page }: EndedAsked,
): Promise<PageOf<MatterRow>> {
  const limit = pageLimit(page)
  if (of.length === 0) return { rows: [], next: null }
  const values = new Values()
  const seen = visible(government, { ...gate, rounds: 'beside' }, values)
  const ended = of.map(
    ({ regulation, version, before }) =>
      `(m.regulation = ${values.add(regulation)}::text and m.regulation_version = ${values.add(version)}::text
        and m.updated_at < ${values.add(iso(before))}::timestamptz)`,
  )
  const latest = values.add(iso(Math.max(...of.map(({ before }) => before))))
  const after = afterKey(page, ['number', 'number'])
  const following =
    after === null
      ? ''
      : ` and (m.updated_at, m.matter) > (${values.add(iso(Number(after[0])))}::timestamptz, ${values.add(after[1])}::bigint)`
  const rows = await query<MatterRow>(
    `select ${matterColumns} from matter m where ${seen} and m.updated_at < ${latest}::timestamptz and (${ended.join(' or ')})${following}
       and not exists (select from duty d where d.government = m.government and d.matter = m.matter and d.status in ('open', 'overdue', 'paused'))
       and not exists (select from disposal d where d.government = m.government and d.matter = m.matter and d.decided_at is null)${what === 'identity' ? ' and m.requester is not null' : ''}
       and not exists (select from hold h where h.government = m.government and h.matter = m.matter and ${stands('h', values.add(today))})
     order by m.updated_at, m.matter limit ${values.add(limit + 1)}`,
    values.list,
  )
  return pageOf(rows, limit, ({ updatedAt, matter }) => [updatedAt, matter])
}

async function propose(query: Query, government: GovernmentId, of: readonly NewDisposal[], by: Done): Promise<number> {
  await whileTheyStand(query, government, mattersIn(of))
  let proposed = 0
  for (const { matter, what, reason, class: ofClass, term } of of) {
    const [made] = await query<{ id: number }>(
      `insert into disposal (government, matter, what, reason, class, term, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (government, matter) where decided_at is null do nothing returning id`,
      [government, matter, what, reason, ofClass, term, by.account, iso(by.at)],
    )
    if (made === undefined) continue
    proposed += 1
    await addAudit(query, government, entry(by, 'disposal-proposed', matter, { what, reason }))
  }
  return proposed
}

type Ruled = { readonly decided: Decided; readonly row: { readonly matter: MatterId; readonly revision: number } | null }

async function decide(query: Query, government: GovernmentId, decision: Decision): Promise<Ruled> {
  const { id, account, at, today, isApproved, why, seen } = decision
  const stands = await lockedAt(query, government, id)
  if (seen !== undefined && seen !== stands) return { decided: 'moved', row: null }
  const [answer] = await query<{ decided: Decided }>('select decide_disposal($1, $2, $3, $4, $5, $6) as decided', [
    ...[id, account, iso(at), today, isApproved, why],
  ])
  const decided = answer?.decided ?? 'gone'
  if (decided !== 'done' && decided !== 'agreed' && decided !== 'refused') return { decided, row: null }
  const [row] = await query<{ matter: MatterId; revision: number; what: Disposed }>(
    `select d.matter, d.what, m.revision from disposal d ${withMatter('d')} where d.government = $1 and d.id = $2`,
    [government, id],
  )
  if (row === undefined) return { decided, row: null }
  const { matter, revision, what } = row
  const done = what === 'matter' ? 'matter-destroyed' : 'identity-removed'
  const kind = { done, agreed: 'disposal-agreed', refused: 'disposal-refused' }[decided]
  await addAudit(query, government, entry(decision, kind, matter, { reason: why }))
  return { decided, row: { matter, revision } }
}

/** Of the matter that a disposal is of, which nobody alters from then on: no act comes in between. Null: there is none. */
async function lockedAt(query: Query, government: GovernmentId, id: number): Promise<number | null> {
  const [row] = await query<{ revision: number }>(
    `select m.revision from disposal d ${withMatter('d')} where d.government = $1 and d.id = $2 for update of m`,
    [government, id],
  )
  return row?.revision ?? null
}

async function hold(
  query: Query,
  government: GovernmentId,
  of: readonly Pick<Hold, 'matter' | 'reason' | 'until'>[],
  by: Done,
): Promise<void> {
  await whileTheyStand(query, government, mattersIn(of))
  for (const { matter, reason, until } of of) {
    await query('insert into hold (government, matter, reason, until, account, at) values ($1, $2, $3, $4, $5, $6)', [
      ...[government, matter, reason, until, by.account, iso(by.at)],
    ])
    await addAudit(query, government, entry(by, 'hold-placed', matter, { reason, until }))
  }
}

type Lifting = Done & { readonly id: number; readonly why: string }

async function lift(query: Query, government: GovernmentId, { id, why, ...by }: Lifting): Promise<boolean> {
  const [lifted] = await query<{ matter: MatterId }>(
    `update hold h set lifted_by = $3, lifted_at = $4, lifted_why = $5 where h.government = $1 and h.id = $2 and h.lifted_at is null
     returning h.matter`,
    [government, id, by.account, iso(by.at), why],
  )
  if (lifted === undefined) return false
  await addAudit(query, government, entry(by, 'hold-lifted', lifted.matter, { reason: why }))
  return true
}

const mattersIn = (of: readonly { readonly matter: MatterId }[]): readonly MatterId[] => of.map(({ matter }) => matter)

const entry = ({ at, account }: Done, kind: string, matter: MatterId, detail: NewAudit['detail']): NewAudit => ({
  ...{ at, account, kind, detail },
  about: String(matter),
})
