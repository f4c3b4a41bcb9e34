import { randomBytes, randomInt } from 'node:crypto'
import type { RecoveryCodes, SecondFactorBegun } from '../../contract/index.js'
import type { Account, SecondFactor } from '../../store/index.js'
import { wrongly } from '../administration/administer.js'
import { rightsOf } from '../administration/role-rights.js'
import type { Deps } from '../deps.js'
import { admitAgain } from '../entry/admit.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { base32, stepOf } from './one-time-code.js'

/** Who administers, reads the log or may open identities, of whichever kind of matter. */
export function needsSecondFactor(office: Office, { isAdmin, isAuditor, roles }: Account): boolean {
  if (office.settings.secondFactor === 'offered') return false
  return isAdmin || isAuditor === true || roles.some(({ role }) => rightsOf(office, role).opensIdentities)
}

const codeIn = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

const stepShown = (deps: Deps, { secret, lastStep }: SecondFactor, code: string): number | null =>
  stepOf(Buffer.from(secret, 'hex'), code, { now: deps.now(), lastStep })

/** What a guess at a code is about, wherever it is made. */
export const secondFactorOf = (government: string, account: string): string => `second factor/${government}/${account}`

/** A code of the authenticator, or one of the recovery codes; either serves once. */
export async function isSecondFactor(deps: Deps, government: string, account: string, typed: string): Promise<boolean> {
  const code = codeIn(typed)
  const factor = await deps.store.accounts.findSecondFactor(government, account)
  if (factor === null) return false
  const step = stepShown(deps, factor, code)
  if (step !== null) return deps.store.accounts.spendStep(government, account, step)
  return deps.store.accounts.spendRecoveryCode(government, { account, code, at: deps.now() })
}

/** Makes a secret that holds once a code of it was shown. Who does it knows the password. */
export async function beginSecondFactor(
  deps: Deps,
  who: SignedIn,
  password: string,
): Promise<Outcome<{ begun: SecondFactorBegun }>> {
  const own = await ownAccountBy(deps, who, password)
  if (!own.ok) return own
  const secret = randomBytes(20)
  const isBegun = await deps.store.accounts.beginSecondFactor(who.office.id, {
    account: who.account,
    secret: secret.toString('hex'),
  })
  if (!isBegun) return failed(wordsOf(who.lang), 'changed-meanwhile')
  const shown = base32(secret)
  const issuer = encodeURIComponent(`回音 ${who.office.government.name}`)
  const uri = `otpauth://totp/${issuer}:${encodeURIComponent(own.account.login)}?secret=${shown}&issuer=${issuer}`
  return { ok: true, begun: { secret: shown, uri } }
}

const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const newCode = (): string => Array.from({ length: 10 }, () => codeLetters.charAt(randomInt(codeLetters.length))).join('')

/** The authenticator shows the right code: it holds from now on. Recovery codes are told once. */
export async function confirmSecondFactor(
  deps: Deps,
  who: SignedIn,
  code: string,
): Promise<Outcome<{ recovery: RecoveryCodes }>> {
  const { office, account, lang } = who
  const wrong = wrongly(lang, [{ field: 'code', code: 'wrong-code' }])
  const admitted = await admitAgain(deps, { about: secondFactorOf(office.id, account), device: placeOf(who), lang })
  if (!admitted.ok) return admitted
  const factor = await deps.store.accounts.findSecondFactor(office.id, account)
  if (factor?.isConfirmed === true) return failed(wordsOf(lang), 'changed-meanwhile')
  const step = factor === null ? null : stepShown(deps, factor, codeIn(code))
  if (step === null) return wrong
  deps.guesses.right(admitted.guess)
  const codes = Array.from({ length: 10 }, newCode)
  const codeHashes = codes.map((each) => deps.store.accounts.recoveryHash(office.id, account, each))
  const done = await deps.store.administration.change(office.id, async (changing) => {
    if (!(await changing.confirmSecondFactor({ account, step, codeHashes }))) return null
    return { done: {}, entry: { at: deps.now(), account, kind: 'second-factor-set', about: account, detail: {} } }
  })
  // Somebody was faster with the same code.
  if (done === null) return wrong
  return { ok: true, recovery: { codes: codes.map((each) => `${each.slice(0, 5)}-${each.slice(5)}`) } }
}

/** One's own, with the password; who needs one has to set up another at once. */
export async function removeSecondFactor(deps: Deps, who: SignedIn, password: string): Promise<Outcome<{ done: object }>> {
  const { office, account, lang } = who
  const own = await ownAccountBy(deps, who, password)
  if (!own.ok) return own
  const done = await deps.store.administration.change(office.id, async (changing) => {
    if (!(await changing.removeSecondFactor(account))) return null
    return { done: {}, entry: { at: deps.now(), account, kind: 'second-factor-removed', about: account, detail: {} } }
  })
  return done === null ? failed(wordsOf(lang), 'not-found') : { ok: true, done }
}

/** Whoever holds a session, one of the staff or a requester known by name. */
export type Holder = Pick<SignedIn, 'office' | 'account' | 'lang' | 'sessionId'>

/** One's own account, if this is its password. */
export async function ownAccountBy(deps: Deps, who: Holder, password: string): Promise<Outcome<{ account: Account }>> {
  const { office, account, lang } = who
  const wrong = wrongly(lang, [{ field: 'current', code: 'wrong-password' }])
  const known = await deps.store.findAccount(office.id, { account })
  if (known === null || known.passwordHash === null || known.isDisabled) return wrong
  const admitted = await admitAgain(deps, { about: `own/${office.id}/${account}`, device: placeOf(who), lang })
  if (!admitted.ok) return admitted
  if (!(await deps.passwords.isRight(known.passwordHash, password))) return wrong
  deps.guesses.right(admitted.guess)
  return { ok: true, account: known }
}

/** Each session counts for itself: who took one does not hold up its person in another. */
const placeOf = ({ sessionId }: Holder): string => `session ${sessionId}`
