import type { AlertView, CallsView, ClauseView, HolderView, Moment, Named } from '../../contract/index.js'
import {
  type Actor,
  type ClauseRef,
  dayAt,
  dayText,
  dueText,
  type Instant,
  instant,
  instantText,
  matterNameIn,
  type Name,
  type Part,
  type Regulation,
  shownClause,
  startOfDay,
  type Zone,
} from '../../core/index.js'
import { nameThen } from '../administration/unit-names.js'
import type { Showing } from '../showing.js'
import { adminWords } from '../words/administration.js'
import { nameIn } from '../words/index.js'

const minute = 60_000

/** A moment with the authority's offset, and as a clock on the wall shows it: people are not told seconds. */
export const moment = (at: number, zone: Zone): Moment => ({ iso: isoIn(at, zone), shown: instantText(minuteOf(at), zone) })

const minuteOf = (at: number): Instant => instant(Math.floor(at / minute) * minute)

/** What a clock on the wall shows. */
export const toTheMinute = (at: number, zone: Zone): Moment => moment(minuteOf(at), zone)

/** A due time: midnight is 24:00 of the day that ends. */
export const dueMoment = (at: number, zone: Zone): Moment => ({ iso: isoIn(at, zone), shown: dueText(minuteOf(at), zone) })

function isoIn(at: number, zone: Zone): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const offset = `${zone < 0 ? '-' : '+'}${two(Math.floor(Math.abs(zone) / 60))}:${two(Math.abs(zone) % 60)}`
  return new Date(at + zone * minute).toISOString().replace('.000Z', 'Z').replace('Z', offset)
}

export const isMidnight = (at: Instant, zone: Zone): boolean => startOfDay(dayAt(at, zone), zone) === at

export function clauseView(regulation: Regulation, ref: ClauseRef): ClauseView {
  const clause = regulation.clauses[ref]
  const { zh, en } = clause ?? { zh: regulation.title.zh, en: regulation.title.en }
  return { id: ref, shown: shownClause(regulation.clauses, ref), zh, en }
}

export const clauseViews = (regulation: Regulation, refs: readonly ClauseRef[]): ClauseView[] =>
  [...new Set(refs)].map((ref) => clauseView(regulation, ref))

export const named = (showing: Showing, id: string, name: Name | undefined): Named => ({
  id,
  name: name === undefined ? id : nameIn(showing.lang, name),
})

/** What a unit's part in a matter is called: in the words of its regulation, where it has its own. */
export function partNamed({ lang, words, program: { regulation } }: Showing, part: Part): string {
  const own = regulation.parts[part]
  return own === undefined ? words.parts[part] : nameIn(lang, own.name)
}

export function optionNamed(showing: Showing, field: string, id: string | null): Named | null {
  if (id === null) return null
  const option = showing.program.regulation.fields[field]?.options.find((each) => each.id === id)
  return named(showing, id, option?.name)
}

export const stageNamed = (showing: Showing, stage: string): Named =>
  named(showing, stage, showing.program.regulation.stages[stage]?.name)

export const shownNamed = (showing: Showing, shown: string): Named =>
  named(showing, shown, showing.program.regulation.shownStates[shown])

/** As it is called now, "formerly …" once it was merged; at a moment, as it was called then. */
export function unitNamed({ office, lang }: Showing, unit: string, at?: number): Named {
  const found = office.units.get(unit)
  if (found === undefined) return { id: unit, name: unit }
  if (at !== undefined) return { id: unit, name: nameThen(found, dayText(dayAt(instant(at), office.calendar.zone))) }
  return { id: unit, name: found.successor == null ? found.name : adminWords[lang].former(found.name) }
}

/** As the regulation calls it; one that only another regulation of the office knows, as that does. */
export const roleName = (showing: Showing, role: string): string => {
  const { program, office, words } = showing
  const found = program.regulation.roles[role] ?? office.roles.get(role)
  return role === 'system' ? words.platform : named(showing, role, found?.name).name
}

export function alertView(showing: Showing, alert: string | null): AlertView | null {
  const found = alert === null ? undefined : showing.program.regulation.alerts[alert]
  return found === undefined
    ? null
    : { id: found.id, name: nameIn(showing.lang, found.name), rank: found.rank, colour: found.colour }
}

/** Who has it in hand, as the regulation calls that side. */
export function holderName(showing: Showing, by: keyof Showing['words']['holders']): string {
  const role = showing.program.regulation.roles[by]
  return role === undefined ? showing.words.holders[by] : nameIn(showing.lang, role.name)
}

export const holderView = (showing: Showing, role: string, unit: string | null, at?: number): HolderView => ({
  role,
  roleName: roleName(showing, role),
  unit,
  unitName: unit === null ? null : unitNamed(showing, unit, at).name,
})

/** Who acted; a substitute with whom they stood in for. */
export function personName({ office, words, lang }: Showing, by: Actor): string | null {
  const nameOf = (account: string) => office.people.get(account) ?? words.formerPerson
  // Who of the requesters did it, the fields say that name them, to whoever may read those.
  if (by.person === null || office.roles.get(by.role)?.kind === 'requester') return null
  return by.behalf === undefined ? nameOf(by.person) : adminWords[lang].behalf(nameOf(by.person), nameOf(by.behalf))
}

/** Names of the matter and of the sides, as the regulation gives them. */
export function callsOf({ program: { regulation }, lang }: Showing): CallsView {
  const side = (role: string): string => {
    const found = regulation.roles[role]
    return found === undefined ? '' : nameIn(lang, found.name)
  }
  return { matter: nameIn(lang, matterNameIn(regulation).name), requester: side('requester'), office: side('office') }
}
