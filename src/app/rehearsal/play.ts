import { randomBytes, randomUUID } from 'node:crypto'
import type { RehearsalStanding } from '../../contract/index.js'
import { addDays, dayAt, dayText, instant } from '../../core/index.js'
import { setClock } from '../administration/rehearsal.js'
import type { Deps } from '../deps.js'
import { sessionLastsMs } from '../entry/sign-in.js'
import type { SignedIn } from '../entry/signed-in.js'
import { toTheMinute } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { besideOf } from './begin.js'
import { standInsIn } from './stand-ins-in.js'

export type SteppedIn = { readonly token: string }

/** Inside a rehearsal: whose it is, whom one can be, what day it is there. */
export async function readRehearsal(
  deps: Deps,
  { office, account, lang }: SignedIn,
): Promise<Outcome<{ standing: RehearsalStanding }>> {
  const own = office.rehearses === null ? null : await deps.offices.get(office.rehearses)
  if (own === null) return failed(wordsOf(lang), 'not-rehearsal')
  const now = nowOf(deps, office)
  const standing = {
    of: { id: own.id, name: own.government.name },
    now: toTheMinute(now, office.calendar.zone),
    today: dayText(dayAt(now, office.calendar.zone)),
    account,
    standIns: standInsIn(office, lang),
  }
  return { ok: true, standing }
}

/** Into the shoes of a stand-in: from the office itself by an administrator, and inside a rehearsal from one to another by whoever is there. */
export async function stepIn(
  deps: Deps,
  who: SignedIn,
  asked: { readonly rehearsal: string | null; readonly account: string },
): Promise<Outcome<SteppedIn>> {
  const { office, lang, isAdmin } = who
  const words = wordsOf(lang)
  if (asked.rehearsal !== null && !isAdmin) return failed(words, 'admin-only')
  const there = asked.rehearsal === null ? office : await besideOf(deps, office, asked.rehearsal)
  if (there === null) return failed(words, 'not-found')
  if (there.rehearses === null) return failed(words, 'not-rehearsal')
  if (!standInsIn(there, lang).some(({ id }) => id === asked.account)) return failed(words, 'not-found')
  return { ok: true, token: await beginSession(deps, there, asked.account) }
}

async function beginSession(deps: Deps, { id }: Pick<Office, 'id'>, account: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const createdAt = deps.now()
  await deps.store.createSession(id, { token, account, csrf: randomUUID(), createdAt, expiresAt: createdAt + sessionLastsMs })
  return token
}

/** 过一天. To nine in the morning of the day named, or of the next one; all that falls due on the way happens. */
export async function dayOn(deps: Deps, who: SignedIn, on: string): Promise<Outcome<{ done: object }>> {
  const { office, lang } = who
  if (office.rehearses === null) return failed(wordsOf(lang), 'not-rehearsal')
  const tomorrow = addDays(dayAt(instant(nowOf(deps, office)), office.calendar.zone), 1)
  return setClock(deps, who, on === '' ? dayText(tomorrow) : on)
}
