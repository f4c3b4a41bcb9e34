import {
  type Actor,
  type Ear,
  type Folded,
  hear,
  hearsOf,
  heldIn,
  isNamedIn,
  type MatterEvent,
  namingFields,
  newsOf,
  type Refusal,
  refusesToBeHeld,
  rungsToRecord,
} from '../../core/index.js'
import { type Append, type LoadedMatter, type MatterId, seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { storedEvents } from '../matter/matter-events.js'
import { gateFor, givenOf, type Opened, openMatter } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { begunLink, linkedNumber, project } from '../records/project.js'
import { messagesOf } from '../requester/messages-of.js'

/** How many matters may have begun or joined one: as many are told of what becomes of it, in one transaction. */
export const mostBeginners = 100

/** What is recorded of a matter: as it stood, and as it stands with these events. */
type Change = {
  readonly matter: MatterId
  readonly number: string
  readonly before: Folded
  readonly after: Folded
  readonly recorded: readonly MatterEvent[]
}

/**
 * Other matters as they were read for one act: each once. Whether one takes part, and what it then hears, is told of the same state, and it is
 * written as it was read or not at all.
 */
export type AlreadyRead = Map<MatterId, Beginner>

/** A matter that hears something, as it stands by now. */
type Hearer = { readonly loaded: LoadedMatter; after: Folded; recorded: readonly MatterEvent[] }

/**
 * 回告. What the matters from which this one was begun, and those that it holds, hear of what is recorded of it, and what is heard of them in
 * turn: to be written together with it. Nobody need see both; what is carried back is what the regulation of the matter that hears says.
 */
export async function heardBack(
  deps: Deps,
  office: Office,
  change: Change,
  read: AlreadyRead = new Map(),
): Promise<readonly Append[]> {
  const hearers = new Map<MatterId, Hearer>()
  const changes = [change]
  for (let next = changes.shift(); next !== undefined; next = changes.shift()) {
    const { kind } = next.after.program.regulation
    if (!office.versions.some(({ regulation }) => hearsOf(regulation, kind))) continue
    const news = newsOf(next.number, next.before, next.after, next.recorded)
    for (const { ear, ...beginner } of await listenersOf({ deps, office, read }, next)) {
      const { matter } = beginner.loaded.row
      // A matter hears nothing of itself, by whatever way.
      if (matter === change.matter) continue
      const hearer = hearers.get(matter) ?? hearerOf(beginner)
      const before = hearer.after
      const recorded = hear(before, news, ear)
      if (recorded.length === 0) continue
      hearer.after = before.followedBy(recorded)
      hearer.recorded = [...hearer.recorded, ...recorded]
      hearers.set(matter, hearer)
      changes.push({ matter, number: hearer.loaded.row.number, before, after: hearer.after, recorded })
    }
  }
  return [...hearers.values()].map((hearer) => appendOf(deps, office, hearer))
}

/** A held matter that does not take part in what was done with it, and why. */
type NotTaken = { readonly held: Opened; readonly refusal: Refusal }

/** Why what an act names of what is held does not take part in it, as its own regulation says; only of what whoever acts sees. */
export async function refusedByHeld({ deps, office, read }: Reading, actor: Actor, change: Change): Promise<NotTaken | null> {
  const { number, before, after, recorded } = change
  const held = heldIn(before)
  if (held.length === 0) return null
  const news = newsOf(number, before, after, recorded)
  // What has just joined was asked as it did.
  for (const each of held.filter((other) => isNamedIn(news, other))) {
    const row = await deps.store.findByNumber(office.id, each, gateFor(office, actor))
    const opened = row === null ? null : await openMatter(deps, office, row.matter, actor)
    const refusal = opened === null ? null : refusesToBeHeld(opened.given, news, each)
    if (opened !== null && refusal !== null) return { held: opened, refusal }
    if (opened !== null) read.set(opened.loaded.row.matter, opened)
  }
  return null
}

/** A matter that began another, or joined it. */
export type Beginner = { readonly loaded: LoadedMatter; readonly given: Folded }

type Reading = { readonly deps: Deps; readonly office: Office; readonly read: AlreadyRead }

/** A matter as this act has read it, or reads it now. */
async function readOnce({ deps, office, read }: Reading, matter: MatterId): Promise<readonly Beginner[]> {
  const known = read.get(matter)
  if (known !== undefined) return [known]
  const loaded = await deps.store.loadMatter(office.id, matter, seesAll)
  if (loaded === null) return []
  const found = { loaded, given: givenOf(office, loaded, nowOf(deps, office)) }
  read.set(matter, found)
  return [found]
}

/** Every matter that began the one of this number, or joined it. */
export async function beginnersOf(
  deps: Deps,
  office: Office,
  number: string,
  read: AlreadyRead = new Map(),
): Promise<readonly Beginner[]> {
  const asked = { number: begunLink(number), gate: seesAll, limit: mostBeginners }
  const rows = await deps.store.overview.mattersNaming(office.id, asked)
  return (await Promise.all(rows.map(({ matter }) => readOnce({ deps, office, read }, matter)))).flat()
}

type Listener = Beginner & { readonly ear: Ear }

/** Who hears of a change: whatever began the matter, what it has just named as where it comes from, as far as whoever did so sees it, and what it holds. */
async function listenersOf(reading: Reading, change: Change): Promise<readonly Listener[]> {
  const { deps, office, read } = reading
  const { number, after, recorded } = change
  const begun = await beginnersOf(deps, office, number, read)
  const { kind } = after.program.regulation
  const fields = [...new Set(office.versions.flatMap(({ regulation }) => namingFields(regulation, kind)))]
  const named = recorded.flatMap((event) =>
    event.kind === 'act' ? fields.map((field) => ({ field, by: event.by, number: linkedNumber(event.with[field]) })) : [],
  )
  const from = await Promise.all(
    named.map(async ({ field, by, number: other }) => {
      const row = other === null ? null : await deps.store.findByNumber(office.id, other, gateFor(office, by))
      const found = row === null ? [] : await readOnce(reading, row.matter)
      return found.map((each) => ({ ...each, ear: { as: 'named' as const, by: field } }))
    }),
  )
  const isNew = ({ loaded }: Beginner): boolean => !begun.some((each) => each.loaded.row.matter === loaded.row.matter)
  const held = await heldListeners(reading, change)
  return [...begun.map((each) => ({ ...each, ear: { as: 'holder' as const } })), ...from.flat().filter(isNew), ...held]
}

/** The matters that this one holds, or held until now; none where no regulation here hears of such a holder. */
async function heldListeners(reading: Reading, { before, after }: Change): Promise<readonly Listener[]> {
  const { deps, office } = reading
  const { kind } = after.program.regulation
  if (!office.versions.some(({ regulation }) => hearsOf(regulation, kind, true))) return []
  const numbers = [...new Set([...heldIn(before), ...heldIn(after)])]
  const held = await Promise.all(
    numbers.map(async (number) => {
      const row = await deps.store.findByNumber(office.id, number, seesAll)
      const found = row === null ? [] : await readOnce(reading, row.matter)
      return found.map((each) => ({ ...each, ear: { as: 'held' as const, number } }))
    }),
  )
  return held.flat()
}

function hearerOf({ loaded, given }: Beginner): Hearer {
  const rungs = rungsToRecord(given)
  return { loaded, after: given.followedBy(rungs), recorded: rungs }
}

function appendOf(deps: Deps, office: Office, { loaded, after, recorded }: Hearer): Append {
  return {
    matter: loaded.row.matter,
    expected: loaded.head,
    events: storedEvents(recorded, after.now),
    projection: project(after, office.versions[0].regulation),
    ...messagesOf(deps, after, recorded),
    at: after.now,
  }
}
