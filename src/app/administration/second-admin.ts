import type { Account, WayIn } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { Office } from '../office.js'
import type { AdminField } from '../words/administration.js'
import type { Wrong } from './administer.js'

/**
 * 第二位管理员. Whoever made the link or the password by which an account was entered may be behind that account, and so may be whoever is
 * behind them: such an account cannot confirm what they ask. Nothing that is done by screen ends this; a command on the machine does.
 */
export type Confirming = {
  /** `by` may give `to` what nobody may give themselves. */
  mayGive(by: string, to: string): boolean
  /** No single person may be behind both. */
  areTwo(one: string, other: string): boolean
}

export async function confirmingIn({ store }: Deps, office: Pick<Office, 'id'>): Promise<Confirming> {
  const ways = await store.administration.listWaysIn(office.id)
  return {
    mayGive: (by, to) => !behind(ways, by).has(to),
    areTwo: (one, other) => {
      const first = behind(ways, one)
      return ![...behind(ways, other)].some((each) => first.has(each))
    },
  }
}

/** Who may be behind an account: its person, and everybody who let somebody in on the way to it. */
function behind(ways: readonly WayIn[], account: string): ReadonlySet<string> {
  const found = new Set([account])
  for (const each of found) for (const way of ways) if (way.account === each) found.add(way.madeBy)
  return found
}

/** 两人确认. What comes of asking for what takes two, where the same may wait already: it is confirmed, or asked for, or nothing comes of it. */
export function comesOf(
  { areTwo }: Confirming,
  asked: { readonly earlierBy: string | null; readonly by: string; readonly field: AdminField },
): { readonly isConfirmed: boolean; readonly wrong: readonly Wrong[] } {
  const { earlierBy, by, field } = asked
  if (earlierBy === null) return { isConfirmed: false, wrong: [] }
  if (areTwo(earlierBy, by)) return { isConfirmed: true, wrong: [] }
  return { isConfirmed: false, wrong: [{ field, code: earlierBy === by ? 'asked-already' : 'cannot-confirm' }] }
}

/** Those who administer and can sign in. */
export const administrators = (accounts: readonly Account[]): readonly string[] =>
  accounts.flatMap(({ account, isAdmin, isDisabled }) => (isAdmin && !isDisabled ? [account] : []))

/** Whether somebody else administers here who could confirm what this account asks. */
export async function hasSecond(deps: Deps, office: Pick<Office, 'id'>, account: string): Promise<boolean> {
  const [{ areTwo }, accounts] = await Promise.all([confirmingIn(deps, office), deps.store.listAccounts(office.id)])
  return administrators(accounts).some((other) => areTwo(account, other))
}

/** Whether some two administrators could confirm each other: then nothing that takes two is done by one command on the machine. */
export async function haveTwo(deps: Deps, office: Pick<Office, 'id'>): Promise<boolean> {
  const [{ areTwo }, accounts] = await Promise.all([confirmingIn(deps, office), deps.store.listAccounts(office.id)])
  const admins = administrators(accounts)
  return admins.some((one, at) => admins.slice(at + 1).some((other) => areTwo(one, other)))
}
