import { randomBytes, randomUUID } from 'node:crypto'
import type { Lang } from '../../contract/index.js'
import type { Deps } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { type SignedIn, wearing } from '../session.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { admit } from './admit.js'

const hour = 3_600_000
export const sessionLastsMs = 12 * hour

/** Wrong passwords for one account from one address, from one address, and for one account from all strange places together. */
const most = { perPlace: 5, perAddress: 30, perThing: 50 }

export type SignInAsked = {
  readonly government: string
  readonly login: string
  readonly password: string
  /** A challenge that was answered with before, solved. */
  readonly proof: string | null
  readonly address: string
  /** Names the device, where this account was signed in on it before. */
  readonly device: string | null
  readonly lang: Lang
}

/** Checked when there is no such account, so that it takes as long as a wrong password. */
const nobody = new WeakMap<Deps, string>()

/** 登录. Nobody can lock anybody out: who is wrong waits or works, who is right on a device known for it is not held up by others. */
export async function signIn(deps: Deps, asked: SignInAsked): Promise<Outcome<{ token: string; signedIn: SignedIn }>> {
  const words = wordsOf(asked.lang)
  const about = `login/${asked.government}/${asked.login}`
  const admitted = await admit(deps, { ...asked, about }, most)
  if (!admitted.ok) return admitted
  const office = await deps.offices.get(asked.government)
  const account = office === null ? null : await deps.store.findAccount(office.id, { login: asked.login })
  const hash = account?.passwordHash ?? (await hashOfNobody(deps))
  const isRight = await deps.passwords.isRight(hash, asked.password)
  if (office === null || account === null || account.passwordHash === null || account.isDisabled || !isRight) {
    return failed(words, 'wrong-password')
  }
  deps.guesses.right(admitted.guess)
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
  const signedIn = wearing(office, account, { csrf, hat: null, lang: asked.lang, now: nowOf(deps, office) })
  return signedIn === null ? failed(words, 'wrong-hat') : { ok: true, token, signedIn }
}

async function hashOfNobody(deps: Deps): Promise<string> {
  const known = nobody.get(deps) ?? (await deps.passwords.hash(randomUUID()))
  nobody.set(deps, known)
  return known
}
