import type { VersionPreview, VersionRequest } from '../../contract/index.js'
import { dayAt, isInForce, type Name, type Regulation } from '../../core/index.js'
import { seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { carriedTemplates, putCarried } from '../documents/carry-templates.js'
import type { SignedIn } from '../entry/signed-in.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { nameIn } from '../words/index.js'
import { type Wrong, wrongly } from './administer.js'
import type { Settings } from './settings.js'
import { rolesDiffer, type Text, type TextChange, textByMachine, textByTwo } from './text-by-two.js'

/** Other versions of the regulations here, under which new matters could begin. */
export const versionsOffered = ({ library }: Pick<Deps, 'library'>, office: Office): readonly Regulation[] =>
  office.programs
    .flatMap(({ regulation: { id } }) => library.regulations.get(id) ?? [])
    .filter((each) => versionWrong(office, each) === null)

/**
 * 新件适用的文本. From now on new matters of a kind begin under this version; those that have begun go on under theirs. It takes two
 * administrators who ask for the same.
 */
const changing: TextChange = {
  wrong: versionWrong,
  waits: 'versionAsked',
  asked: 'version-asked',
  done: 'version-changed',
  detail: (office, { regulation }) => ({ from: presentOf(office, regulation) }),
  change: leaving,
  takesAlong,
}

/** The templates that the office has edited go with it, as far as they can. */
async function takesAlong(deps: Deps, office: Office, { regulation, version }: Text) {
  const { library } = deps
  const [from, to] = [library.find(regulation, presentOf(office, regulation)), library.find(regulation, version)]
  return from === null || to === null ? [] : putCarried(await carriedTemplates(deps, office, { from, to, lang: 'zh' }), to)
}

export const changeVersion = (deps: Deps, admin: SignedIn, asked: VersionRequest) => textByTwo(deps, admin, asked, changing)

export const changeVersionFor = (deps: Deps, office: Office, text: Text) => textByMachine(deps, office, text, changing)

const parts = ['roles', 'fields', 'stages', 'acts', 'duties'] as const

/** 预览. What another version has that the present one has not, and the other way round; how many matters go on as they are. */
export async function previewVersion(
  deps: Deps,
  { office, lang }: SignedIn,
  asked: Text,
): Promise<Outcome<{ preview: VersionPreview }>> {
  const found = deps.library.find(asked.regulation, asked.version)
  const wrong = versionWrong(office, found)
  const present = office.programs.find(({ regulation }) => regulation.id === asked.regulation)?.regulation
  if (found === null || wrong !== null || present === undefined) return wrongly(lang, wrong === null ? [] : [wrong])
  const counts = await deps.store.rules.countVersions(office.id, { ...seesAll, rounds: 'beside' })
  const running = counts.find((each) => each.regulation === present.id && each.version === present.version)?.matters ?? 0
  const { regulation: coming } = office.programOf(found.id, found.version)
  const { carried, left } = await carriedTemplates(deps, office, { from: present, to: coming, lang })
  const preview = {
    templates: { carried: carried.map(({ name }) => name), left: left.map(({ name, says }) => ({ name, says: [...says] })) },
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

const presentOf = ({ programs }: Pick<Office, 'programs'>, id: string): string =>
  programs.find(({ regulation }) => regulation.id === id)?.regulation.version ?? ''

/** The version that is left is remembered: matters run on under it, and their sight, their roles and what they hear of hang on it. */
function leaving({ program, programs }: Office, { kinds, former }: Settings, { regulation, version }: Text) {
  const present = presentOf({ programs }, regulation)
  const isKnown = former.some((each) => each.regulation === regulation && each.version === present)
  const left = isKnown ? former : [...former, { regulation, version: present }]
  const settings = { former: left, versionAsked: null }
  if (program.regulation.id === regulation) return { regulationVersion: version, settings }
  const others = kinds.map((each) => (each.regulation === regulation ? { regulation, version } : each))
  return { settings: { ...settings, kinds: others } }
}
