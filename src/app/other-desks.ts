import type { OtherDesks } from '../contract/index.js'
import type { Deps } from './deps.js'
import { countDesk } from './read-desk.js'
import type { SignedIn } from './signed-in.js'

/** 另一个身份的待办. How much waits for a person in each of the roles that they do not wear now, so that none of it is forgotten. */
export async function otherDesks(deps: Deps, who: SignedIn): Promise<OtherDesks> {
  const { office, account, lang } = who
  const session = who.session()
  const others = session.roles.filter((each) => !isSame(each, session.role))
  const desks = others.map(async ({ role, name, unit, behalf }) => {
    const stoodIn = behalf === null ? {} : { behalf: behalf.id }
    const actor = { role, unit: unit?.id ?? null, person: account, ...stoodIn }
    const { open, overdue } = await countDesk(deps, { office, actor, account, lang })
    return { role, name, unit, behalf, open, overdue }
  })
  return { desks: await Promise.all(desks) }
}

type Worn = ReturnType<SignedIn['session']>['role']

const isSame = (one: Worn, other: Worn): boolean =>
  one.role === other.role && one.unit?.id === other.unit?.id && one.behalf?.id === other.behalf?.id
