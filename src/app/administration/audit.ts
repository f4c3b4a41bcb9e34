import type { AuditPage } from '../../contract/index.js'
import { addDays, readDay, startOfDay } from '../../core/index.js'
import type { AuditFilter, AuditRow, JsonObject, Page } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { moment, named, unitNamed } from '../matter/view-parts.js'
import { type Showing, showingOf } from '../showing.js'
import { adminWords } from '../words/administration.js'
import { auditWords } from '../words/audit.js'
import { recordLogRead } from './record-access.js'

export type AuditAsked = { readonly account?: string; readonly kind?: string; readonly from?: string; readonly to?: string }

/** 审计日志. Read by auditors alone. Who did what; it names accounts, units and numbers of matters, never a citizen. */
export async function readAudit(deps: Deps, auditor: SignedIn, asked: AuditAsked, page: Page): Promise<AuditPage> {
  const { office, lang } = auditor
  await recordLogRead(deps, auditor, asked)
  const found = await deps.store.administration.listAudit(office.id, filterOf(auditor, asked), page)
  const showing = showingOf(office, lang)
  const kinds = Object.entries(auditWords[lang].kinds).map(([id, name]) => ({ id, name }))
  return {
    rows: found.rows.map((row) => auditRowView(showing, row)),
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

export function auditRowView(
  showing: Showing,
  { id, at, account, kind, about, detail, address, number }: AuditRow,
): AuditPage['rows'][number] {
  const words = auditWords[showing.lang]
  const { people, calendar } = showing.office
  return {
    id,
    at: moment(at, calendar.zone),
    who: { id: account, name: account === '' ? words.nobody : (people.get(account) ?? account) },
    kind: { id: kind, name: words.kinds[kind] ?? kind },
    about: number ?? aboutText(showing, kind, about),
    address: address ?? '',
    parts: partsOf(showing, detail),
  }
}

/** Kinds of entries whose subject stands under a name of its own. */
const valued: ReadonlySet<string> = new Set(['exported', 'read'])

function aboutText(showing: Showing, kind: string, about: string): string {
  const { people, units } = showing.office
  if (valued.has(kind)) return auditWords[showing.lang].values[about] ?? about
  if (units.has(about) && kind.startsWith('unit')) return unitNamed(showing, about).name
  return people.get(about) ?? (kind.startsWith('text') ? '' : about)
}

/** Longer things (the earlier wording of a text) stay in the log and out of the list. */
function partsOf(showing: Showing, detail: JsonObject): AuditPage['rows'][number]['parts'] {
  const { parts } = auditWords[showing.lang]
  const order = Object.keys(parts)
  const place = (part: string): number => (order.includes(part) ? order.indexOf(part) : order.length)
  return Object.entries(detail)
    .filter(([, value]) => typeof value !== 'object' && value !== '')
    .sort(([a], [b]) => place(a) - place(b))
    .map(([part, value]) => ({ name: parts[part] ?? part, value: shownValue(showing, part, value) }))
}

/** What somebody typed is shown as it is; what stands for something, under its name. */
const typed: ReadonlySet<string> = new Set(['name', 'title', 'login', 'reason', 'instrument', 'purpose'])
const listed: ReadonlySet<string> = new Set(['added', 'removed', 'role', 'what', 'changed', 'told'])

function shownValue(showing: Showing, part: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? showing.words.yes : showing.words.no
  const text = String(value)
  if (typed.has(part)) return text
  const each = listed.has(part) ? text.split(' ') : [text]
  return each.map((one) => nameOf(showing, one)).join(showing.words.comma)
}

function nameOf(showing: Showing, id: string): string {
  const { people, units, program } = showing.office
  const { values } = auditWords[showing.lang]
  const { fields } = adminWords[showing.lang]
  const { roles, fields: asked } = program.regulation
  const [first = '', unit] = id.split('@')
  const role = roles[first]
  if (role !== undefined) {
    const name = named(showing, first, role.name).name
    return unit === undefined ? name : `${unitNamed(showing, unit).name} · ${name}`
  }
  if (units.has(id)) return unitNamed(showing, id).name
  const kind = program.regulation.unitKinds[id]
  if (kind !== undefined) return named(showing, id, kind.name).name
  const field = asked[id]
  const known: Readonly<Record<string, string>> = { ...showing.words.failures, ...fields, ...values }
  return people.get(id) ?? (field === undefined ? known[id] : named(showing, id, field.name).name) ?? id
}
