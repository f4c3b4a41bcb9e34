import { randomBytes, randomUUID } from 'node:crypto'
import type { AccountLinkView, PersonRequest } from '../../contract/index.js'
import type { Account, NewAccountLink } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { Outcome } from '../outcome.js'
import type { SignedIn } from '../session.js'
import { failed } from '../view-failure.js'
import { moment } from '../view-parts.js'
import { wordsOf } from '../words/index.js'
import { administer, wrongly } from './administer.js'
import { changesOf, personWrong } from './staff-rules.js'

const linkLastsMs = 3 * 86_400_000

/** Makes an account that nobody can sign in with until its person has set a password by the link. */
export async function addPerson(deps: Deps, admin: SignedIn, asked: PersonRequest): Promise<Outcome<{ done: AccountLinkView }>> {
  const accounts = await deps.store.listAccounts(admin.office.id)
  const wrong = personWrong(admin.office, asked, { accounts, known: null })
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const id = randomUUID()
  const account = { ...accountOf(asked), account: id, passwordHash: null }
  const link = newLink(deps, id)
  return administer(deps, admin, async (changing) => {
    await changing.putAccount(account)
    await changing.addAccountLink(link)
    const detail = { ...changesOf({ ...account, name: '', login: '', isAdmin: false, roles: [] }, account) }
    return { done: linkView(admin, link), entry: { kind: 'account-added', about: id, detail } }
  })
}

/** Changes an account; whoever is locked or has other roles now is signed out. */
export async function changePerson(
  deps: Deps,
  admin: SignedIn,
  asked: PersonRequest & { readonly id: string; readonly revision: number },
): Promise<Outcome<{ done: { id: string } }>> {
  const accounts = await deps.store.listAccounts(admin.office.id)
  const known = accounts.find(({ account }) => account === asked.id) ?? null
  if (known === null) return failed(wordsOf(admin.lang), 'not-found')
  const wrong = personWrong(admin.office, asked, { accounts, known })
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  return administer(deps, admin, async (changing) => {
    const before = await changing.accountAsSeen(asked.id, asked.revision)
    const account: Account = { ...before, ...accountOf(asked) }
    const detail = changesOf(before, account)
    await changing.putAccount(account)
    const loses = 'removed' in detail || account.isDisabled || (before.isAdmin && !account.isAdmin)
    if (loses && asked.id !== admin.account) await changing.endSessionsOf(asked.id)
    return { done: { id: asked.id }, entry: { kind: 'account-changed', about: asked.id, detail } }
  })
}

/** A new link; those before are worth nothing then. The old password holds until the link is used. */
export async function linkForPerson(deps: Deps, admin: SignedIn, id: string): Promise<Outcome<{ done: AccountLinkView }>> {
  const link = newLink(deps, id)
  const known = await deps.store.findAccount(admin.office.id, { account: id })
  if (known === null) return failed(wordsOf(admin.lang), 'not-found')
  return administer(deps, admin, async (changing) => {
    await changing.addAccountLink(link)
    return { done: linkView(admin, link), entry: { kind: 'account-link', about: id, detail: {} } }
  })
}

const accountOf = ({ login, name, isAdmin, isDisabled, roles }: PersonRequest): Omit<Account, 'account' | 'passwordHash'> => ({
  login: login.trim(),
  name: name.trim(),
  isAdmin,
  isDisabled,
  roles,
})

function newLink(deps: Deps, account: string): NewAccountLink {
  const createdAt = deps.now()
  return { token: randomBytes(24).toString('base64url'), account, createdAt, expiresAt: createdAt + linkLastsMs }
}

const linkView = ({ office }: SignedIn, { token, account, expiresAt }: NewAccountLink): AccountLinkView => ({
  id: account,
  path: `/setup/account/${token}`,
  expiresAt: moment(expiresAt, office.calendar.zone),
})
