import type { Lang } from '../../contract/index.js'
import type { Actor, Instant } from '../../core/index.js'
import type { Deps } from '../deps.js'
import { isListed } from '../entry/session.js'
import { openSession, type SignInAsked } from '../entry/sign-in.js'
import type { Office } from '../office.js'
import { roleOfKind } from '../office.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'

/** 名单上的人 signed in: a requester who is known by name, and nothing else. They have their own matters and nothing of the staff's. */
export type Known = {
  readonly office: Office
  readonly actor: Actor
  readonly account: string
  readonly sessionId: number
  /** Somebody else may know the password: first of all another is chosen. */
  readonly mustChange: boolean
  readonly name: string
  /** On which list they stand, and what they are there. */
  readonly list: string
  readonly standing: string
  readonly lang: Lang
  readonly seenAt: Instant
}

/** By login and password, as the staff do; one of the staff is nobody here. */
export async function signInKnown(deps: Deps, asked: SignInAsked): Promise<Outcome<{ token: string }>> {
  const opened = await openSession(deps, asked, isListed)
  return opened.ok ? { ok: true, token: opened.token } : opened
}

/** Who holds this token; a session of the staff is none here. */
export async function findKnown(
  deps: Deps,
  asked: { readonly token: string; readonly government: string; readonly lang: Lang },
): Promise<Outcome<{ known: Known }>> {
  const session = await deps.store.findSession(asked.token, deps.now())
  const office = session?.government === asked.government ? await deps.offices.get(asked.government) : null
  const holder = session?.holder ?? null
  if (session === null || office === null || holder === null || holder.isDisabled || !isListed(holder))
    return failed(wordsOf(asked.lang), 'not-signed-in')
  const { account, name, list = '', standing = '', mustChange = false } = holder
  const actor = knownActor(office, account)
  const { id: sessionId, seenAt } = session
  const { lang } = asked
  return {
    ok: true,
    known: { office, actor, account, sessionId, mustChange, name, list, standing, lang, seenAt: seenAt as Instant },
  }
}

/** As whom they act and read. */
export const knownActor = (office: Office, account: string): Actor => ({
  role: roleOfKind(office.program.regulation, 'requester') ?? 'requester',
  unit: null,
  person: account,
})

/** Somebody does something in it. */
export const stayKnown = (deps: Deps, { office }: Known, token: string): Promise<void> =>
  deps.store.accounts.touchSession(office.id, token, deps.now())
