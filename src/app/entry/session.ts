import type { Lang, SessionView } from '../../contract/index.js'
import { type Actor, dayAt, dayText, type Instant, instant, matterNameIn } from '../../core/index.js'
import type { Account, AccountRole } from '../../store/index.js'
import { rightsOf } from '../administration/role-rights.js'
import { stoodInFor } from '../administration/stand-ins.js'
import { predecessorsOf } from '../administration/unit-names.js'
import type { Deps } from '../deps.js'
import { callsOf, named, toTheMinute, unitNamed } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import { kindsToChoose, type Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { needsSecondFactor } from '../own/second-factor.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import type { SignedIn } from './signed-in.js'

/** Who holds this token, in the role they choose (`role` or `role@unit`). */
export async function findSignedIn(
  deps: Deps,
  asked: { token: string; hat: string | null; lang: Lang },
): Promise<Outcome<{ signedIn: SignedIn; seenAt: Instant }>> {
  const words = wordsOf(asked.lang)
  const session = await deps.store.findSession(asked.token, deps.now())
  const office = session === null ? null : await deps.offices.get(session.government)
  if (session === null || office === null) return failed(words, 'not-signed-in')
  const { holder } = session
  if (holder === null || holder.isDisabled || isListed(holder)) return failed(words, 'not-signed-in')
  const signedIn = wearing(office, holder, {
    csrf: session.csrf,
    sessionId: session.id,
    hat: asked.hat,
    lang: asked.lang,
    now: nowOf(deps, office),
  })
  return signedIn === null ? failed(words, 'wrong-hat') : { ok: true, signedIn, seenAt: instant(session.seenAt) }
}

/** A requester known by name has pages of their own, and none of the staff's. */
export const isListed = ({ list = '' }: Pick<Account, 'list'>): boolean => list !== ''

type Hat = {
  readonly csrf: string
  readonly sessionId: number
  readonly hat: string | null
  readonly lang: Lang
  readonly now: Instant
}

/** 身份。 A person may wear several roles; one at a time. An administrator without a role sees no matters. */
function wearing(office: Office, account: Account, { csrf, sessionId, hat, lang, now }: Hat): SignedIn | null {
  const known = rolesWorn(office, account, now).filter(({ role }) => office.roles.has(role))
  const chosen =
    hat === null || hat === ''
      ? known[0]
      : (known.find((each) => hat === hatName(each)) ?? known.find((each) => hat === each.role && each.absent === null))
  const isAuditor = account.isAuditor === true
  // Nobody sees matters by administering, or by reading the log.
  if (chosen === undefined && !((account.isAdmin || isAuditor) && (hat === null || hat === ''))) return null
  const worn: Worn = chosen ?? { role: '', unit: null, absent: null }
  const behalf = worn.absent === null ? {} : { behalf: worn.absent }
  const actor: Actor = { role: worn.role, unit: worn.unit, person: account.account, ...behalf }
  const showing = showingOf(office, lang)
  const due = dueOf(office, account)
  const hatView = ({ role, unit, absent }: Worn) => {
    const { seesRounds, mayImport, opensIdentities, choosesMatters, seesAssessment, containers } = rightsOf(office, role)
    return {
      role,
      name: role === '' ? '' : named(showing, role, office.roles.get(role)?.name).name,
      unit: unit === null ? null : unitNamed(showing, unit),
      behalf: absent === null ? null : { id: absent, name: office.people.get(absent) ?? showing.words.formerPerson },
      isLeader: office.roles.get(role)?.kind === 'leader',
      seesRounds,
      keepsFiles: office.roles.get(role)?.kind === 'office',
      mayImport,
      findsRequesters: opensIdentities,
      choosesMatters,
      seesAssessment,
      containers: containers.map((each) => nameIn(lang, matterNameIn(each).name)),
    }
  }
  return {
    office,
    actor,
    account: account.account,
    lang,
    csrf,
    isAdmin: account.isAdmin,
    isAuditor,
    sessionId,
    due,
    session: () => ({
      government: { id: office.id, name: office.government.name, emblem: office.settings.emblem },
      account: { id: account.account, name: account.name, isAdmin: account.isAdmin, isAuditor },
      roles: known.map(hatView),
      role: hatView(worn),
      units: [...office.units.values()].filter(({ successor }) => successor == null).map(({ unit }) => unitNamed(showing, unit)),
      kinds: kindsToChoose(office, office.programs, lang),
      calls: callsOf(showing),
      rehearsal: office.isRehearsal ? toTheMinute(now, office.calendar.zone) : null,
      isBeside: office.rehearses !== null,
      csrf,
      due,
    }),
  }
}

/** What has to be done before anything else can be. */
function dueOf(office: Office, account: Account): SessionView['due'] {
  if (account.mustChange === true) return 'password'
  return needsSecondFactor(office, account) && account.hasSecondFactor !== true ? 'second-factor' : null
}

type Worn = AccountRole & { readonly absent: string | null }

/** One's own roles; those for units that were merged into one's own; those of absent people one stands in for. */
function rolesWorn(office: Office, account: Account, now: Instant): readonly Worn[] {
  const today = dayText(dayAt(now, office.calendar.zone))
  const own = account.roles.map((each) => ({ ...each, absent: null }))
  const others = stoodInFor(office.standIns, account.account, today).map(({ role, unit, absent }) => ({ role, unit, absent }))
  const held: readonly Worn[] = [...own, ...others]
  const inherited = held.flatMap(({ role, unit, absent }) =>
    unit === null ? [] : predecessorsOf(office.units, unit).map((former) => ({ role, unit: former, absent })),
  )
  const all = [...held, ...inherited]
  return all.filter((each, at) => all.findIndex((other) => hatName(other) === hatName(each)) === at)
}

/** Whether somebody holds a seat by themselves, and can sign in. */
export const wears = (office: Office, account: Account, seat: AccountRole, now: Instant): boolean =>
  !account.isDisabled &&
  office.roles.has(seat.role) &&
  rolesWorn(office, account, now).some(({ role, unit, absent }) => role === seat.role && unit === seat.unit && absent === null)

/** `role`, `role@unit`, and behind `~` the absent person one stands in for. */
const hatName = ({ role, unit, absent }: Worn): string =>
  `${role}${unit === null ? '' : `@${unit}`}${absent === null ? '' : `~${absent}`}`

export const signOut = (deps: Deps, token: string): Promise<void> => deps.store.endSession(token)
