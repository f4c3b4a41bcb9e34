import type { PersonRequest } from '../../contract/index.js'
import type { Account, AccountRole, Changing, LeftBy } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { houseOf } from '../notes/house.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Wrong } from './administer.js'

type After = Pick<PersonRequest, 'roles' | 'isDisabled' | 'handTo' | 'leavesVacant'>
type Leaving = LeftBy & {
  /** By account, who serves in the houses that are left. */
  readonly colleagues: ReadonlyMap<string, ReadonlySet<string>>
}

const isSame = (one: AccountRole, other: AccountRole): boolean => one.role === other.role && one.unit === other.unit

/** What somebody leaves behind who loses a role or is locked. Nothing is told of the matters: an administrator need not see them. */
export async function leftBehind(
  deps: Deps,
  office: Office,
  { accounts, known, after }: { readonly accounts: readonly Account[]; readonly known: Account; readonly after: After },
): Promise<Leaving> {
  const kept = after.isDisabled ? [] : after.roles
  const seats = known.isDisabled ? [] : known.roles.filter((each) => !kept.some((other) => isSame(each, other)))
  const others = accounts.filter(({ account, isDisabled }) => account !== known.account && !isDisabled)
  const staysIn = new Set(kept.map((each) => houseOf(office, each)))
  const houses = [...new Set(seats.map((each) => houseOf(office, each)))].flatMap((house) =>
    house === null || staysIn.has(house) ? [] : [house],
  )
  const colleagues = new Map(
    others.map(({ account, roles }) => [account, new Set(roles.map((each) => houseOf(office, each) ?? ''))] as const),
  )
  if (seats.length === 0) return { inHand: [], isOwedByNobody: false, colleagues }
  const empty = seats.filter((seat) => !others.some(({ roles }) => roles.some((each) => isSame(each, seat))))
  const left = await deps.store.administration.leftBy(office.id, { account: known.account, houses, seats, empty })
  return { ...left, colleagues }
}

/** Who takes over is said, or that it goes back on the desk; and where nobody is left who owes it, that this is meant. */
export function leavingWrong({ inHand, isOwedByNobody, colleagues }: Leaving, asked: After): readonly Wrong[] {
  const serves = colleagues.get(asked.handTo ?? '')
  const isUnsaid = inHand.length > 0 && asked.handTo === undefined
  const isStranger = inHand.length > 0 && asked.handTo != null && !inHand.some(({ house }) => serves?.has(house) === true)
  return [
    ...(isUnsaid ? [{ field: 'handTo', code: 'in-hand' } as const] : []),
    ...(isStranger ? [{ field: 'handTo', code: 'not-an-option' } as const] : []),
    ...(isOwedByNobody && !asked.leavesVacant ? [{ field: 'leavesVacant', code: 'nobody-left' } as const] : []),
  ]
}

/**
 * Each matter goes into the other hand with its notice, its note and its entry in the log; where the other does not serve, back on the desk. All
 * of them together with what makes somebody leave: nothing stays in the hand of who is gone.
 */
export async function handOn(
  deps: Deps,
  admin: SignedIn,
  changing: Changing,
  { from, left: { inHand, colleagues }, to }: { readonly from: string; readonly left: Leaving; readonly to: string | null },
): Promise<void> {
  const at = nowOf(deps, admin.office)
  const { account } = admin
  for (const { matter, house } of inHand) {
    const next = to !== null && colleagues.get(to)?.has(house) ? to : null
    const told = next === null ? [] : [next]
    const kind = next === null ? ('left' as const) : ('handed' as const)
    await changing.hand({
      note: { matter, house, account, kind, told, text: '', at },
      ...{ from, to: next },
      entry: {
        ...{ at, account, kind: next === null ? 'matter-left' : 'matter-handed', about: String(matter) },
        detail: next === null ? { from } : { from, told: next },
      },
    })
  }
}
