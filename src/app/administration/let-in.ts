import { randomBytes } from 'node:crypto'
import type { Moment } from '../../contract/index.js'
import type { Deps } from '../deps.js'
import { toTheMinute } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import { linkLastsMs } from './people.js'
import { administrators } from './second-admin.js'

export type LetInRefused = 'no-account' | 'second-admin'
export type LetIn = { readonly path: string; readonly until: Moment }

/**
 * 重设密码. By a command on the machine: a link by which a person sets a new password, while there is no other administrator who could send
 * one. The old password holds until then, and the second step stays. Logged.
 */
export async function letIn(deps: Deps, office: Office, login: string): Promise<LetInRefused | LetIn> {
  const accounts = await deps.store.listAccounts(office.id)
  const known = accounts.find((each) => each.login === login)
  if (known === undefined || known.isDisabled) return 'no-account'
  if (administrators(accounts).some((other) => other !== known.account)) return 'second-admin'
  const token = randomBytes(24).toString('base64url')
  const { account } = known
  const createdAt = deps.now()
  const expiresAt = createdAt + linkLastsMs
  await deps.store.administration.change(office.id, async (changing) => {
    await changing.addAccountLink({ token, account, createdAt, expiresAt, madeBy: 'system', isShown: true })
    const entry = { at: createdAt, account: 'system', kind: 'account-link', about: account, detail: { by: 'machine' } }
    return { done: {}, entry } as const
  })
  return { path: `/setup/account/${token}`, until: toTheMinute(expiresAt, office.calendar.zone) }
}
