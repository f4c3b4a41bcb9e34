import type { Lang, Named } from '../contract/index.js'
import {
  type Calendar,
  compile,
  type Day,
  day,
  dayAt,
  dayText,
  type Holiday,
  type Instant,
  instant,
  matterNameIn,
  type Program,
  type Regulation,
  type Role,
  recorded,
  withAside,
} from '../core/index.js'
import type { Finding, Library } from '../load/index.js'
import {
  type Account,
  type AccountRole,
  type Government,
  type JsonObject,
  type MatterRow,
  type Store,
  StoreUnavailable,
  type Unit,
} from '../store/index.js'
import { readSettings, type Settings } from './administration/settings.js'
import { type StandIn, standInsOf } from './administration/stand-ins.js'
import { unitOn } from './administration/unit-names.js'
import { nameIn } from './words/index.js'

/** A government with all that deciding and showing need: its regulation ready to run, its calendar, its units and people. */
export type Office = {
  readonly id: string
  readonly government: Government
  readonly settings: Settings
  /** The first of `programs`: the one it was set up with. */
  readonly program: Program
  /** The regulations it works under, one for each kind of work. */
  readonly programs: readonly [Program, ...Program[]]
  /**
   * Every version under which matters run here, those that began before a newer one took its place among them. The first is the one whose
   * sight gates take for granted: it stays, whichever version new matters begin under.
   */
  readonly versions: readonly [Program, ...Program[]]
  /** Roles of all of them; one that several have is called as the first of these calls it. */
  readonly roles: ReadonlyMap<string, Role>
  readonly calendar: Calendar
  readonly units: ReadonlyMap<string, Unit>
  /** Who may wear whose role now, and from when until when. */
  readonly standIns: readonly StandIn[]
  /** 演练. Its clock may run ahead, and does by so much. */
  readonly isRehearsal: boolean
  readonly aheadMs: number
  /** 旁设的演练. The office it stands beside and is a copy of, to practise in; null: an office of its own. */
  readonly rehearses: string | null
  /** Names of accounts, for timelines. */
  readonly people: ReadonlyMap<string, string>
  /** Who serves where, for fields that name a person; whoever is locked is left out. */
  readonly posts: readonly Post[]
  /** Accounts of those who administer. */
  readonly administrators: ReadonlySet<string>
  /** Known requesters, by their account. */
  readonly requesters: ReadonlyMap<string, Listed>
  /** What keeps ties between its kinds from being read: until it is mended matters of these kinds do not hear of one another. */
  readonly tieFindings: readonly Finding[]
  /** The version a matter runs under. */
  programOf(regulation: string, version: string): Program
}

/** 名单上的人. On which list, and what they are there; whoever is locked is named no more, and stays who they were. */
export type Listed = { readonly list: string; readonly standing: string; readonly isDisabled: boolean }

export type Post = AccountRole & { readonly account: string }

/** Reads governments and keeps them: a submission then asks the database nothing. */
export type Offices = {
  get(government: string): Promise<Office | null>
  /** Those that can be served: not one whose regulation is not there. */
  all(): Promise<readonly Office[]>
  /** Those that stand for themselves: no rehearsal beside one of them. */
  own(): Promise<readonly Office[]>
  /** Whose numbers begin so; where there is none such, any: who asks then is answered as slowly. */
  byPrefix(prefix: number): Promise<Office | null>
  /** The only one that stands for itself; null: there are several, or none. One that cannot be served is there all the same. */
  only(): Promise<Office | null>
  /** After a change made by this process. Changes by others are seen within `freshFor`. */
  forget(government?: string): void
}

const freshFor = 10_000
const tooOld = 20_000

type Kept = { office: Office; until: number; isRenewing: boolean }

const postsOf = (accounts: readonly Account[]): readonly Post[] =>
  accounts.filter(({ isDisabled }) => !isDisabled).flatMap(({ account, roles }) => roles.map((each) => ({ account, ...each })))

export function openOffices(deps: { store: Store; library: Library; now: () => Instant }): Offices {
  const kept = new Map<string, Kept>()
  const programs = new Map<string, Program>()
  /** How often something was said to be otherwise now. */
  let changes = 0

  async function read(government: string): Promise<Office | null> {
    const [row, units, accounts, overlay, substitutes] = await Promise.all([
      deps.store.findGovernment(government),
      deps.store.listUnits(government),
      deps.store.listAccounts(government),
      deps.store.readCalendarOverlay(government),
      deps.store.administration.listSubstitutes(government),
    ])
    if (row === null) return null
    const [people, posts] = [new Map(accounts.map((each) => [each.account, each.name])), postsOf(accounts)]
    const administrators = new Set(accounts.flatMap(({ account, isAdmin }) => (isAdmin ? [account] : [])))
    const [requesters, standIns] = [requestersAmong(accounts), standInsOf(substitutes, accounts)]
    return officeOf(deps, programs, { row, units, people, posts, administrators, requesters, overlay, standIns })
  }

  async function renew(government: string): Promise<Office | null> {
    const before = changes
    const office = await read(government)
    // What was read while it changed may be from before: it is an answer to whoever asked then, and to nobody later.
    if (office === null || changes !== before) kept.delete(government)
    else kept.set(government, { office, until: deps.now() + freshFor, isRenewing: false })
    return office
  }

  async function get(government: string): Promise<Office | null> {
    const found = kept.get(government)
    if (found === undefined) return isName(government) ? renew(government) : null
    // Nobody asked for long: too old to decide by, unless the database is away.
    if (found.until + tooOld <= deps.now()) return renew(government).catch((error) => ifAway(error, found.office))
    if (found.until <= deps.now() && !found.isRenewing) {
      found.isRenewing = true
      // Whoever asks now is answered from what is known. Whatever else is wrong than the database, whoever asks next is told.
      renew(government).catch((error) => {
        found.isRenewing = false
        if (!(error instanceof StoreUnavailable)) kept.delete(government)
      })
    }
    return found.office
  }

  const all = async (): Promise<readonly Office[]> => servedAmong(await deps.store.listGovernments(), get)

  return {
    get,
    all,
    own: async () => (await all()).filter(({ rehearses }) => rehearses === null),
    byPrefix: (prefix) => withPrefix(deps.store, get, prefix),
    only: () => onlyOwn(deps.store, get),
    forget: (government) => {
      changes += 1
      for (const each of government === undefined ? [...kept.keys()] : [government]) kept.delete(each)
    },
  }
}

/** If the database is away, what was known stays good; any other fault is one. */
function ifAway(error: unknown, known: Office): Office {
  if (error instanceof StoreUnavailable) return known
  throw error
}

/** It stands for itself: no rehearsal beside another. */
export const isOwn = ({ rehearses = null }: Pick<Government, 'rehearses'>): boolean => rehearses === null

async function withPrefix(store: Pick<Store, 'listGovernments'>, get: Offices['get'], prefix: number): Promise<Office | null> {
  const rows = await store.listGovernments()
  const its = rows.find(({ numberPrefix }) => numberPrefix === prefix)
  return its === undefined ? ((await servedAmong(rows, get))[0] ?? null) : get(its.government)
}

async function onlyOwn(store: Pick<Store, 'listGovernments'>, get: Offices['get']): Promise<Office | null> {
  const [row, ...others] = (await store.listGovernments()).filter(isOwn)
  return row === undefined || others.length > 0 ? null : get(row.government)
}

/** Of these, the ones that can be served. */
async function servedAmong(rows: readonly Government[], get: Offices['get']): Promise<readonly Office[]> {
  const found = await Promise.all(rows.map(({ government }) => get(government).catch(withoutRules)))
  return found.filter((office) => office !== null)
}

const requestersAmong = (accounts: readonly Account[]): Office['requesters'] =>
  new Map(
    accounts.flatMap(({ account, list = '', standing = '', isDisabled }) =>
      list === '' ? [] : [[account, { list, standing, isDisabled }] as const],
    ),
  )

/** What a government works under is not on this machine, or was left out as wrong: it cannot be served, and no other is kept from being. */
export class NoRegulation extends Error {
  override readonly name = 'NoRegulation'
}

function withoutRules(error: unknown): null {
  if (error instanceof NoRegulation) return null
  throw error
}

const isName = (text: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(text)

type Rows = {
  readonly row: Government
  readonly units: readonly Unit[]
  readonly people: ReadonlyMap<string, string>
  readonly posts: readonly Post[]
  readonly administrators: Office['administrators']
  readonly requesters: Office['requesters']
  readonly overlay: JsonObject
  readonly standIns: readonly StandIn[]
}

type From = { readonly library: Library; readonly now: () => Instant }

function officeOf({ library, now }: From, compiled: Map<string, Program>, rows: Rows): Office {
  const { row, units, people, posts, administrators, requesters, overlay, standIns } = rows
  const aheadMs = row.aheadMs ?? 0
  const calendar = calendarOf(library, row.government, { overlay })
  const today = dayText(dayAt(instant(now() + aheadMs), calendar.zone))
  const settings = readSettings(row.settings)
  const kinds = kindsOf(library, [{ regulation: row.regulation, version: row.regulationVersion }, ...settings.kinds])
  const programOf = (id: string, version: string): Program => {
    const renewal = settings.renewals.find((each) => each.regulation === id && each.version === version)
    const key = `${id}@${version}@${renewal === undefined ? '' : `${renewal.from}/${renewal.to}`}@${kinds.join(' ')}`
    const found = compiled.get(key)
    if (found !== undefined) return found
    const regulation = library.find(id, version, kinds)
    if (regulation === null) throw new NoRegulation(`${row.government}: there is no regulation ${id} of ${version}`)
    const program = compile(renewal === undefined ? regulation : recorded(regulation, renewal))
    compiled.set(key, program)
    return program
  }
  const program = programOf(row.regulation, row.regulationVersion)
  const further = settings.kinds.map(({ regulation, version }) => programOf(regulation, version))
  const programs: Office['programs'] = [program, ...further]
  const former = settings.former.filter(({ regulation, version }) => library.find(regulation, version) !== null)
  const versions = versionsOf(
    programs,
    former.map(({ regulation, version }) => programOf(regulation, version)),
  )
  return {
    id: row.government,
    government: row,
    settings,
    program,
    programs,
    versions,
    roles: rolesOf([...programs, ...versions]),
    calendar,
    units: new Map(units.map((each) => [each.unit, unitOn(each, today)])),
    standIns,
    isRehearsal: row.isRehearsal ?? false,
    aheadMs,
    rehearses: row.rehearses ?? null,
    people,
    posts,
    administrators,
    requesters,
    tieFindings: programs.flatMap(({ regulation: { id, version } }) => library.tieFindings(id, version, kinds)),
    programOf,
  }
}

/** The kinds of matters that the office handles: by them its regulations are tied to one another. */
const kindsOf = (
  library: Library,
  all: readonly { readonly regulation: string; readonly version: string }[],
): readonly string[] => all.flatMap(({ regulation, version }) => library.find(regulation, version)?.kind ?? [])

/** The version that the first of them was set up with comes first. */
function versionsOf(programs: Office['programs'], former: readonly Program[]): Office['versions'] {
  const [present, ...further] = programs
  const base = former.find(({ regulation }) => regulation.id === present.regulation.id) ?? present
  return [base, ...[present, ...further, ...former].filter((each) => each !== base)]
}

const rolesOf = (programs: readonly Program[]): ReadonlyMap<string, Role> =>
  new Map([...programs].reverse().flatMap(({ regulation }) => Object.entries(regulation.roles)))

/** The program of a matter as its row names it: of what people send in, or of a duty of the office. */
export function programFor(office: Pick<Office, 'id' | 'programOf'>, row: ProgramNamed): Program {
  const program = office.programOf(row.regulation, row.regulationVersion)
  const own = row.officeDuty === null ? program : program.officeDuties.get(row.officeDuty)
  if (own === undefined) throw new Error(`${office.id}: ${row.regulation} has no duty of the office ${row.officeDuty}`)
  return own
}

export type ProgramNamed = Pick<MatterRow, 'regulation' | 'regulationVersion' | 'officeDuty'>

const calendars = new WeakMap<Library, Map<string, Calendar>>()

/** Local days off as stored, `{ holidays: [{ name, off: [first, last], makeUp, notice }] }`; `on`: with the national ones announced by then. */
type KnownDays = { readonly overlay: JsonObject; readonly on?: Day }

/** The same days give the same calendar. */
export function calendarOf(library: Library, government: string, { overlay, on }: KnownDays): Calendar {
  const days = localDays(overlay)
  if (days.length === 0) return library.calendar(undefined, on)
  if (on !== undefined) return library.calendar({ id: government, days }, on)
  const built = calendars.get(library) ?? new Map<string, Calendar>()
  calendars.set(library, built)
  const key = `${government}/${JSON.stringify(overlay)}`
  const calendar = built.get(key) ?? library.calendar({ id: government, days })
  built.set(key, calendar)
  return calendar
}

function localDays(overlay: JsonObject): readonly Holiday[] {
  const written = overlay.holidays
  if (!Array.isArray(written)) return []
  return written.map((each: { name: string; off: [string, string]; makeUp?: string[]; notice?: string }) => ({
    name: { zh: each.name, en: each.name },
    off: [day(each.off[0]), day(each.off[1])] as const,
    makeUp: (each.makeUp ?? []).map(day),
    notice: each.notice ?? '',
    isLocal: true,
  }))
}

/** The regulation meant by its id; null: the office does not work under it. Where none is named, its first. */
export const programNamed = (
  { program, programs }: Pick<Office, 'program' | 'programs'>,
  regulation: string | null,
): Program | null => (regulation === null ? program : (programs.find((each) => each.regulation.id === regulation) ?? null))

/** 事项种类. As rows show it: where the office knows several, what a matter of this one is called. */
export const kindNamed = ({ programs }: Pick<Office, 'programs'>, { regulation }: Program, lang: Lang): Named | null =>
  programs.length < 2 ? null : { id: regulation.id, name: nameIn(lang, matterNameIn(regulation).name) }

/** What a matter of each regulation is called where several stand beside one another: two that go by the same word are told apart. */
export const kindsToldApart = ({ programs }: Pick<Office, 'programs'>, lang: Lang): ((program: Program) => string) =>
  toldApart(programs, ({ regulation }) => nameIn(lang, matterNameIn(regulation).name), lang)

/** 事项种类. Those of these regulations, to choose among: two that go by the same word are told apart by the regulation. None where the office knows one. */
export function kindsToChoose(office: Pick<Office, 'programs'>, among: readonly Program[], lang: Lang): Named[] {
  const name = kindsToldApart(office, lang)
  return among.flatMap((program) => {
    const kind = kindNamed(office, program, lang)
    return kind === null ? [] : [{ id: kind.id, name: name(program) }]
  })
}

/** What each of these is called; of two that go by the same words, with the regulation beside them. */
export function toldApart(
  programs: readonly Program[],
  nameOf: (program: Program) => string,
  lang: Lang,
): (program: Program) => string {
  const all = programs.map(nameOf)
  return (program) => {
    const name = nameOf(program)
    if (all.filter((each) => each === name).length < 2) return name
    return withAside(name, nameIn(lang, program.regulation.shortTitle), lang)
  }
}

/** Whether a regulation, as this office runs it, has a role of this kind. */
export const roleOfKind = (regulation: Regulation, kind: string): string | null =>
  Object.values(regulation.roles).find((each) => each.kind === kind)?.id ?? null
