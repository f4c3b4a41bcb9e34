import type { Deps } from '../deps.js'
import type { Office } from '../office.js'
import { administrators, confirmingIn } from './second-admin.js'
import { changesOf, rolesWrong } from './staff-rules.js'

export type GrantAsked = { readonly login: string; readonly role: string; readonly unit: string | null }
export type GrantRefused = 'no-account' | 'no-role' | 'second-admin'

/**
 * 给身份, by a command on the machine: only while there is no second administrator who could give it. Whoever may do this may do everything
 * else there as well; so that it is known, it is logged.
 */
export async function grantRole(deps: Deps, office: Office, asked: GrantAsked): Promise<GrantRefused | null> {
  const accounts = await deps.store.listAccounts(office.id)
  const known = accounts.find(({ login }) => login === asked.login)
  if (known === undefined) return 'no-account'
  const given = { role: asked.role, unit: asked.unit }
  if (rolesWrong(office, [given]).length > 0) return 'no-role'
  const { mayGive } = await confirmingIn(deps, office)
  if (administrators(accounts).some((each) => mayGive(each, known.account))) return 'second-admin'
  const after = { ...known, roles: [...known.roles, given] }
  await deps.store.administration.change(office.id, async (changing) => {
    await changing.putAccount(after)
    const detail = { ...changesOf(known, after), by: 'machine' }
    return { done: {}, entry: { at: deps.now(), account: 'system', kind: 'account-changed', about: known.account, detail } }
  })
  deps.offices.forget(office.id)
  return null
}
