import { randomBytes, randomUUID } from 'node:crypto'
import type { Lang } from '../../contract/index.js'
import { keptLogin } from '../../core/index.js'
import type { Account } from '../../store/index.js'
import { recordFailedSignIn, type SignInFailure } from '../administration/record-access.js'
import type { Deps } from '../deps.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { isSecondFactor, secondFactorOf } from '../own/second-factor.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { admit, admitAgain } from './admit.js'
import { findSignedIn, isListed } from './session.js'
import type { SignedIn } from './signed-in.js'

const hour = 3_600_000
export const sessionLastsMs = 12 * hour

/** Wrong passwords for one account from one address, from one address, and for one account from all strange places together. */
const most = { perPlace: 5, perAddress: 30, perThing: 50 }

export type SignInAsked = {
  readonly government: string
  readonly login: string
  readonly password: string
  /** Of the second factor; null while none was asked for. */
  readonly code: string | null
  /** A challenge that was answered with before, solved. */
  readonly proof: string | null
  readonly address: string
  /** Names the device, where this account was signed in on it before. */
  readonly device: string | null
  /** How the browser names itself. */
  readonly agent: string
  readonly lang: Lang
}

/** Checked when there is no such account, so that it takes as long as a wrong password. */
const nobody = new WeakMap<Deps, string>()

/** 登录. One of the staff; a requester known by name signs in elsewhere. */
export async function signIn(deps: Deps, asked: SignInAsked): Promise<Outcome<{ token: string; signedIn: SignedIn }>> {
  const opened = await openSession(deps, asked, (account) => !isListed(account))
  if (!opened.ok) return opened
  const found = await findSignedIn(deps, { token: opened.token, hat: null, lang: asked.lang })
  return found.ok ? { ok: true, token: opened.token, signedIn: found.signedIn } : found
}

/**
 * A session for whoever knows the password, if it is for them. Nobody can lock anybody out: who is wrong waits or works, who is right on
 * a device known for it is not held up by others.
 */
export async function openSession(
  deps: Deps,
  asked: SignInAsked,
  isMeant: (account: Account) => boolean,
): Promise<Outcome<{ token: string }>> {
  const words = wordsOf(asked.lang)
  // One account, one count of guesses, however its login is typed.
  const login = keptLogin(asked.login)
  const about = `login/${asked.government}/${login}`
  const admitted = await admit(deps, { ...asked, about }, most)
  if (!admitted.ok) return admitted
  const office = await deps.offices.get(asked.government)
  const found = office === null ? null : await accountOf(deps, office, [asked.login, login])
  const account = found !== null && isMeant(found) ? found : null
  const hash = account?.passwordHash ?? (await hashOfNobody(deps))
  const isRight = await deps.passwords.isRight(hash, asked.password)
  if (office === null) return failed(words, 'wrong-password')
  const why = whyNot(account, isRight)
  if (account === null || why !== null) {
    await recordFailedSignIn(deps, { office, account: account?.account ?? '' }, why ?? 'no-account')
    return failed(words, 'wrong-password')
  }
  deps.guesses.right(admitted.guess)
  const shown = await showsSecondFactor(deps, { office, account }, asked)
  if (!shown.ok) return shown
  const token = randomBytes(32).toString('base64url')
  const csrf = randomUUID()
  const now = deps.now()
  await deps.store.createSession(office.id, {
    token,
    account: account.account,
    csrf,
    createdAt: now,
    expiresAt: now + sessionLastsMs,
    address: asked.address,
    agent: agentName(asked.agent),
  })
  return { ok: true, token }
}

/** Whose login it is: as it was typed, else in the form that logins are kept in. */
async function accountOf({ store }: Deps, { id }: Office, logins: readonly [string, string]): Promise<Account | null> {
  const [typed, kept] = logins
  const found = await store.findAccount(id, { login: typed })
  return found === null && kept !== typed ? store.findAccount(id, { login: kept }) : found
}

/** The password was right: only whoever has it comes to guess here. */
async function showsSecondFactor(
  deps: Deps,
  { office, account }: { readonly office: Office; readonly account: Account },
  { code, device, lang }: SignInAsked,
): Promise<Outcome<object>> {
  if (account.hasSecondFactor !== true) return { ok: true }
  if (code === null || code === '') return failed(wordsOf(lang), 'second-factor')
  const admitted = await admitAgain(deps, { about: secondFactorOf(office.id, account.account), device, lang })
  if (!admitted.ok) return admitted
  if (await isSecondFactor(deps, office.id, account.account, code)) {
    deps.guesses.right(admitted.guess)
    return { ok: true }
  }
  await recordFailedSignIn(deps, { office, account: account.account }, 'wrong-second-factor')
  return failed(wordsOf(lang), 'wrong-second-factor')
}

/** For the log alone: who is wrong is never told which of it was. */
function whyNot(account: Account | null, isRight: boolean): SignInFailure | null {
  if (account === null) return 'no-account'
  if (!isRight) return 'wrong-password'
  return account.passwordHash === null || account.isDisabled ? 'no-access' : null
}

const longestAgent = 120
/** What a person knows their browser by; the rest is of no use to them. */
const agentName = (agent: string): string =>
  (/(Edg|OPR|Firefox|Chrome|Version)\/[\d.]+/.exec(agent)?.[0] ?? agent).slice(0, longestAgent)

async function hashOfNobody(deps: Deps): Promise<string> {
  const known = nobody.get(deps) ?? (await deps.passwords.hash(randomUUID()))
  nobody.set(deps, known)
  return known
}
