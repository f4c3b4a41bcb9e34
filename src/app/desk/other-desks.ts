import type { OtherDesks } from '../../contract/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { countDesk } from './read-desk.js'

/** 另一个身份的待办. How much waits for a person in each of the roles that they do not wear now, so that none of it is forgotten. */
export async function otherDesks(deps: Deps, who: SignedIn & Pick<Viewer, 'asOf'>): Promise<OtherDesks> {
  const { office, account, lang, asOf } = who
  const session = who.session()
  const then = asOf === undefined ? {} : { asOf }
  const others = session.roles.filter((each) => !isSame(each, session.role))
  const desks = others.map(async ({ role, name, unit, behalf }) => {
    const stoodIn = behalf === null ? {} : { behalf: behalf.id }
    const actor = { role, unit: unit?.id ?? null, person: account, ...stoodIn }
    const { open, overdue } = await countDesk(deps, { office, actor, account, lang, ...then })
    return { role, name, unit, behalf, open, overdue }
  })
  return { desks: await Promise.all(desks) }
}

type Worn = ReturnType<SignedIn['session']>['role']

const isSame = (one: Worn, other: Worn): boolean =>
  one.role === other.role && one.unit?.id === other.unit?.id && one.behalf?.id === other.behalf?.id
