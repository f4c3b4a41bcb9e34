import { type Actor, instant, isOwed, type MatterEvent, type Payload, readRound } from '../../core/index.js'
import { type ApartEvent, type NewEvent, seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { attachmentsIn } from '../files/attachment-ids.js'
import { storedEvents } from '../matter/matter-events.js'
import { givenOf } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { project } from '../records/project.js'
import { type Era, erasOf } from './office-times.js'
import { openRound } from './open-rounds.js'

/**
 * Before rounds were matters, an office kept what it did of them apart. Writes all of it as events of such matters, each with its
 * place and hash in the old chain, and lets the old tables go. Begun again after a stop, it goes on where it was.
 */
export async function carryApart(deps: Deps): Promise<void> {
  if (!(await deps.store.rounds.isApart())) return
  for (const office of await deps.offices.all()) {
    const events = await deps.store.rounds.listApart(office.id)
    for (const each of roundsIn(events)) await carryRound(deps, office, each)
  }
  await deps.store.rounds.endApart()
}

type Kept = readonly [ApartEvent, ...ApartEvent[]]

function roundsIn(events: readonly ApartEvent[]): readonly Kept[] {
  const found = new Map<string, [ApartEvent, ...ApartEvent[]]>()
  for (const event of events) {
    const key = `${event.regulation}/${event.act}@${event.round}`
    const before = found.get(key)
    if (before === undefined) found.set(key, [event])
    else before.push(event)
  }
  return [...found.values()]
}

async function carryRound(deps: Deps, office: Office, kept: Kept): Promise<void> {
  const [{ regulation, act, round: id }] = kept
  const program = office.programs.find((each) => each.regulation.id === regulation) ?? office.program
  const eras = await erasOf(deps, { office, program, now: nowOf(deps, office) })
  const toOpen = eras.flatMap((era) => owedIn(era, act, id))[0]
  if (toOpen === undefined || toOpen.era.program.regulation.id !== regulation) {
    throw new Error(`${office.id}: ${act}@${id} was done under ${regulation}, which the office does not work under any more`)
  }
  const matter = await openRound(deps, office, toOpen)
  const loaded = await deps.store.loadMatter(office.id, matter, seesAll)
  if (loaded === null) throw new Error(`${office.id}/${matter}: opened, but not there`)
  if (loaded.events.length > 1) return
  const given = givenOf(office, loaded, nowOf(deps, office))
  const events = kept.map((event, index) => matterEvent(event, index + 2))
  const after = given.followedBy(events)
  await deps.store.append(office.id, {
    matter,
    expected: loaded.head,
    events: kept.flatMap((event, index) => stored(event, events.slice(index, index + 1))),
    projection: project(after, office.versions[0].regulation),
    attachments: attachmentsIn(given.program.regulation, events),
    at: given.now,
  })
  for (const [index, { seq }] of kept.entries()) {
    await deps.store.rounds.moveNotice(office.id, { regulation, seq }, { matter, seq: index + 2 })
  }
}

function owedIn(era: Era, id: string, named: string) {
  const rule = era.program.regulation.officeDuties[id]
  const round = rule === undefined ? null : readRound(named, rule.every)
  return rule === undefined || round === null || !isOwed(rule, round, era.time) ? [] : [{ era, rule, round }]
}

/** The old link is kept beside what was stated: what was witnessed of the old chain is found again. */
const stored = ({ seq, hash, recordedAt }: ApartEvent, events: readonly MatterEvent[]): readonly NewEvent[] =>
  storedEvents(events, recordedAt).map((event) => ({ ...event, data: { ...event.data, apart: { seq, hash } } }))

function matterEvent({ act, kind, by, at, data }: ApartEvent, seq: number): MatterEvent {
  if (kind === 'rung') {
    const { rung, due, reachedAt } = data as { rung: string; due: number; reachedAt: number }
    return { kind, seq, duty: act, key: `${act}#1`, rung, due: instant(due), reachedAt: instant(reachedAt), at: instant(at) }
  }
  const { role, unit, account, behalf } = by
  const actor: Actor = { role, unit: unit ?? null, person: account ?? null, ...(behalf === undefined ? {} : { behalf }) }
  const { with: stated } = data as { with: Payload }
  return { kind: 'act', seq, act, by: actor, at: instant(at), with: stated, assignment: null }
}
