import { randomBytes, randomUUID } from 'node:crypto'
import type { AccountLinkView, PersonRequest } from '../../contract/index.js'
import { keptLogin, keptName } from '../../core/index.js'
import type { Account, Changing, JsonObject, NewAccountLink } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { isListed } from '../entry/session.js'
import type { SignedIn } from '../entry/signed-in.js'
import { moment } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { administer, type Entry, wrongly } from './administer.js'
import { handOn, leavingWrong, leftBehind } from './leaving.js'
import { confirmingIn } from './second-admin.js'
import { changesOf, givesToSelf, personWrong } from './staff-rules.js'

export const linkLastsMs = 3 * 86_400_000

/** Makes an account that nobody can sign in with until its person has set a password by the link. */
export async function addPerson(deps: Deps, admin: SignedIn, asked: PersonRequest): Promise<Outcome<{ done: AccountLinkView }>> {
  const accounts = await deps.store.listAccounts(admin.office.id)
  const wrong = personWrong(admin.office, asked, { accounts, known: null })
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const id = randomUUID()
  const account = { ...accountOf(asked), account: id, passwordHash: null }
  const link = newLink(deps, admin, account)
  return handing(deps, admin, link, async (changing) => {
    await changing.putAccount(account)
    const nothing = { ...account, name: '', login: '', contact: '', isAdmin: false, isAuditor: false, roles: [] }
    return { kind: 'account-added', about: id, detail: { ...changesOf(nothing, account), ...handedTo(link) } }
  })
}

/** Changes an account; whoever is locked or has other roles now is signed out, and what they had in hand goes to whom it is said. */
export async function changePerson(
  deps: Deps,
  admin: SignedIn,
  asked: PersonRequest & { readonly id: string; readonly revision: number },
): Promise<Outcome<{ done: { id: string } }>> {
  const accounts = await deps.store.listAccounts(admin.office.id)
  const known = accounts.find(({ account }) => account === asked.id) ?? null
  if (known === null || isListed(known)) return failed(wordsOf(admin.lang), 'not-found')
  const confirming = await confirmingIn(deps, admin.office)
  const left = await leftBehind(deps, admin.office, { accounts, known, after: asked })
  const wrong = [
    ...personWrong(admin.office, asked, { accounts, known }),
    ...givesToSelf(known, asked, { by: admin, confirming }),
    ...leavingWrong(left, asked),
  ]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  return administer(deps, admin, async (changing) => {
    const before = await changing.accountAsSeen(asked.id, asked.revision)
    const account: Account = { ...before, ...accountOf(asked) }
    const detail = changesOf(before, account)
    await changing.putAccount(account)
    await handOn(deps, admin, changing, { from: asked.id, left, to: asked.handTo ?? null })
    const loses = 'removed' in detail || account.isDisabled || (before.isAdmin && !account.isAdmin)
    if (loses && asked.id !== admin.account) await changing.endSessionsOf(asked.id)
    return { done: { id: asked.id }, entry: { kind: 'account-changed', about: asked.id, detail } }
  })
}

/** A new link; those before are worth nothing then. The old password holds until the link is used. */
export async function linkForPerson(deps: Deps, admin: SignedIn, id: string): Promise<Outcome<{ done: AccountLinkView }>> {
  const known = await deps.store.findAccount(admin.office.id, { account: id })
  if (known === null) return failed(wordsOf(admin.lang), 'not-found')
  const link = newLink(deps, admin, known)
  return handing(deps, admin, link, async () => ({ kind: 'account-link', about: id, detail: handedTo(link) }))
}

/** Somebody lost their authenticator and their codes. Logged for both to see. */
export const forgetSecondFactor = (deps: Deps, admin: SignedIn, id: string): Promise<Outcome<{ done: object }>> =>
  administer(deps, admin, async (changing) => {
    if (!(await changing.removeSecondFactor(id))) return null
    await changing.endSessionsOf(id)
    return { done: {}, entry: { kind: 'second-factor-removed', about: id, detail: {} } }
  })

const accountOf = (asked: PersonRequest): Omit<Account, 'account' | 'passwordHash'> => {
  const { login, name, isAdmin, isDisabled, isAuditor, contact, roles } = asked
  return { login: keptLogin(login), name: keptName(name), contact: contact.trim(), isAdmin, isDisabled, isAuditor, roles }
}

export type Link = NewAccountLink & { readonly sentTo: string | null }

/** Shown to its maker only where there is no way to send it to the person. */
export function newLink(
  deps: Deps,
  { account: madeBy, office }: { readonly account: string; readonly office: Pick<Office, 'isRehearsal'> },
  { account, contact = '' }: Account,
): Link {
  const createdAt = deps.now()
  // Nothing leaves a rehearsal.
  const sentTo = deps.tellStaff !== null && contact !== '' && !office.isRehearsal ? contact : null
  const token = randomBytes(24).toString('base64url')
  return { token, account, createdAt, expiresAt: createdAt + linkLastsMs, madeBy, isShown: sentTo === null, sentTo }
}

export const handedTo = ({ sentTo }: Link): JsonObject => (sentTo === null ? { isShown: true } : { sentTo })

/** The operator's gateway did not take it. */
class NotSent extends Error {}

/**
 * A change together with a link, which is sent to its person or shown. What cannot be sent is not done: else there would be an account, or
 * an end of earlier links, that nobody knows of. A link that was sent and then not kept opens nothing.
 */
export async function handing(
  deps: Deps,
  admin: SignedIn,
  link: Link,
  work: (changing: Changing) => Promise<Entry>,
): Promise<Outcome<{ done: AccountLinkView }>> {
  return orNotSent(admin, () =>
    administer(deps, admin, async (changing) => {
      const entry = await work(changing)
      return { done: await handOver(deps, admin.office, link, changing), entry }
    }),
  )
}

/** For whom a link is: a government as it is called, and its zone. */
export type HandedIn = Pick<Office, 'id' | 'calendar'> & { readonly government: Pick<Office['government'], 'name'> }

/** Keeps a link and sends it, within the change that it belongs to. */
export async function handOver(deps: Deps, office: HandedIn, link: Link, changing: Changing): Promise<AccountLinkView> {
  const { account: id, expiresAt, sentTo, token } = link
  const path = `/setup/account/${token}`
  const until = moment(expiresAt, office.calendar.zone)
  await changing.addAccountLink(link)
  await send(deps, office, link, { path, until: until.iso })
  return { id, path: sentTo === null ? path : null, sentTo, expiresAt: until }
}

export async function orNotSent<T extends object>(
  { lang }: Pick<SignedIn, 'lang'>,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotSent) return failed(wordsOf(lang), 'link-not-sent', { retryAfterSeconds: 60 })
    throw error
  }
}

async function send(
  { tellStaff }: Deps,
  office: HandedIn,
  { account, createdAt, sentTo }: Link,
  what: { readonly path: string; readonly until: string },
): Promise<void> {
  if (sentTo === null) return
  const government = { id: office.id, name: office.government.name }
  const key = `account-link/${office.id}/${account}/${createdAt}`
  await tellStaff?.({ key, government, contact: sentTo, ...what }).catch((cause: unknown) => {
    throw new NotSent('the gateway took no link', { cause })
  })
}
