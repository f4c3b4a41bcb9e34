import type { VersionPreview, VersionRequest } from '../../contract/index.js'
import { dayAt, isInForce, type Name, type Regulation } from '../../core/index.js'
import { seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { readSettings, type Settings } from '../settings.js'
import type { SignedIn } from '../signed-in.js'
import { nameIn } from '../words/index.js'
import { administer, type Wrong, wrongly } from './administer.js'
import { rolesDiffer, rowsStay } from './kinds.js'
import { confirmingIn, haveTwo } from './second-admin.js'

type Asked = Pick<VersionRequest, 'regulation' | 'version'>

/** Other versions of the regulations here, under which new matters could begin. */
export const versionsOffered = ({ library }: Pick<Deps, 'library'>, office: Office): readonly Regulation[] =>
  office.programs
    .flatMap(({ regulation: { id } }) => library.regulations.get(id) ?? [])
    .filter((each) => versionWrong(office, each) === null)

/**
 * 新件适用的文本. From now on new matters of a kind begin under this version; those that have begun go on under theirs. It takes two
 * administrators who ask for the same; the answer says whether it holds now.
 */
export async function changeVersion(
  deps: Deps,
  admin: SignedIn,
  asked: VersionRequest,
): Promise<Outcome<{ done: { readonly isSet: boolean } }>> {
  const wrong = versionWrong(admin.office, deps.library.find(asked.regulation, asked.version))
  if (wrong !== null) return wrongly(admin.lang, [wrong])
  const settings = await settingsOf(deps, admin.office)
  const { areTwo } = await confirmingIn(deps, admin.office)
  const { versionAsked } = settings
  const isSet = versionAsked !== null && named(versionAsked) === named(asked) && areTwo(versionAsked.by, admin.account)
  const { regulation, version, revision } = asked
  const change = isSet
    ? changing(admin.office, settings, asked)
    : { settings: { versionAsked: { regulation, version, by: admin.account } } }
  const done = await administer(deps, admin, async (store) => {
    await store.changeGovernment({ ...change, revision })
    const detail = { regulation: named(asked), from: presentOf(admin.office, regulation) }
    return { done: { isSet }, entry: { kind: isSet ? 'version-changed' : 'version-asked', about: '', detail } }
  })
  if (done.ok && isSet) await rowsStay(deps, admin.office)
  return done
}

export type ChangeVersionRefused = 'no-regulation' | 'roles-differ' | 'second-admin'

/** The same by a command on the machine, while there are no two administrators who could do it. */
export async function changeVersionFor(deps: Deps, office: Office, asked: Asked): Promise<ChangeVersionRefused | null> {
  const wrong = versionWrong(office, deps.library.find(asked.regulation, asked.version))
  if (wrong !== null) return wrong.code === 'roles-differ' ? 'roles-differ' : 'no-regulation'
  if (await haveTwo(deps, office)) return 'second-admin'
  const settings = await settingsOf(deps, office)
  const revision = await deps.store.administration.governmentRevision(office.id)
  await deps.store.administration.change(office.id, async (store) => {
    await store.changeGovernment({ ...changing(office, settings, asked), revision })
    const detail = { regulation: named(asked), from: presentOf(office, asked.regulation), by: 'machine' }
    return { done: {}, entry: { at: deps.now(), account: 'system', kind: 'version-changed', about: '', detail } }
  })
  await rowsStay(deps, office)
  return null
}

const parts = ['roles', 'fields', 'stages', 'acts', 'duties'] as const

/** 预览. What another version has that the present one has not, and the other way round; how many matters go on as they are. */
export async function previewVersion(
  deps: Deps,
  { office, lang }: SignedIn,
  asked: Asked,
): Promise<Outcome<{ preview: VersionPreview }>> {
  const found = deps.library.find(asked.regulation, asked.version)
  const wrong = versionWrong(office, found)
  const present = office.programs.find(({ regulation }) => regulation.id === asked.regulation)?.regulation
  if (found === null || wrong !== null || present === undefined) return wrongly(lang, wrong === null ? [] : [wrong])
  const counts = await deps.store.rules.countVersions(office.id, { ...seesAll, rounds: 'beside' })
  const running = counts.find((each) => each.regulation === present.id && each.version === present.version)?.matters ?? 0
  const { regulation: coming } = office.programOf(found.id, found.version)
  const preview = {
    from: present.version,
    to: coming.version,
    isInForce: isInForce(coming, dayAt(nowOf(deps, office), office.calendar.zone)),
    running,
    parts: parts.map((part) => ({ part, ...differences(present[part], coming[part], (name) => nameIn(lang, name)) })),
  }
  return { ok: true, preview }
}

type Rules = Readonly<Record<string, { readonly name: Name }>>

function differences(before: Rules, after: Rules, say: (name: Name) => string) {
  const only = (here: Rules, there: Rules) =>
    Object.entries(here).flatMap(([id, { name }]) => (there[id] === undefined ? [say(name)] : []))
  const changed = Object.entries(after).flatMap(([id, rule]) =>
    before[id] !== undefined && JSON.stringify(before[id]) !== JSON.stringify(rule) ? [say(rule.name)] : [],
  )
  return { added: only(after, before), removed: only(before, after), changed }
}

function versionWrong(office: Office, found: Regulation | null): Wrong | null {
  const present = office.programs.find(({ regulation }) => regulation.id === found?.id)
  if (found === null || present === undefined || present.regulation.version === found.version)
    return { field: 'regulation', code: 'not-an-option' }
  return rolesDiffer(office, found) ? { field: 'regulation', code: 'roles-differ' } : null
}

const named = ({ regulation, version }: Asked): string => `${regulation}@${version}`

const presentOf = ({ programs }: Pick<Office, 'programs'>, id: string): string =>
  programs.find(({ regulation }) => regulation.id === id)?.regulation.version ?? ''

/** The version that is left is remembered: matters run on under it, and their sight, their roles and what they hear of hang on it. */
function changing({ program, programs }: Office, { kinds, former }: Settings, { regulation, version }: Asked) {
  const present = presentOf({ programs }, regulation)
  const isKnown = former.some((each) => each.regulation === regulation && each.version === present)
  const left = isKnown ? former : [...former, { regulation, version: present }]
  const settings = { former: left, versionAsked: null }
  if (program.regulation.id === regulation) return { regulationVersion: version, settings }
  const others = kinds.map((each) => (each.regulation === regulation ? { regulation, version } : each))
  return { settings: { ...settings, kinds: others } }
}

const settingsOf = async ({ store }: Deps, office: Office): Promise<Settings> =>
  readSettings((await store.findGovernment(office.id))?.settings ?? {})
