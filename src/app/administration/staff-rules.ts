import type { PersonRequest } from '../../contract/index.js'
import { keptLogin } from '../../core/index.js'
import type { Account, AccountRole } from '../../store/index.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Office } from '../office.js'
import { textWrong, type Wrong } from './administer.js'
import type { Confirming } from './second-admin.js'

const longestName = 60

/** Whether each role is one of staff, and is held for a unit where it has to be. */
export function rolesWrong({ roles: known, units }: Office, roles: readonly AccountRole[]): readonly Wrong[] {
  const isWrong = roles.some(({ role, unit }) => {
    const kind = known.get(role)?.kind
    if (kind === undefined || kind === 'requester' || kind === 'system') return true
    return unit === null ? kind === 'unit' : !units.has(unit)
  })
  return isWrong ? [{ field: 'roles', code: 'not-an-option' }] : []
}

/** Whether somebody else signs in so, however it was typed. */
export const isLoginTaken = (accounts: readonly Account[], login: string, known: Account | null): boolean =>
  accounts.some((each) => keptLogin(each.login) === login && each.account !== known?.account)

/** What is wrong with an account as asked for; `known` is the one that is changed. */
export function personWrong(
  office: Office,
  asked: PersonRequest,
  { accounts, known }: { readonly accounts: readonly Account[]; readonly known: Account | null },
): readonly Wrong[] {
  const login = keptLogin(asked.login)
  const isTaken = isLoginTaken(accounts, login, known)
  return [
    ...textWrong('name', asked.name, longestName, 'fullName'),
    ...textWrong('login', login, longestName),
    ...(isTaken ? [{ field: 'login', code: 'taken' } as const] : []),
    ...rolesWrong(office, asked.roles),
    ...(asked.isAdmin && asked.isAuditor ? [{ field: 'isAuditor', code: 'not-both' } as const] : []),
    ...(known !== null && losesLast(accounts, known, asked) ? [{ field: 'isAdmin', code: 'last-admin' } as const] : []),
  ]
}

/** Nobody gives a role, or the log, to themselves, nor through an account they may be behind: that takes a second administrator. */
export function givesToSelf(
  known: Account,
  asked: Pick<PersonRequest, 'roles' | 'isAuditor'>,
  { by, confirming }: { readonly by: SignedIn; readonly confirming: Confirming },
): readonly Wrong[] {
  if (confirming.mayGive(by.account, known.account)) return []
  const held = new Set(known.roles.map(nameOf))
  const isMore = asked.roles.some((each) => !held.has(nameOf(each))) || (asked.isAuditor && known.isAuditor !== true)
  return isMore ? [{ field: 'roles', code: 'second-admin' }] : []
}

/** Whether nobody would be left who can administer. */
function losesLast(accounts: readonly Account[], known: Account, asked: PersonRequest): boolean {
  const administers = ({ isAdmin, isDisabled, passwordHash }: Account) => isAdmin && !isDisabled && passwordHash !== null
  if (!administers(known) || (asked.isAdmin && !asked.isDisabled)) return false
  return !accounts.some((each) => each.account !== known.account && administers(each))
}

const nameOf = ({ role, unit }: AccountRole): string => (unit === null ? role : `${role}@${unit}`)

/** What changed, for the log. */
export function changesOf(before: Account, after: Account): { readonly [part: string]: string | boolean } {
  const had = before.roles.map(nameOf)
  const has = after.roles.map(nameOf)
  const added = has.filter((each) => !had.includes(each)).join(' ')
  const removed = had.filter((each) => !has.includes(each)).join(' ')
  return {
    ...(before.name === after.name ? {} : { name: after.name }),
    ...(before.login === after.login ? {} : { login: after.login }),
    ...(before.isAdmin === after.isAdmin ? {} : { isAdmin: after.isAdmin }),
    ...(before.isAuditor === after.isAuditor ? {} : { isAuditor: after.isAuditor === true }),
    ...((before.contact ?? '') === (after.contact ?? '') ? {} : { contact: after.contact ?? '' }),
    ...(before.isDisabled === after.isDisabled ? {} : { isDisabled: after.isDisabled }),
    ...(added === '' ? {} : { added }),
    ...(removed === '' ? {} : { removed }),
  }
}
