import { dayAt, type Instant, instant, readDay, startOfDay } from '../../core/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { runAhead } from '../records/run-timers.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { administer, dayWrong, wrongly } from './administer.js'

const morning = 9 * 3_600_000
const furthest = 3 * 366

/** 演练. A government becomes one only before its first matter: nobody's real matter ever runs on a false clock. */
export async function startRehearsal(deps: Deps, admin: SignedIn): Promise<Outcome<{ done: object }>> {
  const done = await administer(deps, admin, async (changing) =>
    (await changing.becomeRehearsal()) ? { done: {}, entry: { kind: 'rehearsal-started', about: '', detail: {} } } : null,
  )
  return done.ok || done.failure.code !== 'not-found' ? done : failed(wordsOf(admin.lang), 'not-rehearsal')
}

/** Taken back while nothing was sent in and its clock stands where the real one does. */
export async function endRehearsal(deps: Deps, admin: SignedIn): Promise<Outcome<{ done: object }>> {
  const done = await administer(deps, admin, async (changing) =>
    (await changing.leaveRehearsal()) ? { done: {}, entry: { kind: 'rehearsal-ended', about: '', detail: {} } } : null,
  )
  return done.ok || done.failure.code !== 'not-found' ? done : failed(wordsOf(admin.lang), 'not-rehearsal')
}

/** Moves the clock to nine in the morning of a later day; all that falls due on the way happens. */
export const moveClock = (deps: Deps, admin: SignedIn, to: string): Promise<Outcome<{ done: object }>> =>
  admin.isAdmin ? setClock(deps, admin, to) : Promise.resolve(failed(wordsOf(admin.lang), 'admin-only'))

/** The same by whoever may: beside an office, everybody who practises. */
export async function setClock(deps: Deps, who: SignedIn, to: string): Promise<Outcome<{ done: object }>> {
  const { office, lang } = who
  if (!office.isRehearsal) return failed(wordsOf(lang), 'not-rehearsal')
  const wrong = dayWrong('on', to)
  const on = readDay(to)
  if (wrong.length > 0 || on === null) return wrongly(lang, wrong)
  const { zone } = office.calendar
  const now = nowOf(deps, office)
  const target = startOfDay(on, zone) + morning
  if (target <= now || on - dayAt(now, zone) > furthest) return wrongly(lang, [{ field: 'on', code: 'not-later' }])
  const aheadMs = target - deps.now()
  const done = await administer(deps, { ...who, isAdmin: true }, async (changing) =>
    (await changing.moveAhead(aheadMs)) ? { done: {}, entry: { kind: 'clock-moved', about: '', detail: { to } } } : null,
  )
  if (!done.ok) return done.failure.code === 'not-found' ? wrongly(lang, [{ field: 'on', code: 'not-later' }]) : done
  const faults: unknown[] = []
  await runAhead(deps, { government: office.id, due: instant(deps.now() + aheadMs) as Instant }, (error) => faults.push(error))
  if (faults[0] !== undefined) throw faults[0]
  return done
}
