import { randomUUID } from 'node:crypto'
import type { AccountRequest, AccountView, UnitRequest } from '../../contract/index.js'
import type { Instant } from '../../core/index.js'
import type { Account, Changing, Unit } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { administer, wrongly } from './administer.js'
import { handOn, leavingWrong, leftBehind } from './leaving.js'
import { confirmingIn } from './second-admin.js'
import { changesOf, givesToSelf, rolesWrong } from './staff-rules.js'

/** 单位。 Replaces the list of units of one's own government. */
export async function putUnits(
  deps: Deps,
  admin: SignedIn,
  units: readonly UnitRequest[],
): Promise<Outcome<{ units: readonly Unit[] }>> {
  const rows = units.map(({ id, name, kind, parent }) => ({ unit: id, name, kind: kind ?? 'unit', parent: parent ?? null }))
  const done = await administer(deps, admin, async (changing) => {
    await changing.putUnits(rows)
    return { done: {}, entry: { kind: 'units-put', about: '', detail: { count: rows.length } } }
  })
  return done.ok ? { ok: true, units: await deps.store.listUnits(admin.office.id) } : done
}

export async function listAccounts(deps: Deps, admin: SignedIn): Promise<Outcome<{ accounts: readonly AccountView[] }>> {
  if (!admin.isAdmin) return failed(wordsOf(admin.lang), 'admin-only')
  return { ok: true, accounts: (await deps.store.listAccounts(admin.office.id)).map(accountView) }
}

const accountView = ({ account, login, name, isAdmin, isDisabled, roles }: Account): AccountView => ({
  id: account,
  login,
  name,
  isAdmin,
  isDisabled,
  roles: roles.map((each) => ({ ...each })),
})

/** Whoever set a password knows a way in, as whoever made a link that was used. */
async function handedOver(
  changing: Changing,
  { admin, account, at }: { readonly admin: SignedIn; readonly account: string; readonly at: Instant },
): Promise<void> {
  const token = randomUUID()
  await changing.addAccountLink({ token, account, createdAt: at, expiresAt: at + 1, madeBy: admin.account, isShown: true })
  await changing.spendAccountLink(token, at)
}

/** 账号。 Creates an account or changes the one with this login; whoever loses a role is signed out. */
export async function putAccount(deps: Deps, admin: SignedIn, asked: AccountRequest): Promise<Outcome<{ account: AccountView }>> {
  const words = wordsOf(admin.lang)
  if (!admin.isAdmin) return failed(words, 'admin-only')
  const { office } = admin
  if (rolesWrong(office, asked.roles).length > 0) return failed(words, 'invalid', { detail: 'roles' })
  const accounts = await deps.store.listAccounts(office.id)
  const known = await deps.store.findAccount(office.id, { login: asked.login })
  if (known === null && asked.password === undefined) return failed(words, 'invalid', { detail: 'password' })
  const given = { roles: asked.roles, isAuditor: known?.isAuditor === true }
  const confirming = await confirmingIn(deps, office)
  const own = known === null ? [] : givesToSelf(known, given, { by: admin, confirming })
  const after = { ...asked, isDisabled: asked.isDisabled ?? false, leavesVacant: asked.leavesVacant ?? false }
  const left = known === null ? null : await leftBehind(deps, office, { accounts, known, after })
  const wrong = [...own, ...(left === null ? [] : leavingWrong(left, after))]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const account: Account = {
    ...(known ?? {}),
    account: known?.account ?? randomUUID(),
    login: asked.login,
    name: asked.name,
    passwordHash: asked.password === undefined ? (known?.passwordHash ?? null) : await deps.passwords.hash(asked.password),
    isAdmin: asked.isAdmin ?? known?.isAdmin ?? false,
    isDisabled: asked.isDisabled ?? false,
    roles: asked.roles,
    // Whoever sets a password for somebody knows it.
    mustChange: asked.password === undefined ? known?.mustChange === true : true,
  }
  const done = await administer(deps, admin, async (changing) => {
    await changing.putAccount(account)
    if (left !== null) await handOn(deps, admin, changing, { from: account.account, left, to: asked.handTo ?? null })
    if (asked.password !== undefined) await handedOver(changing, { admin, account: account.account, at: deps.now() })
    if (known !== null && known.account !== admin.account) await changing.endSessionsOf(known.account)
    const byAdmin = asked.password === undefined ? {} : { password: true }
    const detail = { ...(known === null ? { login: account.login } : changesOf(known, account)), ...byAdmin }
    return { done: {}, entry: { kind: known === null ? 'account-added' : 'account-changed', about: account.account, detail } }
  })
  return done.ok ? { ok: true, account: accountView(account) } : done
}
