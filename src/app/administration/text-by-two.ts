import type { Regulation } from '../../core/index.js'
import type { Changing, NewTemplate } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { isProjected, markProjected } from '../records/reproject.js'
import { administer, type Entry, type Wrong, wrongly } from './administer.js'
import { comesOf, confirmingIn, haveTwo } from './second-admin.js'
import { readSettings, type Settings } from './settings.js'

/** A text, by its regulation and version. */
export type Text = { readonly regulation: string; readonly version: string }

/** Something about the texts an office works under that two administrators have to ask for alike. */
export type TextChange = {
  readonly wrong: (office: Office, found: Regulation | null) => Wrong | null
  /** Where it stands that one has asked. */
  readonly waits: 'kindAsked' | 'versionAsked'
  readonly asked: Entry['kind']
  readonly done: Entry['kind']
  readonly detail: (office: Office, text: Text) => Readonly<Record<string, string>>
  /** What becomes of the government. */
  readonly change: (
    office: Office,
    settings: Settings,
    text: Text,
  ) => Omit<Parameters<Changing['changeGovernment']>[0], 'revision'>
  /** Templates of papers that are put in the place of the text's own as the change holds. */
  readonly takesAlong?: (deps: Deps, office: Office, text: Text) => Promise<readonly Omit<NewTemplate, 'account' | 'at'>[]>
}

/** Beside an office nothing is at stake: whoever practises tries another text alone. */
export const textsTakeTwo = ({ rehearses }: Office): boolean => rehearses === null

/** Asked for by an administrator; the answer says whether it holds now, since another had asked for the same. */
export async function textByTwo(
  deps: Deps,
  admin: SignedIn,
  { regulation, version, revision }: Text & { readonly revision: number },
  rule: TextChange,
): Promise<Outcome<{ done: { readonly isSet: boolean } }>> {
  const { office } = admin
  const text = { regulation, version }
  const wrong = rule.wrong(office, deps.library.find(regulation, version))
  if (wrong !== null) return wrongly(admin.lang, [wrong])
  const settings = await settingsOf(deps, office)
  const before = settings[rule.waits]
  const earlierBy = before !== null && named(before) === named(text) ? before.by : null
  const asked = { earlierBy, by: admin.account, field: 'regulation' } as const
  const { isConfirmed, wrong: vain } = comesOf(await confirmingIn(deps, office), asked)
  const isSet = isConfirmed || !textsTakeTwo(office)
  if (!isSet && vain.length > 0) return wrongly(admin.lang, vain)
  const change = isSet ? rule.change(office, settings, text) : { settings: { [rule.waits]: { ...text, by: admin.account } } }
  const along = isSet ? ((await rule.takesAlong?.(deps, office, text)) ?? []) : []
  const done = await administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ ...change, revision })
    for (const each of along) await changing.putTemplate({ ...each, account: admin.account, at: deps.now() })
    const entry = { kind: isSet ? rule.done : rule.asked, about: '', detail: detailOf(rule, office, text, along) }
    return { done: { isSet }, entry }
  })
  if (done.ok && isSet) await rowsStay(deps, office)
  return done
}

export type TextRefused = 'no-regulation' | 'roles-differ' | 'second-admin'

/** The same by a command on the machine, while there are no two administrators who could do it. */
export async function textByMachine(deps: Deps, office: Office, text: Text, rule: TextChange): Promise<TextRefused | null> {
  const wrong = rule.wrong(office, deps.library.find(text.regulation, text.version))
  if (wrong !== null) return wrong.code === 'roles-differ' ? 'roles-differ' : 'no-regulation'
  if (await haveTwo(deps, office)) return 'second-admin'
  const settings = await settingsOf(deps, office)
  const revision = await deps.store.administration.governmentRevision(office.id)
  const along = (await rule.takesAlong?.(deps, office, text)) ?? []
  await deps.store.administration.change(office.id, async (changing) => {
    await changing.changeGovernment({ ...rule.change(office, settings, text), revision })
    for (const each of along) await changing.putTemplate({ ...each, account: 'system', at: deps.now() })
    const detail = { ...detailOf(rule, office, text, along), by: 'machine' }
    return { done: {}, entry: { at: deps.now(), account: 'system', kind: rule.done, about: '', detail } }
  })
  await rowsStay(deps, office)
  return null
}

const named = ({ regulation, version }: Text): string => `${regulation}@${version}`
const detailOf = (rule: TextChange, office: Office, text: Text, along: readonly Pick<NewTemplate, 'name'>[]) => ({
  regulation: named(text),
  ...rule.detail(office, text),
  ...(along.length === 0 ? {} : { templates: along.map(({ name }) => name).join(' ') }),
})

/** What new matters begin under makes no row otherwise: what was as it should be still is, and the next start does nothing. */
async function rowsStay(deps: Deps, before: Office): Promise<void> {
  if (isProjected(before)) await markProjected(deps, before.id)
  else deps.offices.forget(before.id)
}

/** Whoever wears a role wears it for all kinds and versions: it must belong to the same side in each. */
export const rolesDiffer = ({ roles }: Pick<Office, 'roles'>, found: Regulation): boolean =>
  Object.values(found.roles).some(({ id, kind }) => roles.has(id) && roles.get(id)?.kind !== kind)

const settingsOf = async ({ store }: Deps, office: Office): Promise<Settings> =>
  readSettings((await store.findGovernment(office.id))?.settings ?? {})
