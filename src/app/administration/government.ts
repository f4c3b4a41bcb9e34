import type { GovernmentRequest, GovernmentSettings, RenewalRequest } from '../../contract/index.js'
import { dayAt, dayText, type Instant, isInForce, keptName, matterNameIn, readDay, recorded } from '../../core/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { toTheMinute } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { nameIn } from '../words/index.js'
import { administer, dayWrong, textWrong, type Wrong, wrongly } from './administer.js'
import { kindsOffered } from './kinds.js'
import { hasSecond } from './second-admin.js'
import { readSettings, type Settings } from './settings.js'
import { textsTakeTwo } from './text-by-two.js'
import { versionsOffered } from './versions.js'

const longest = {
  name: 60,
  notice: 2000,
  contact: 100,
  address: 100,
  hotline: 20,
  icp: 60,
  police: 60,
  site: 20,
  instrument: 200,
  reason: 200,
} as const

/** 政府. Its name, what its portal says beside the regulation, and the regulations in force here. */
export async function readGovernmentSettings(
  deps: Deps,
  { office, account, lang }: Pick<SignedIn, 'office' | 'account' | 'lang'>,
): Promise<GovernmentSettings> {
  const [revision, isEmpty, row, isConfirmable] = await Promise.all([
    deps.store.administration.governmentRevision(office.id),
    deps.store.administration.isEmpty(office.id),
    deps.store.findGovernment(office.id),
    hasSecond(deps, office, account),
  ])
  const said = row === null ? office.settings : readSettings(row.settings)
  const { portal, hosts, emblem, renewals, logDays, logDaysAsked } = said
  const { zone } = office.calendar
  const now = nowOf(deps, office)
  const running = office.programs.map(({ regulation }) => regulation)
  const versions = running.flatMap(({ id }) => deps.library.regulations.get(id) ?? [])
  return {
    id: office.id,
    name: row?.name ?? office.government.name,
    revision,
    portal: { ...portal },
    hosts: [...hosts],
    emblem,
    regulations: versions.map((each) => {
      const renewal = renewals.find(({ regulation, version }) => regulation === each.id && version === each.version) ?? null
      const renewed = renewal === null ? each : recorded(each, renewal)
      return {
        id: each.id,
        name: nameIn(lang, each.title),
        version: each.version,
        isForNew: running.some(({ id, version }) => id === each.id && version === each.version),
        isInForce: isInForce(renewed, dayAt(now, zone)),
        effectiveFrom: renewed.effectiveFrom,
        effectiveTo: each.effectiveTo,
        isForceAwaited: each.isForceAwaited,
        renewal: renewal === null ? null : { from: renewal.from, to: renewal.to, instrument: renewal.instrument },
      }
    }),
    kindsOffered: kindsOffered(deps, office).map((each) => ({
      id: each.id,
      name: nameIn(lang, each.title),
      matter: nameIn(lang, matterNameIn(each).name),
      version: each.version,
    })),
    tieFaults: office.tieFindings.map(({ file, line, message, advice }) => ({
      place: `${file}:${line}`,
      message: message[lang],
      advice: advice[lang],
    })),
    ...waiting(deps, { office, lang }, said),
    isConfirmable,
    takesTwo: textsTakeTwo(office),
    log: { days: logDays, asked: askedBy(office, logDaysAsked) },
    rehearsal: rehearsalOf(office, { now, isEmpty }),
  }
}

const rehearsalOf = (
  { isRehearsal, aheadMs, calendar: { zone } }: SignedIn['office'],
  { now, isEmpty }: { readonly now: Instant; readonly isEmpty: boolean },
): GovernmentSettings['rehearsal'] => ({
  isRehearsal,
  mayBecome: isEmpty && !isRehearsal,
  mayEnd: isEmpty && isRehearsal && aheadMs === 0,
  now: toTheMinute(now, zone),
  today: dayText(dayAt(now, zone)),
})

/** What could be asked for, and what waits for a second administrator. */
const waiting = (
  deps: Deps,
  { office, lang }: Pick<SignedIn, 'office' | 'lang'>,
  { kindAsked, versionAsked }: Settings,
): Pick<GovernmentSettings, 'kindAsked' | 'versionsOffered' | 'versionAsked'> => ({
  kindAsked: askedBy(office, kindAsked),
  versionsOffered: versionsOffered(deps, office).map(({ id, title, version }) => ({ id, name: nameIn(lang, title), version })),
  versionAsked: askedBy(office, versionAsked),
})

/** What one administrator has asked for and another has not yet, with the name of who did. */
const askedBy = <Asked extends { readonly by: string }>({ people }: SignedIn['office'], asked: Asked | null) =>
  asked === null ? null : { ...asked, by: { id: asked.by, name: people.get(asked.by) ?? asked.by } }

export async function changeGovernment(
  deps: Deps,
  admin: SignedIn,
  { name, revision, hosts: named, ...texts }: GovernmentRequest,
): Promise<Outcome<{ done: object }>> {
  const parts = ['notice', 'contact', 'address', 'hotline', 'icp', 'police', 'site'] as const
  const hosts = (named ?? admin.office.settings.hosts).map((host) => host.trim().toLowerCase()).filter((host) => host !== '')
  const wrong: readonly Wrong[] = [
    ...textWrong('name', name, longest.name),
    ...parts.flatMap((part) => textWrong(part, texts[part], longest[part]).filter(({ code }) => code !== 'needed')),
    ...hostsWrong(hosts, admin.office.id, await deps.offices.all()),
  ]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const portal = Object.fromEntries(parts.map((part) => [part, texts[part].trim()]))
  const { settings } = admin.office
  const before = { name: admin.office.government.name, ...settings.portal, hosts: settings.hosts.join(' ') }
  const after = { name: keptName(name), ...portal, hosts: hosts.join(' ') }
  const changed = Object.entries(after).flatMap(([part, text]) => (before[part as keyof typeof before] === text ? [] : [part]))
  return administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ name: keptName(name), settings: { portal, hosts }, revision })
    const detail = { changed: changed.join(' '), earlier: before }
    return { done: {}, entry: { kind: 'government-changed', about: '', detail } }
  })
}

/** 域名. Each the name of a host as browsers send it, and of no other government. */
export function hostsWrong(hosts: readonly string[], own: string, offices: readonly SignedIn['office'][]): readonly Wrong[] {
  const isName = (host: string): boolean =>
    host.length <= 253 && /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/.test(host)
  const others = new Set(offices.filter(({ id }) => id !== own).flatMap(({ settings }) => settings.hosts))
  return [
    ...(hosts.every(isName) ? [] : [{ field: 'hosts', code: 'no-host' } as const]),
    ...(hosts.some((host) => others.has(host)) ? [{ field: 'hosts', code: 'taken' } as const] : []),
  ]
}

/** 延续. The instrument by which the authority prolonged a regulation, or said from when it holds; the platform never does so itself. */
export async function recordRenewal(deps: Deps, admin: SignedIn, asked: RenewalRequest): Promise<Outcome<{ done: object }>> {
  const { regulation: id, version, revision } = asked
  const found = deps.library.find(id, version)
  const text = { instrument: asked.instrument.trim(), reason: asked.reason.trim() }
  const wrong: readonly Wrong[] = [
    ...(found === null || !admin.office.programs.some(({ regulation }) => regulation.id === id)
      ? [{ field: 'regulation', code: 'not-an-option' } as const]
      : []),
    ...(found?.isForceAwaited === true ? dayWrong('from', asked.from) : []),
    ...(asked.to === ''
      ? []
      : endWrong(asked.to, found?.isForceAwaited === true ? { from: asked.from } : { until: found?.effectiveTo ?? null })),
    ...textWrong('instrument', text.instrument, longest.instrument),
    ...textWrong('reason', text.reason, longest.reason),
  ]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const to = asked.to === '' ? null : asked.to
  const from = found?.isForceAwaited === true ? asked.from : null
  const row = await deps.store.findGovernment(admin.office.id)
  const others = readSettings(row?.settings ?? {}).renewals.filter((each) => each.regulation !== id || each.version !== version)
  const renewals = [...others, { regulation: id, version, from, to, instrument: text.instrument }]
  return administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ settings: { renewals }, revision })
    const detail = { regulation: `${id}@${version}`, from: from ?? '', to: to ?? '', ...text }
    return { done: {}, entry: { kind: 'renewed', about: '', detail } }
  })
}

/** The end lies behind the one that was, or not before the day from which the text holds: on that day alone it may. */
function endWrong(to: string, of: { readonly from: string } | { readonly until: string | null }): readonly Wrong[] {
  const wrong = dayWrong('to', to)
  const end = readDay(to)
  if (wrong.length > 0 || end === null) return wrong
  const isEarly = 'from' in of ? end < (readDay(of.from) ?? end) : of.until !== null && end <= (readDay(of.until) ?? end)
  return isEarly ? [{ field: 'to', code: 'wrong-order' }] : []
}
