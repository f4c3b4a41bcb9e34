import type { LedgerPage, LedgerShow } from '../../contract/index.js'
import type { Instant, LedgerColumn, Regulation } from '../../core/index.js'
import type { Gate, Lists, MatterFilter, MatterRow, Page, PageOf } from '../../store/index.js'
import { listsFor, openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { clauseViews, named } from '../matter/view-parts.js'
import { kindsToldApart } from '../office.js'
import { type Showing, showingOf } from '../showing.js'
import { ledgerRow } from './ledger-row.js'

/** Each row is a matter read as a whole. */
const mostRows = 40

export type LedgerAsked = {
  /** The id of one of the government's regulations; what it does not know is the first whose ledger tells something. */
  readonly kind: string | null
  readonly show: LedgerShow
  readonly unit: string | null
  readonly page: Page
}

/** 台账. What is late first, through the gate; each row holds no more than its matter's own page would show this viewer. */
export function readLedger(deps: Deps, viewer: Viewer, { kind, show, unit, page }: LedgerAsked): Promise<LedgerPage> {
  const gate = gateOf(viewer.office, viewer.actor)
  return listsFor(deps, viewer, async ({ lists, office, now }) => {
    const regulations = office.programs.map(({ regulation }) => regulation)
    const chosen = regulations.find(({ id }) => id === kind) ?? firstLedger(regulations)
    const program = office.programs.find(({ regulation }) => regulation === chosen)
    const filter = { ...filterOf(chosen, show, now), ...(unit === null ? {} : { units: [unit] }) }
    const found = await standing(lists, office.id, { filter, gate, show, page })
    const total = await lists.countedMatters(office.id, { filter, gate, page: { limit: 1 } })
    const opened = await Promise.all(found.rows.map(async (row) => ({ row, opened: await openedFor(deps, viewer, row.matter) })))
    const showing = showingOf(office, viewer.lang, program)
    const called = kindsToldApart(office, viewer.lang)
    return {
      kinds: office.programs.map((each) => ({ id: each.regulation.id, name: called(each) })),
      kind: chosen.id,
      columns: chosen.meaning.ledger.map((column) => columnView(showing, column)),
      rows: opened.flatMap(({ row, opened: each }) =>
        each === null ? [] : [ledgerRow({ ...viewer, office: each.office }, row, each, chosen.meaning.ledger)],
      ),
      next: found.next,
      total: total.total.count,
      isTotalCapped: total.total.isCapped,
    }
  })
}

type Standing = {
  readonly filter: MatterFilter
  readonly gate: Gate
  readonly show: LedgerShow
  readonly page: Page
}

/** Before the key of a page on which nothing has a due time. */
const undated = '~'

/** What is due first; behind it, newest first, what has no due time. What is over is due no more. */
async function standing(
  lists: Lists,
  government: string,
  { filter, gate, show, page: { limit = mostRows, after } }: Standing,
): Promise<PageOf<MatterRow>> {
  const most = Math.min(limit, mostRows)
  const asked = { filter, gate, page: { limit: most, ...(after === undefined ? {} : { after }) } }
  if (show === 'late') return lists.listMatters(government, { ...asked, sort: 'due' })
  if (show !== 'open') return lists.listMatters(government, { ...asked, sort: 'updated' })
  const isBehind = after?.startsWith(undated) === true
  const dated = isBehind ? { rows: [], next: null } : await lists.listMatters(government, { ...asked, sort: 'due' })
  if (dated.next !== null) return dated
  const left = most - dated.rows.length
  if (left === 0) return { rows: dated.rows, next: undated }
  const from = isBehind && after.length > 1 ? { after: after.slice(1) } : {}
  const behind = {
    filter: { ...filter, isUndated: true as const },
    gate,
    sort: 'received' as const,
    page: { limit: left, ...from },
  }
  const { rows, next } = await lists.listMatters(government, behind)
  return { rows: [...dated.rows, ...rows], next: next === null ? null : `${undated}${next}` }
}

function firstLedger(regulations: readonly Regulation[]): Regulation {
  const found = regulations.find(({ meaning }) => meaning.ledger.length > 0) ?? regulations[0]
  if (found === undefined) throw new Error('a government runs under a regulation')
  return found
}

/** A stage that no version but an older one knows is in no ledger but that of all. */
function filterOf({ id, stages }: Regulation, show: LedgerShow, now: Instant): MatterFilter {
  const those = (isEnd: boolean): MatterFilter => ({
    regulations: [id],
    stages: Object.values(stages).flatMap((stage) => (stage.isEnd === isEnd ? [stage.id] : [])),
  })
  switch (show) {
    case 'all':
      return { regulations: [id] }
    case 'over':
      return those(true)
    case 'open':
      return those(false)
    case 'late':
      return { ...those(false), dueBefore: now }
  }
}

function columnView(showing: Showing, { of, id }: LedgerColumn): LedgerPage['columns'][number] {
  const { regulation } = showing.program
  const rule = { field: regulation.fields, act: regulation.acts, duty: regulation.duties }[of][id]
  return { name: named(showing, id, rule?.name).name, clauses: clauseViews(regulation, rule?.clause ?? []) }
}
