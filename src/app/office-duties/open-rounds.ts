import {
  type Instant,
  nextOpening,
  type OfficeDuty,
  opensAt,
  type Program,
  platform,
  type Round,
  roundsOpened,
} from '../../core/index.js'
import { byCalendar } from '../acting/opener.js'
import { submitMatter } from '../acting/submit-matter.js'
import { draftRound } from '../bulletins/draft-round.js'
import type { Deps } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { IsStopped } from '../stopping.js'
import { beginRounds, type Era, erasOf } from './office-times.js'

const begun = new WeakMap<Deps, Set<string>>()

/** Begins what every office owes by its regulation, the first time it is seen here. */
export async function beginOffices(deps: Deps): Promise<void> {
  const known = begun.get(deps) ?? new Set<string>()
  begun.set(deps, known)
  // One whose regulation is not there begins nothing, and keeps no other from it.
  for (const office of await deps.offices.all()) {
    const { government, settings } = office
    const key = [government.government, government.regulation, ...settings.kinds.map((each) => each.regulation)].join('/')
    if (known.has(key)) continue
    for (const program of office.programs) if (program.officeDuties.size > 0) await beginRounds(deps, office, program)
    known.add(key)
  }
}

/**
 * What the calendar opens by itself: the matter of every round that ended, or began, each once, also after downtime of several.
 * Answers how many offices were looked at.
 */
export async function openRounds(
  deps: Deps,
  { government, due }: { readonly government: string | null; readonly due: Instant },
  { onError, isStopped }: { readonly onError: (error: unknown) => void; readonly isStopped: IsStopped },
): Promise<number> {
  if (isStopped()) return 0
  const taken = await deps.store.rounds.takeDue({ government, due, now: deps.now() })
  for (const each of taken) if (!isStopped()) await openRoundsOf(deps, each, isStopped).catch(onError)
  return taken.length
}

async function openRoundsOf(deps: Deps, government: string, isStopped: IsStopped): Promise<void> {
  const office = await deps.offices.get(government)
  if (office === null) throw new Error(`${government}: due, but not there`)
  for (const program of office.programs) await openRoundsUnder(deps, office, program, isStopped)
}

async function openRoundsUnder(deps: Deps, office: Office, program: Program, isStopped: IsStopped): Promise<void> {
  const { id } = program.regulation
  const government = office.id
  if (program.officeDuties.size === 0) return
  const eras = await erasOf(deps, { office, program, now: nowOf(deps, office) })
  const opened = new Set((await deps.store.rounds.listOpened(government, id)).map((each) => `${each.officeDuty}@${each.round}`))
  for (const { era, rule } of eras.flatMap(rulesIn)) {
    for (const round of roundsOpened(rule, era.time)) {
      if (opened.has(`${rule.id}@${round.id}`)) continue
      // What is left is looked for again when the lease has passed.
      if (isStopped()) return
      const matter = await openRound(deps, office, { era, rule, round })
      const life = era.program.officeDuties.get(rule.id)
      if (life !== undefined) await draftRound(deps, office, { matter, life })
    }
  }
  const next = eras.flatMap(rulesIn).flatMap(({ era, rule }) => nextOpening(rule, era.time) ?? [])
  await deps.store.rounds.lookAt(government, id, next.length === 0 ? null : (Math.min(...next) as Instant))
}

const rulesIn = (era: Era): readonly { readonly era: Era; readonly rule: OfficeDuty }[] =>
  Object.values(era.program.regulation.officeDuties).map((rule) => ({ era, rule }))

export type ToOpen = { readonly era: Era; readonly rule: OfficeDuty; readonly round: Round }

/** Opens one; whoever was faster opened the same. Answers its number among the matters. */
export async function openRound(deps: Deps, office: Office, { era, rule, round }: ToOpen): Promise<number> {
  const life = era.program.officeDuties.get(rule.id)
  if (life === undefined) throw new Error(`no duty of the office ${rule.id}`)
  const at = opensAt(rule, round, office.calendar)
  const done = await submitMatter(deps, {
    office,
    actor: platform,
    with: {},
    lang: 'zh',
    opener: byCalendar({ rule, round, at }, life),
  })
  if (!done.ok || done.matter === null) throw new Error(`${office.id}: ${rule.id}@${round.id} does not open`)
  return done.matter
}
