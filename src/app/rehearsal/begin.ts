import { randomUUID } from 'node:crypto'
import type { Rehearsals } from '../../contract/index.js'
import { instant } from '../../core/index.js'
import type {
  Account,
  AdministrationStore,
  Changing,
  Government,
  JsonObject,
  NewTemplate,
  StandardText,
} from '../../store/index.js'
import { administer } from '../administration/administer.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { toTheMinute } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { markProjected } from '../records/reproject.js'
import { rehearsalMark } from '../rehearsal-mark.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { standInsIn } from './stand-ins-in.js'

/** As many can stand beside one office; each takes two digits that numbers begin with. */
const most = 3

/** 旁设的演练 of an office, with whoever one can be in them. */
export async function listRehearsals(deps: Deps, { office, lang }: Pick<SignedIn, 'office' | 'lang'>): Promise<Rehearsals> {
  const beside = await besides(deps, office)
  return {
    most,
    rehearsals: beside.map((each) => ({
      ...{ id: each.id, name: each.government.name },
      begunAt: toTheMinute(instant(each.settings.rehearsalSince ?? deps.now()), each.calendar.zone),
      now: toTheMinute(nowOf(deps, each), each.calendar.zone),
      standIns: standInsIn(each, lang),
    })),
  }
}

const besides = async ({ offices }: Deps, { id }: Pick<Office, 'id'>): Promise<readonly Office[]> =>
  (await offices.all()).filter(({ rehearses }) => rehearses === id)

/** One of those beside an office; null: there is none of that name. */
export const besideOf = async (deps: Deps, office: Office, id: string): Promise<Office | null> =>
  (await besides(deps, office)).find((each) => each.id === id) ?? null

/**
 * Sets up a copy of the office beside it: its texts, calendar, units, standard texts, and its people as stand-ins whom nobody can sign in
 * as. Its clock, its log and its numbers are its own, and nothing leaves it.
 */
export async function beginRehearsal(deps: Deps, admin: SignedIn): Promise<Outcome<{ done: { readonly id: string } }>> {
  const { office, lang } = admin
  const words = wordsOf(lang)
  if (office.isRehearsal || (await besides(deps, office)).length >= most) return failed(words, 'no-more-rehearsals')
  const rows = await deps.store.listGovernments()
  const taken = new Set(rows.map(({ numberPrefix }) => numberPrefix))
  // From the end: offices that are set up for good count from the beginning.
  const numberPrefix = Array.from({ length: 90 }, (_, at) => 99 - at).find((each) => !taken.has(each))
  const row = rows.find(({ government }) => government === office.id)
  if (numberPrefix === undefined || row === undefined) return failed(words, 'no-more-rehearsals')
  const id = `rehearsal-${randomUUID().slice(0, 8)}`
  const copy = await readCopy(deps, office)
  const done = await administer(deps, admin, async (changing) => {
    const made = await changing.addGovernment(governmentOf({ row, id, numberPrefix, at: deps.now() }), async (there) => {
      await writeCopy(there, copy)
      const entry = { at: deps.now(), account: 'system', kind: 'rehearsal-begun', about: '', detail: { from: office.id } }
      return { done: true, entry }
    })
    return made === null ? null : { done: { id }, entry: { kind: 'rehearsal-begun', about: '', detail: { of: id } } }
  })
  if (!done.ok) return done.failure.code === 'not-found' ? failed(words, 'no-more-rehearsals') : done
  deps.offices.forget()
  await markProjected(deps, id)
  return done
}

type Copied = { readonly row: Government; readonly id: string; readonly numberPrefix: number; readonly at: number }

/** What waits for a second administrator stays behind, and what stands for the office alone: its hosts, how long its log is kept. */
function governmentOf({ row, id, numberPrefix, at }: Copied): Government {
  const { name, regulation, regulationVersion, settings } = row
  const left: JsonObject = {
    ...{ hosts: [], isDemo: false, demoSince: null, secondFactor: 'offered', calendarMark: '', logDays: null },
    ...{ logDaysAsked: null, kindAsked: null, versionAsked: null, governmentAsked: null, rehearsalSince: at },
  }
  return {
    ...{ government: id, name: `${name}${rehearsalMark}`, numberPrefix, regulation, regulationVersion },
    ...{ settings: { ...settings, ...left }, isRehearsal: true, rehearses: row.government },
  }
}

type Copy = {
  readonly office: Office
  readonly accounts: readonly Account[]
  readonly texts: readonly StandardText[]
  readonly emblem: Awaited<ReturnType<AdministrationStore['findEmblem']>>
  readonly calendar: Parameters<Changing['putCalendar']>[0]
  readonly templates: readonly NewTemplate[]
  readonly substitutes: Awaited<ReturnType<AdministrationStore['listSubstitutes']>>
}

async function readCopy({ store }: Deps, office: Office): Promise<Copy> {
  const { administration } = store
  const [accounts, texts, emblem, overlay, changes, substitutes, templates] = await Promise.all([
    store.listAccounts(office.id),
    administration.listStandardTexts(office.id),
    administration.findEmblem(office.id),
    store.readCalendarOverlay(office.id),
    administration.listCalendarChanges(office.id),
    administration.listSubstitutes(office.id),
    ownTemplates(store, office),
  ])
  return { office, accounts, texts, emblem, substitutes, templates, calendar: { overlay, changes } }
}

async function writeCopy(
  there: Changing,
  { office, accounts, texts, emblem, calendar, substitutes, templates }: Copy,
): Promise<void> {
  const units = [...office.units.values()].filter(({ successor }) => successor == null)
  await there.putUnits(units.map(({ unit, name, kind, parent, paperWords = null }) => ({ unit, name, kind, parent, paperWords })))
  for (const account of accounts) if (!account.isDisabled) await there.putAccount(standInOf(account))
  for (const { act, field, title, body } of texts) await there.addStandardText({ act, field, title, body })
  if (emblem !== null) await there.putEmblem(emblem)
  for (const each of templates) await there.putTemplate(each)
  await there.putCalendar(calendar)
  for (const { endedAt, ...each } of substitutes) if (endedAt === null) await there.addSubstitute(each)
}

/** Those in use, with their files. */
async function ownTemplates(store: Deps['store'], { id }: Pick<Office, 'id'>): Promise<readonly NewTemplate[]> {
  const own = (await store.documents.templates(id)).filter(({ isOwn }) => isOwn)
  return Promise.all(
    own.map(async ({ isOwn: _isOwn, ...each }) => ({ ...each, bytes: await store.documents.template(id, each) })),
  )
}

/** Nobody signs in as one, and nothing reaches whoever it stands for. */
const standInOf = ({ account, login, name, isAdmin, isAuditor = false, roles, list = '', standing = '' }: Account): Account => ({
  ...{ account, login, name: `${name}${rehearsalMark}`, isAdmin, isAuditor, roles, list, standing },
  ...{ passwordHash: null, isDisabled: false, contact: '', mustChange: false },
})

/** Thrown away whole: nothing of it is left but the entries in the log of the office it stood beside. */
export async function discardRehearsal(deps: Deps, admin: SignedIn, id: string): Promise<Outcome<{ done: object }>> {
  const { office, account, lang } = admin
  if (!admin.isAdmin) return failed(wordsOf(lang), 'admin-only')
  const entry = { at: deps.now(), account, kind: 'rehearsal-discarded', about: '', detail: { of: id } }
  const isGone = await deps.store.administration.discardRehearsal(office.id, { rehearsal: id, entry })
  deps.offices.forget()
  return isGone ? { ok: true, done: {} } : failed(wordsOf(lang), 'not-found')
}
