import { type Actor, derive, Folded, type Given, isKeptFrom, type MatterEvent, type MatterState } from '../../core/index.js'

/** As whom somebody reads a matter. */
export type ToldAs = {
  /** The requester is told what is addressed to them; the office and the units of all but what is kept from their role. */
  readonly isRequester: boolean
  readonly role: string
}

/**
 * 知道的经过. The events a viewer is told of. They are counted as this viewer knows them, so that one that is kept from them leaves
 * neither a gap nor a higher number: what is numbered for a viewer is numbered by its place in here.
 */
export function toldEvents(given: Given, as: ToldAs): readonly Told[] {
  const isTold = (event: MatterEvent): boolean =>
    (!as.isRequester || concernsRequester(given, event)) && !isKeptFrom(given, event, as.role)
  let place = 0
  return given.events.filter(isTold).map((event) => {
    // What was taken back had its number, which is never given again.
    place += event.kind === 'undo' ? event.acts.filter(isTold).length + 1 : 1
    return { event, place }
  })
}

/** An event with its number for this viewer. */
export type Told = { readonly event: MatterEvent; readonly place: number }

/** 版本. The last event, as a viewer knows it. */
export const revisionFor = (given: Given, as: ToldAs): number => toldEvents(given, as).at(-1)?.place ?? 0

/** As whom this actor reads. */
export const toldAs = ({ program }: Given, { role }: Pick<Actor, 'role'>): ToldAs => ({
  role,
  isRequester: program.regulation.roles[role]?.kind === 'requester',
})

/** Without what is kept from the viewer: what rests on it is not worked out from it. */
export function asTold(given: Given, actor: Actor): Folded {
  const events = toldEvents(given, toldAs(given, actor)).map(({ event }) => event)
  const { program, calendar, now } = given
  return events.length === given.events.length ? Folded.of(given) : Folded.of({ program, calendar, now, events })
}

const requester = 'requester'

/** What the requester did, and what they are told of. */
function concernsRequester({ program }: Pick<Given, 'program'>, event: MatterEvent): boolean {
  if (event.kind === 'undo') return event.acts.some((act) => concernsRequester({ program }, act))
  if (event.kind !== 'act') return false
  const act = program.regulation.acts[event.act]
  return event.by.role === requester || act?.starts === true || act?.tells.includes(requester) === true
}

/**
 * The matter as it would stand if what is kept from a role had not been done: for what is worked out from all events together. `whole` is how it
 * stands, where that is known.
 */
export function stateToldTo(given: Given, role: string, whole: MatterState | null = null): MatterState {
  const events = given.events.filter((event) => !isKeptFrom(given, event, role))
  const { program, calendar, now } = given
  return events.length === given.events.length ? (whole ?? derive(given)) : derive({ program, calendar, now, events })
}

/** The items that were not stated by an act that is kept from a role. */
export function itemsToldTo(given: Given, role: string, { items }: MatterState): MatterState['items'] {
  const kept = new Set(given.events.filter((event) => isKeptFrom(given, event, role)).map(({ seq }) => seq))
  return kept.size === 0 ? items : items.filter(({ addedBy }) => !kept.has(addedBy))
}
