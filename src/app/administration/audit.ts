import type { AuditPage } from '../../contract/index.js'
import { addDays, readDay, startOfDay } from '../../core/index.js'
import { type AuditFilter, type AuditRow, type JsonObject, matterNumber, type Page } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../session.js'
import { type Showing, showingOf } from '../showing.js'
import { moment, unitNamed } from '../view-parts.js'
import { adminWords } from '../words/administration.js'

export type AuditAsked = { readonly account?: string; readonly kind?: string; readonly from?: string; readonly to?: string }

/** 审计日志. Who did what; it names accounts, units and numbers of matters, never a citizen. */
export async function readAudit(deps: Deps, admin: SignedIn, asked: AuditAsked, page: Page): Promise<AuditPage> {
  const { office, lang } = admin
  const found = await deps.store.administration.listAudit(office.id, filterOf(admin, asked), page)
  const showing = showingOf(office, lang)
  const kinds = Object.entries(adminWords[lang].audit).map(([id, name]) => ({ id, name }))
  return {
    rows: found.rows.map((row) => rowView(showing, row)),
    next: found.next,
    kinds,
    people: [...office.people].map(([id, name]) => ({ id, name })),
  }
}

/** Days are days of the office, the last one included. What is no day filters nothing. */
function filterOf({ office }: SignedIn, { account, kind, from, to }: AuditAsked): AuditFilter {
  const { zone } = office.calendar
  const first = readDay(from ?? '')
  const last = readDay(to ?? '')
  return {
    ...(account ? { account } : {}),
    ...(kind ? { kind } : {}),
    ...(first === null ? {} : { from: startOfDay(first, zone) }),
    ...(last === null ? {} : { before: startOfDay(addDays(last, 1), zone) }),
  }
}

function rowView(showing: Showing, { id, at, account, kind, about, detail }: AuditRow): AuditPage['rows'][number] {
  const words = adminWords[showing.lang]
  const { people, calendar } = showing.office
  return {
    id,
    at: moment(at, calendar.zone),
    who: { id: account, name: people.get(account) ?? account },
    kind: { id: kind, name: words.audit[kind] ?? kind },
    about: aboutText(showing, kind, about),
    parts: partsOf(showing, detail),
  }
}

function aboutText(showing: Showing, kind: string, about: string): string {
  const { people, units, government } = showing.office
  if (kind === 'revealed' || kind === 'exported') {
    return /^\d+$/.test(about) ? matterNumber(government.numberPrefix, Number(about)) : about
  }
  if (units.has(about) && kind.startsWith('unit')) return unitNamed(showing, about).name
  return people.get(about) ?? (kind.startsWith('text') ? '' : about)
}

/** Longer things (the earlier wording of a text) stay in the log and out of the list. */
function partsOf(showing: Showing, detail: JsonObject): AuditPage['rows'][number]['parts'] {
  const words = adminWords[showing.lang]
  const { people, units } = showing.office
  return Object.entries(detail).flatMap(([part, value]) => {
    if (typeof value === 'object' || value === '') return []
    const text = typeof value === 'boolean' ? (value ? showing.words.yes : showing.words.no) : String(value)
    const shown = units.has(text) ? unitNamed(showing, text).name : (people.get(text) ?? text)
    return [{ name: words.auditParts[part] ?? part, value: part === 'name' || part === 'title' ? text : shown }]
  })
}
