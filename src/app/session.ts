import { randomBytes, randomUUID } from 'node:crypto'
import type { Lang, SessionView } from '../contract/index.js'
import type { Actor } from '../core/index.js'
import type { Account, AccountRole } from '../store/index.js'
import type { Deps, Viewer } from './deps.js'
import type { Office } from './office.js'
import type { Outcome } from './outcome.js'
import { showingOf } from './showing.js'
import { failed } from './view-failure.js'
import { named, unitNamed } from './view-parts.js'
import { wordsOf } from './words/index.js'

const hour = 3_600_000
export const sessionLastsMs = 12 * hour
/** Wrong passwords for one login, and from one address. */
const perLogin = { most: 5, windowMs: hour / 4 }
const perAddress = { most: 30, windowMs: hour / 4 }

export type SignedIn = Viewer & { readonly session: SessionView; readonly isAdmin: boolean; readonly csrf: string }

export type SignInAsked = {
  readonly government: string
  readonly login: string
  readonly password: string
  readonly address: string
  readonly lang: Lang
}

/** Checked when there is no such account, so that it takes as long as a wrong password. */
const nobody = new WeakMap<Deps, string>()

export async function signIn(deps: Deps, asked: SignInAsked): Promise<Outcome<{ token: string; signedIn: SignedIn }>> {
  const words = wordsOf(asked.lang)
  const keys = [`login/${asked.government}/${asked.login}`, `address/${asked.address}`] as const
  const wait = deps.tries.take(keys[0], perLogin) ?? deps.tries.take(keys[1], perAddress)
  if (wait !== null) return failed(words, 'too-many-tries', { detail: words.tryAgain(wait), retryAfterSeconds: wait })
  const office = await deps.offices.get(asked.government)
  const account = office === null ? null : await deps.store.findAccount(office.id, { login: asked.login })
  const hash = account?.passwordHash ?? (await hashOfNobody(deps))
  const isRight = await deps.passwords.isRight(hash, asked.password)
  if (office === null || account === null || account.passwordHash === null || account.isDisabled || !isRight) {
    return failed(words, 'wrong-password')
  }
  deps.tries.forget(keys[0])
  const token = randomBytes(32).toString('base64url')
  const csrf = randomUUID()
  const now = deps.now()
  await deps.store.createSession(office.id, {
    token,
    account: account.account,
    csrf,
    createdAt: now,
    expiresAt: now + sessionLastsMs,
  })
  const signedIn = wearing(office, account, { csrf, hat: null, lang: asked.lang })
  return signedIn === null ? failed(words, 'wrong-hat') : { ok: true, token, signedIn }
}

async function hashOfNobody(deps: Deps): Promise<string> {
  const known = nobody.get(deps) ?? (await deps.passwords.hash(randomUUID()))
  nobody.set(deps, known)
  return known
}

/** Who holds this token, in the role they choose (`role` or `role@unit`). */
export async function findSignedIn(
  deps: Deps,
  asked: { token: string; hat: string | null; lang: Lang },
): Promise<Outcome<{ signedIn: SignedIn }>> {
  const words = wordsOf(asked.lang)
  const session = await deps.store.findSession(asked.token, deps.now())
  const office = session === null ? null : await deps.offices.get(session.government)
  if (session === null || office === null) return failed(words, 'not-signed-in')
  const account = await deps.store.findAccount(office.id, { account: session.account })
  if (account === null || account.isDisabled) return failed(words, 'not-signed-in')
  const signedIn = wearing(office, account, { csrf: session.csrf, hat: asked.hat, lang: asked.lang })
  return signedIn === null ? failed(words, 'wrong-hat') : { ok: true, signedIn }
}

type Hat = { readonly csrf: string; readonly hat: string | null; readonly lang: Lang }

/** 身份。 A person may wear several roles; one at a time. An administrator without a role sees no matters. */
function wearing(office: Office, account: Account, { csrf, hat, lang }: Hat): SignedIn | null {
  const showing = showingOf(office, lang)
  const known = account.roles.filter(({ role }) => office.program.regulation.roles[role] !== undefined)
  const chosen = hat === null || hat === '' ? known[0] : known.find((each) => hat === hatName(each) || hat === each.role)
  if (chosen === undefined && !(account.isAdmin && (hat === null || hat === ''))) return null
  const worn = chosen ?? { role: '', unit: null }
  const actor: Actor = { role: worn.role, unit: worn.unit, person: account.account }
  const hatView = ({ role, unit }: AccountRole) => ({
    role,
    name: role === '' ? '' : named(showing, role, office.program.regulation.roles[role]?.name).name,
    unit: unit === null ? null : unitNamed(showing, unit),
  })
  return {
    office,
    actor,
    account: account.account,
    lang,
    csrf,
    isAdmin: account.isAdmin,
    session: {
      government: { id: office.id, name: office.government.name },
      account: { id: account.account, name: account.name, isAdmin: account.isAdmin },
      roles: known.map(hatView),
      role: hatView(worn),
      units: [...office.units.keys()].map((unit) => unitNamed(showing, unit)),
      csrf,
    },
  }
}

const hatName = ({ role, unit }: AccountRole): string => (unit === null ? role : `${role}@${unit}`)

export const signOut = (deps: Deps, token: string): Promise<void> => deps.store.endSession(token)
