import type { DoneToday } from '../../contract/index.js'
import { dayAt, startOfDay } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { nowOf } from '../now-of.js'

/** 今天办了几件。 The matters in which the viewer has acted since midnight, in whichever role, of those that they may see in the one they wear. */
export async function doneToday(deps: Deps, { office, actor, account }: Viewer): Promise<DoneToday> {
  const { zone } = office.calendar
  const since = startOfDay(dayAt(nowOf(deps, office), zone), zone)
  return { matters: await deps.store.countActedOn(office.id, { account, since, gate: gateOf(office, actor) }) }
}
