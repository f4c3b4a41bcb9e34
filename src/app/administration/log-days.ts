import type { LogDaysRequest } from '../../contract/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { administer, type Wrong, wrongly } from './administer.js'
import { comesOf, confirmingIn, haveTwo } from './second-admin.js'
import { readSettings, type Settings } from './settings.js'

/** Cybersecurity Law, article 21(3): six months at least. */
const least = 180
const most = 36_500

type Days = number | null

const isShorter = (days: Days, than: Days): boolean => days !== null && (than === null || days < than)
const inLog = (days: Days): string => (days === null ? 'forever' : String(days))

/**
 * 日志保存期限. A longer time is one administrator's to set; a shorter one is set when another asks for the same. The answer says
 * whether it holds now.
 */
export async function changeLogDays(
  deps: Deps,
  admin: SignedIn,
  { days, revision }: LogDaysRequest,
): Promise<Outcome<{ done: { readonly isSet: boolean } }>> {
  const wrong = daysWrong(days)
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const { logDays, logDaysAsked } = await settingsOf(deps, admin.office)
  const earlierBy = logDaysAsked !== null && logDaysAsked.days === days ? logDaysAsked.by : null
  const asked = { earlierBy, by: admin.account, field: 'days' } as const
  const { isConfirmed, wrong: vain } = comesOf(await confirmingIn(deps, admin.office), asked)
  const isSet = !isShorter(days, logDays) || isConfirmed
  if (!isSet && vain.length > 0) return wrongly(admin.lang, vain)
  const settings = isSet || days === null ? { logDays: days, logDaysAsked: null } : { logDaysAsked: { days, by: admin.account } }
  return administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ settings, revision })
    const kind = isSet ? 'log-days-changed' : 'log-days-asked'
    return { done: { isSet }, entry: { kind, about: '', detail: { from: inLog(logDays), to: inLog(days) } } }
  })
}

const daysWrong = (days: Days): readonly Wrong[] => {
  if (days === null) return []
  if (days < least) return [{ field: 'days', code: 'too-few', limit: least }]
  return days > most ? [{ field: 'days', code: 'too-many', limit: most }] : []
}

export type KeepLogRefused = 'not-days' | 'second-admin'

/** By a command on the machine: a shorter time only while there is no second administrator who could ask for it. */
export async function keepLogFor(deps: Deps, office: Office, days: Days): Promise<KeepLogRefused | null> {
  if (daysWrong(days).length > 0) return 'not-days'
  const { logDays } = await settingsOf(deps, office)
  if (isShorter(days, logDays) && (await haveTwo(deps, office))) return 'second-admin'
  const revision = await deps.store.administration.governmentRevision(office.id)
  await deps.store.administration.change(office.id, async (changing) => {
    await changing.changeGovernment({ settings: { logDays: days, logDaysAsked: null }, revision })
    const detail = { from: inLog(logDays), to: inLog(days), by: 'machine' }
    return { done: {}, entry: { at: deps.now(), account: 'system', kind: 'log-days-changed', about: '', detail } }
  })
  deps.offices.forget(office.id)
  return null
}

const settingsOf = async ({ store }: Deps, office: Office): Promise<Settings> =>
  readSettings((await store.findGovernment(office.id))?.settings ?? {})
