import type { Deps } from '../deps.js'
import type { Office } from '../office.js'

/**
 * 担保. By a command on the machine: an account that another administrator opened is used by a person of its own, who may confirm what that
 * administrator asks. Logged; holds until somebody lets themselves or others in there again.
 */
export async function vouchForPerson(deps: Deps, office: Office, login: string): Promise<'no-account' | null> {
  const known = await deps.store.findAccount(office.id, { login })
  if (known === null) return 'no-account'
  await deps.store.administration.change(office.id, async (changing) => {
    await changing.vouchFor(known.account)
    const entry = { at: deps.now(), account: 'system', kind: 'person-vouched', about: known.account, detail: { by: 'machine' } }
    return { done: {}, entry } as const
  })
  return null
}
