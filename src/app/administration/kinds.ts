import type { KindRequest } from '../../contract/index.js'
import type { Regulation } from '../../core/index.js'
import type { Deps } from '../deps.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { isProjected, markProjected } from '../reproject.js'
import { readSettings, type Settings } from '../settings.js'
import type { SignedIn } from '../signed-in.js'
import { administer, type Wrong, wrongly } from './administer.js'
import { confirmingIn, haveTwo } from './second-admin.js'

type Asked = Pick<KindRequest, 'regulation' | 'version'>
type Programs = Pick<Office, 'programs' | 'roles'>

/**
 * 增办一类事项. From now on the office handles matters under this regulation too, at the same desk and with the same people. It is not
 * taken back: matters that began under it run on. So it takes two administrators who ask for the same; the answer says whether it holds now.
 */
export async function takeUpKind(
  deps: Deps,
  admin: SignedIn,
  asked: KindRequest,
): Promise<Outcome<{ done: { readonly isSet: boolean } }>> {
  const found = deps.library.find(asked.regulation, asked.version)
  const wrong = kindWrong(admin.office, found)
  if (wrong !== null) return wrongly(admin.lang, [wrong])
  const { kinds, kindAsked } = await settingsOf(deps, admin.office)
  const { areTwo } = await confirmingIn(deps, admin.office)
  const isSet = kindAsked !== null && named(kindAsked) === named(asked) && areTwo(kindAsked.by, admin.account)
  const { regulation, version } = asked
  const settings = isSet ? taking(kinds, asked) : { kindAsked: { regulation, version, by: admin.account } }
  const done = await administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ settings, revision: asked.revision })
    const kind = isSet ? 'kind-taken-up' : 'kind-asked'
    return { done: { isSet }, entry: { kind, about: '', detail: { regulation: named(asked) } } }
  })
  if (done.ok && isSet) await rowsStay(deps, admin.office)
  return done
}

export type TakeUpRefused = 'no-regulation' | 'roles-differ' | 'second-admin'

/** The same by a command on the machine, while there are no two administrators who could do it. */
export async function takeUpKindFor(deps: Deps, office: Office, asked: Asked): Promise<TakeUpRefused | null> {
  const wrong = kindWrong(office, deps.library.find(asked.regulation, asked.version))
  if (wrong !== null) return wrong.code === 'roles-differ' ? 'roles-differ' : 'no-regulation'
  if (await haveTwo(deps, office)) return 'second-admin'
  const { kinds } = await settingsOf(deps, office)
  const revision = await deps.store.administration.governmentRevision(office.id)
  await deps.store.administration.change(office.id, async (changing) => {
    await changing.changeGovernment({ settings: taking(kinds, asked), revision })
    const detail = { regulation: named(asked), by: 'machine' }
    return { done: {}, entry: { at: deps.now(), account: 'system', kind: 'kind-taken-up', about: '', detail } }
  })
  await rowsStay(deps, office)
  return null
}

/** What new matters begin under makes no row otherwise: what was as it should be still is, and the next start does nothing. */
export async function rowsStay(deps: Deps, before: Office): Promise<void> {
  if (isProjected(before)) await markProjected(deps, before.id)
  else deps.offices.forget(before.id)
}

/** Regulations that could be taken up: none that is handled already, and none that means something else by a role. */
export const kindsOffered = ({ library }: Pick<Deps, 'library'>, office: Programs): readonly Regulation[] =>
  [...library.regulations.values()].flat().filter((each) => kindWrong(office, each) === null)

function kindWrong({ programs, roles }: Programs, found: Regulation | null): Wrong | null {
  if (found === null || programs.some(({ regulation }) => regulation.id === found.id))
    return { field: 'regulation', code: 'not-an-option' }
  return rolesDiffer({ roles }, found) ? { field: 'regulation', code: 'roles-differ' } : null
}

/** Whoever wears a role wears it for all kinds and versions: it must belong to the same side in each. */
export const rolesDiffer = ({ roles }: Pick<Office, 'roles'>, found: Regulation): boolean =>
  Object.values(found.roles).some(({ id, kind }) => roles.has(id) && roles.get(id)?.kind !== kind)

const named = ({ regulation, version }: Asked): string => `${regulation}@${version}`

const taking = (kinds: Settings['kinds'], { regulation, version }: Asked) => ({
  kinds: [...kinds, { regulation, version }],
  kindAsked: null,
})

const settingsOf = async ({ store }: Deps, office: Office): Promise<Settings> =>
  readSettings((await store.findGovernment(office.id))?.settings ?? {})
