import { randomUUID } from 'node:crypto'
import type { AccountRequest, AccountView, UnitRequest } from '../contract/index.js'
import type { Account, Unit } from '../store/index.js'
import type { Deps } from './deps.js'
import type { Outcome } from './outcome.js'
import type { SignedIn } from './session.js'
import { failed } from './view-failure.js'
import { wordsOf } from './words/index.js'

/** 单位。 Replaces the list of units of one's own government. */
export async function putUnits(
  deps: Deps,
  admin: SignedIn,
  units: readonly UnitRequest[],
): Promise<Outcome<{ units: readonly Unit[] }>> {
  if (!admin.isAdmin) return failed(wordsOf(admin.lang), 'admin-only')
  const rows = units.map(({ id, name, kind, parent }) => ({ unit: id, name, kind: kind ?? 'unit', parent: parent ?? null }))
  await deps.store.putUnits(admin.office.id, rows)
  deps.offices.forget(admin.office.id)
  return { ok: true, units: await deps.store.listUnits(admin.office.id) }
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

/** 账号。 Creates an account or changes the one with this login; whoever loses a role is signed out. */
export async function putAccount(deps: Deps, admin: SignedIn, asked: AccountRequest): Promise<Outcome<{ account: AccountView }>> {
  const words = wordsOf(admin.lang)
  if (!admin.isAdmin) return failed(words, 'admin-only')
  const { office } = admin
  const roles = office.program.regulation.roles
  const isWrong = asked.roles.some(({ role, unit }) => {
    const kind = roles[role]?.kind
    if (kind === undefined || kind === 'requester' || kind === 'system') return true
    return unit === null ? kind === 'unit' : !office.units.has(unit)
  })
  if (isWrong) return failed(words, 'invalid', { detail: 'roles' })
  const known = await deps.store.findAccount(office.id, { login: asked.login })
  if (known === null && asked.password === undefined) return failed(words, 'invalid', { detail: 'password' })
  const account: Account = {
    account: known?.account ?? randomUUID(),
    login: asked.login,
    name: asked.name,
    passwordHash: asked.password === undefined ? (known?.passwordHash ?? null) : await deps.passwords.hash(asked.password),
    isAdmin: asked.isAdmin ?? known?.isAdmin ?? false,
    isDisabled: asked.isDisabled ?? false,
    roles: asked.roles,
  }
  await deps.store.putAccount(office.id, account)
  if (known !== null && known.account !== admin.account) await deps.store.endSessionsOf(office.id, known.account)
  deps.offices.forget(office.id)
  return { ok: true, account: accountView(account) }
}
