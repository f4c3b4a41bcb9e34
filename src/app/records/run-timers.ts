import { type Instant, instant, type MatterEvent, rungsToRecord } from '../../core/index.js'
import { Conflict, type DueMatter, seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { storedEvents } from '../matter/matter-events.js'
import { givenOf } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import { openRounds } from '../office-duties/index.js'
import { messagesOf } from '../requester/messages-of.js'
import { goesOn, type IsStopped } from '../stopping.js'
import { project } from './project.js'

const atOnce = 50

/**
 * What time does by itself: rungs that were reached take effect, once; due times that passed are shown. Answers how many matters were looked at.
 * `isStopped`: asked before each matter; what is left then is due again when its lease has passed.
 */
export async function runTimers(deps: Deps, onError: OnError, isStopped: IsStopped = goesOn): Promise<number> {
  let looked = 0
  looked += await openDue(deps, { government: null, due: deps.now() }, onError, isStopped)
  while (!isStopped()) {
    const due = await deps.store.takeDue(deps.now(), atOnce)
    looked += await lookAtEach(deps, due, onError, isStopped)
    if (due.length < atOnce) break
  }
  for (const { government, aheadMs } of await deps.store.administration.governmentsAhead()) {
    looked += await runAhead(deps, { government, due: instant(deps.now() + aheadMs) }, onError, isStopped)
  }
  return looked
}

type OnError = (error: unknown, due: DueMatter) => void

async function lookAtEach(deps: Deps, due: readonly DueMatter[], onError: OnError, isStopped: IsStopped): Promise<number> {
  let looked = 0
  for (const each of due) {
    if (isStopped()) break
    await lookAgain(deps, each.government, each.matter).catch((error: unknown) => onError(error, each))
    looked += 1
  }
  return looked
}

/** The same in one government whose clock runs ahead: what is due there is not due anywhere else. */
export async function runAhead(
  deps: Deps,
  { government, due }: { readonly government: string; readonly due: Instant },
  onError: OnError,
  isStopped: IsStopped = goesOn,
): Promise<number> {
  let looked = await openDue(deps, { government, due }, onError, isStopped)
  while (!isStopped()) {
    const taken = await deps.store.administration.takeDueIn({ government, due, now: deps.now(), limit: atOnce })
    looked += await lookAtEach(deps, taken, onError, isStopped)
    if (taken.length < atOnce) break
  }
  return looked
}

/** What the calendar opens for the offices; an error there is told of as of a matter of no number. */
const openDue = (
  deps: Deps,
  asked: { readonly government: string | null; readonly due: Instant },
  onError: OnError,
  isStopped: IsStopped,
): Promise<number> =>
  openRounds(deps, asked, {
    onError: (error) => onError(error, { government: asked.government ?? '', matter: 0, lookAt: asked.due }),
    isStopped,
  })

/** Folds one matter up to now, records what was reached, and renews its rows. */
export async function lookAgain(deps: Deps, government: string, matter: number): Promise<void> {
  const office = await deps.offices.get(government)
  const loaded = office === null ? null : await deps.store.loadMatter(government, matter, seesAll)
  if (office === null || loaded === null) throw new Error(`${government}/${matter}: due, but not there`)
  const given = givenOf(office, loaded, nowOf(deps, office))
  const rungs: readonly MatterEvent[] = rungsToRecord(given)
  const after = given.followedBy(rungs)
  try {
    await deps.store.append(government, {
      matter,
      expected: loaded.head,
      events: storedEvents(rungs, given.now),
      projection: project(after, office.versions[0].regulation),
      ...messagesOf(deps, after, rungs),
      at: given.now,
    })
  } catch (error) {
    // Whoever was faster has folded up to now as well.
    if (!(error instanceof Conflict)) throw error
  }
}
