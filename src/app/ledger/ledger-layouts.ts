import type { LedgerHead, LedgerKind, LedgerLayout, LedgerLookView } from '../../contract/index.js'
import type { MatterFilter } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { firstOfLedger, ledgerColumns } from './export-ledger.js'

const longestName = 30
const mostLayouts = 50
const shown = 20

/** 台账样式. Whoever keeps the lists of the office keeps how they look. */
const mayKeep = ({ office, actor }: Viewer): boolean => office.roles.get(actor.role)?.kind === 'office'

/** What a ledger can hold, and its first rows as its reader sees them. */
export async function lookAtLedger(
  deps: Deps,
  viewer: Viewer,
  { kind, filter }: { readonly kind: LedgerKind; readonly filter: MatterFilter },
): Promise<LedgerLookView> {
  const { office, lang } = viewer
  const columns = ledgerColumns(kind)
  const rows = await firstOfLedger(deps, viewer, { kind, filter }, shown)
  const layouts = Object.entries(office.settings.ledgerLayouts).map(([name, layout]) => ({ name, ...layout }))
  return {
    columns: columns.map((id) => ({ id, name: wordsOf(lang).columns[id] })),
    rows: rows.map((row) => columns.map((column) => row[column] ?? '')),
    layouts: layouts.sort((one, other) => one.name.localeCompare(other.name, 'zh')),
    mayKeep: mayKeep(viewer),
  }
}

/** Keeps how a ledger looks; under a name that is taken it replaces what was there. */
export async function keepLedgerLayout(
  deps: Deps,
  viewer: Viewer,
  asked: LedgerLayout,
): Promise<Outcome<{ layout: LedgerLayout }>> {
  const { office, lang } = viewer
  const words = wordsOf(lang)
  if (!mayKeep(viewer)) return failed(words, 'wrong-role')
  const name = asked.name.trim()
  const others = Object.entries(office.settings.ledgerLayouts).filter(([each]) => each !== name)
  const detail = wrongIn({ ...asked, name }, others.length, words)
  if (detail !== null) return failed(words, 'invalid', { detail })
  const columns = asked.columns.map(({ id, head }) => ({ id, head: head.trim() }))
  const kept = { kind: asked.kind, columns }
  await deps.store.administration.patchSettings(office.id, { ledgerLayouts: { ...Object.fromEntries(others), [name]: kept } })
  deps.offices.forget(office.id)
  return { ok: true, layout: { name, ...kept } }
}

export async function removeLedgerLayout(deps: Deps, viewer: Viewer, name: string): Promise<Outcome<object>> {
  const { office, lang } = viewer
  const words = wordsOf(lang)
  if (!mayKeep(viewer)) return failed(words, 'wrong-role')
  const { [name]: gone, ...others } = office.settings.ledgerLayouts
  if (gone === undefined) return failed(words, 'not-found')
  await deps.store.administration.patchSettings(office.id, { ledgerLayouts: others })
  deps.offices.forget(office.id)
  return { ok: true }
}

function wrongIn({ name, kind, columns }: LedgerLayout, others: number, words: ReturnType<typeof wordsOf>): string | null {
  const said = words.layouts
  const known: readonly string[] = ledgerColumns(kind)
  if (name === '' || [...name].length > longestName) return said.name(longestName)
  if (others >= mostLayouts) return said.tooMany(mostLayouts)
  const strange = columns.find(({ id }) => !known.includes(id))
  if (strange !== undefined) return said.noSuchColumn(strange.id)
  return new Set(columns.map(({ id }) => id)).size < columns.length ? said.twice : null
}

type HeadsAsked = {
  readonly kind: LedgerKind
  readonly layout?: string | undefined
  readonly columns?: readonly LedgerHead[] | undefined
}

/** The columns of the layout that is named, or those that are; null where neither is said. */
export function ledgerHeads(
  { office, lang }: Pick<Viewer, 'office' | 'lang'>,
  { kind, layout, columns }: HeadsAsked,
): Outcome<{ heads: readonly LedgerHead[] | null }> {
  if (layout === undefined) return { ok: true, heads: columns ?? null }
  const kept = office.settings.ledgerLayouts[layout]
  if (kept !== undefined && kept.kind === kind) return { ok: true, heads: kept.columns }
  const words = wordsOf(lang)
  return failed(words, 'not-found', { detail: words.layouts.gone(layout) })
}
