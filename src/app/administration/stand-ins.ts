import type { Account, AccountRole, DayText, Substitute } from '../../store/index.js'

/** 代理. A role that somebody may wear for somebody who is absent, from day to day. */
export type StandIn = AccountRole & {
  readonly absent: string
  readonly present: string
  readonly firstOn: DayText
  readonly lastOn: DayText
}

/** Those that were not ended, while the absent person has the role and is not locked. */
export function standInsOf(substitutes: readonly Substitute[], accounts: readonly Account[]): readonly StandIn[] {
  const known = new Map(accounts.map((each) => [each.account, each]))
  const holds = ({ absent, role, unit }: Substitute): boolean => {
    const account = known.get(absent)
    return account !== undefined && !account.isDisabled && account.roles.some((each) => each.role === role && each.unit === unit)
  }
  return substitutes
    .filter((each) => each.endedAt === null && holds(each))
    .map(({ absent, present, role, unit, firstOn, lastOn }) => ({ absent, present, role, unit, firstOn, lastOn }))
}

/** What somebody may do for others on a day. */
export const stoodInFor = (standIns: readonly StandIn[], present: string, on: DayText): readonly StandIn[] =>
  standIns.filter((each) => each.present === present && each.firstOn <= on && on <= each.lastOn)
