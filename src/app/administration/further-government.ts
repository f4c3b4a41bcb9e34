import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type {
  AccountLinkView,
  FurtherGovernmentRequest,
  FurtherGovernments,
  FurtherPreview,
  Moment,
} from '../../contract/index.js'
import { dayAt, isInForce, keptLogin, keptName, matterNameIn, type Regulation, type Role, recorded } from '../../core/index.js'
import type { Account, Changing, Government } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { markProjected } from '../records/reproject.js'
import { nameIn } from '../words/index.js'
import { administer, dayWrong, textWrong, type Wrong, wrongly } from './administer.js'
import { hostsWrong } from './government.js'
import { handedTo, handOver, newLink, orNotSent } from './people.js'
import { comesOf, confirmingIn, hasSecond, haveTwo } from './second-admin.js'
import { readSettings } from './settings.js'
import { isAddress } from './setup.js'
import { rolesDiffer } from './text-by-two.js'

const longest = { name: 60, instrument: 200 } as const

/** 增设政府. The governments here, what a further one can work by, and one that waits for a second administrator. */
export async function readFurtherGovernments(deps: Deps, { office, account, lang }: SignedIn): Promise<FurtherGovernments> {
  const [rows, isConfirmable, asked] = await Promise.all([
    deps.store.listGovernments(),
    hasSecond(deps, office, account),
    askedIn(deps, office),
  ])
  const prefixes = new Set(rows.map(({ numberPrefix }) => numberPrefix))
  return {
    governments: rows.map(({ government: id, name, settings, isRehearsal = false }) => ({
      ...{ id, name, isRehearsal, hosts: [...readSettings(settings).hosts], isOwn: id === office.id },
    })),
    texts: [...deps.library.regulations.values()].flat().map((each) => ({
      ...textNamed(each, lang),
      isForceAwaited: each.isForceAwaited,
    })),
    freePrefix: Array.from({ length: 90 }, (_, at) => at + 10).find((each) => !prefixes.has(each)) ?? null,
    asked: asked === null ? null : { ...asked, by: { id: asked.by, name: office.people.get(asked.by) ?? asked.by } },
    isConfirmable,
  }
}

const textNamed = (regulation: Regulation, lang: SignedIn['lang']) => ({
  id: regulation.id,
  name: nameIn(lang, regulation.title),
  version: regulation.version,
  matter: nameIn(lang, matterNameIn(regulation).name),
})

/** 预览. What would stand there; nothing is written. */
export async function previewGovernment(
  deps: Deps,
  admin: SignedIn,
  request: FurtherGovernmentRequest,
): Promise<Outcome<{ preview: FurtherPreview }>> {
  const asked = trimmed(request)
  const wrong = await whatIsWrong(deps, admin.office, asked)
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const found = textsOf(deps, asked)
  const today = dayAt(deps.now(), admin.office.calendar.zone)
  const roles = new Map<string, Role>(found.flatMap(({ regulation }) => Object.entries(regulation.roles)).reverse())
  const preview = {
    address: `/${asked.id}`,
    hosts: asked.hosts,
    numberPrefix: asked.numberPrefix,
    texts: found.map(({ regulation }) => ({
      ...textNamed(regulation, admin.lang),
      isInForce: isInForce(regulation, today),
      from: regulation.effectiveFrom,
    })),
    roles: [...roles.values()]
      .filter(({ kind }) => kind !== 'requester' && kind !== 'system')
      .map(({ id, name }) => ({ id, name: nameIn(admin.lang, name) })),
    administrator: asked.administrator.name,
  }
  return { ok: true, preview }
}

/** What came of it: asked for, or there, with the way in of whoever administers it. */
export type Added = { readonly isSet: boolean; readonly link: AccountLinkView | null }

/** It stands once two administrators have asked for the same. */
export async function addGovernment(
  deps: Deps,
  admin: SignedIn,
  request: FurtherGovernmentRequest,
): Promise<Outcome<{ done: Added }>> {
  const asked = trimmed(request)
  const wrong = await whatIsWrong(deps, admin.office, asked)
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const [before, confirming, revision] = await Promise.all([
    askedIn(deps, admin.office),
    confirmingIn(deps, admin.office),
    deps.store.administration.governmentRevision(admin.office.id),
  ])
  const { by = '', ...earlier } = before ?? {}
  const earlierBy = before !== null && isDeepStrictEqual(earlier, asked) ? by : null
  const { isConfirmed: isSet, wrong: vain } = comesOf(confirming, { earlierBy, by: admin.account, field: 'name' })
  if (vain.length > 0) return wrongly(admin.lang, vain)
  const governmentAsked = isSet ? null : { ...asked, by: admin.account }
  let isTaken = false
  const done = await orNotSent(admin, () =>
    administer(deps, admin, async (changing) => {
      await changing.changeGovernment({ settings: { governmentAsked }, revision })
      const link = isSet ? await found(deps, changing, { asked, by: admin.account, from: admin.office }) : null
      isTaken = isSet && link === null
      if (isTaken) throw new Taken()
      const kind = isSet ? 'government-added' : 'government-asked'
      return { done: { isSet, link }, entry: { kind, about: '', detail: detailOf(asked) } }
    }),
  ).catch((error: unknown) => {
    if (error instanceof Taken) return wrongly(admin.lang, [{ field: 'id', code: 'taken' }])
    throw error
  })
  if (done.ok && isSet) await begins(deps, asked.id)
  return done
}

export type AddRefused = 'nothing-asked' | 'second-admin' | 'taken'
export type AddedByMachine = { readonly id: string; readonly path: string; readonly until: Moment }

/** What an administrator has asked for, confirmed by a command on the machine while there are no two who could. */
export async function addGovernmentFor(deps: Deps, office: Office): Promise<AddRefused | AddedByMachine> {
  const before = await askedIn(deps, office)
  if (before === null) return 'nothing-asked'
  if (await haveTwo(deps, office)) return 'second-admin'
  const { by: _by, ...asked } = before
  if ((await whatIsWrong(deps, office, asked)).length > 0) return 'taken'
  const revision = await deps.store.administration.governmentRevision(office.id)
  const quiet = { ...deps, tellStaff: null }
  const done = await deps.store.administration
    .change(office.id, async (changing) => {
      await changing.changeGovernment({ settings: { governmentAsked: null }, revision })
      const link = await found(quiet, changing, { asked, by: 'system', from: office })
      if (link === null) throw new Taken()
      const detail = { ...detailOf(asked), by: 'machine' }
      return { done: link, entry: { at: deps.now(), account: 'system', kind: 'government-added', about: '', detail } }
    })
    .catch((error: unknown) => {
      if (error instanceof Taken) return null
      throw error
    })
  if (done === null) return 'taken'
  await begins(deps, asked.id)
  return { id: asked.id, path: done.path ?? '', until: done.expiresAt }
}

/** Somebody else took the id or the prefix meanwhile: nothing is done. */
class Taken extends Error {
  override readonly name = 'Taken'
}

async function begins(deps: Deps, id: string): Promise<void> {
  deps.offices.forget()
  await markProjected(deps, id)
}

type Founding = {
  readonly asked: FurtherGovernmentRequest
  /** Who confirmed it, and from which government. */
  readonly by: string
  readonly from: Office
}

/** The government, its first administrator and their way in. Null: its id or its prefix is taken. */
function found(deps: Deps, changing: Changing, { asked, by, from }: Founding): Promise<AccountLinkView | null> {
  const { name, login, contact } = asked.administrator
  const account: Account = {
    ...{ account: randomUUID(), login, name, contact, passwordHash: null, roles: [] },
    ...{ isAdmin: true, isDisabled: false, isAuditor: false },
  }
  const link = newLink(deps, { account: by, office: from }, account)
  return changing.addGovernment(governmentOf(asked), async (there) => {
    await there.putAccount(account)
    const there_ = { id: asked.id, calendar: from.calendar, government: { name: asked.name } }
    const done = await handOver(deps, there_, link, there)
    const detail = { from: from.id, login, ...handedTo(link) }
    return { done, entry: { at: deps.now(), account: 'system', kind: 'government-founded', about: account.account, detail } }
  })
}

function governmentOf({ id, name, numberPrefix, hosts, texts }: FurtherGovernmentRequest): Government {
  const [own, ...others] = texts.map(({ regulation, version }) => ({ regulation, version }))
  const renewals = texts
    .filter(({ from }) => from !== '')
    .map(({ regulation, version, from, instrument }) => ({ regulation, version, from, to: null, instrument }))
  return {
    ...{ government: id, name, numberPrefix, settings: { hosts, kinds: others, renewals } },
    ...{ regulation: own?.regulation ?? '', regulationVersion: own?.version ?? '' },
  }
}

const detailOf = ({ id, name, texts }: FurtherGovernmentRequest) => ({
  of: id,
  name,
  regulation: texts.map(({ regulation, version }) => `${regulation}@${version}`).join(' '),
})

const askedIn = async ({ store }: Deps, office: Pick<Office, 'id'>) =>
  readSettings((await store.findGovernment(office.id))?.settings ?? {}).governmentAsked

function trimmed({ id, name, numberPrefix, hosts, texts, administrator }: FurtherGovernmentRequest): FurtherGovernmentRequest {
  const { name: person, login, contact } = administrator
  return {
    ...{ id: id.trim(), name: keptName(name), numberPrefix },
    hosts: hosts.map((host) => host.trim().toLowerCase()).filter((host) => host !== ''),
    texts: texts.flatMap(({ regulation, version, from, instrument }) =>
      regulation === '' ? [] : [{ regulation, version, from: from.trim(), instrument: instrument.trim() }],
    ),
    administrator: { name: keptName(person), login: keptLogin(login), contact: contact.trim() },
  }
}

const textsOf = ({ library }: Pick<Deps, 'library'>, { texts }: FurtherGovernmentRequest) =>
  texts.flatMap(({ regulation, version, from, instrument }) => {
    const known = library.find(regulation, version)
    if (known === null) return []
    return [{ regulation: from === '' ? known : recorded(known, { from, to: null }), from, instrument, known }]
  })

async function whatIsWrong(deps: Deps, office: Office, asked: FurtherGovernmentRequest): Promise<readonly Wrong[]> {
  if (office.isRehearsal) return [{ field: 'name', code: 'not-in-rehearsal' }]
  const [rows, offices] = await Promise.all([deps.store.listGovernments(), deps.offices.all()])
  const { id, numberPrefix, administrator } = asked
  const isPrefix = Number.isInteger(numberPrefix) && numberPrefix >= 10 && numberPrefix <= 99
  const isPrefixTaken = rows.some((each) => each.numberPrefix === numberPrefix)
  return [
    ...textWrong('name', asked.name, longest.name),
    ...(isAddress(id) ? [] : [{ field: 'id', code: 'no-address' } as const]),
    ...(rows.some(({ government }) => government === id) ? [{ field: 'id', code: 'taken' } as const] : []),
    ...(isPrefix && !isPrefixTaken ? [] : [{ field: 'numberPrefix', code: 'no-prefix' } as const]),
    ...hostsWrong(asked.hosts, id, offices),
    ...textsWrong(deps, asked),
    ...textWrong('personName', administrator.name, longest.name),
    ...textWrong('login', administrator.login, longest.name),
  ]
}

/** Each is there, none twice; whoever wears a role wears it for all of them; where force is recorded, by which instrument. */
function textsWrong(deps: Deps, asked: FurtherGovernmentRequest): readonly Wrong[] {
  const texts = textsOf(deps, asked)
  const ids = new Set(texts.map(({ known }) => known.id))
  if (asked.texts.length === 0) return [{ field: 'texts', code: 'needed' }]
  if (texts.length < asked.texts.length || ids.size < texts.length) return [{ field: 'texts', code: 'not-an-option' }]
  const roles = new Map<string, Role>()
  for (const { known } of texts) {
    if (rolesDiffer({ roles }, known)) return [{ field: 'texts', code: 'roles-differ' }]
    for (const [id, role] of Object.entries(known.roles)) roles.set(id, role)
  }
  return texts.flatMap(({ known, from, instrument }) => {
    if (from === '') return []
    if (!known.isForceAwaited) return [{ field: 'texts', code: 'not-an-option' } as const]
    return [...dayWrong('from', from), ...textWrong('instrument', instrument, longest.instrument)]
  })
}
