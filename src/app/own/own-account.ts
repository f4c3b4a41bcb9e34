import type { OwnAccount, OwnPasswordRequest } from '../../contract/index.js'
import { wrongly } from '../administration/administer.js'
import { auditRowView } from '../administration/audit.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { moment } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { passwordWrong } from './password-wrong.js'
import { type Holder, needsSecondFactor, ownAccountBy } from './second-factor.js'

const mostLog = 50

/** 我的账号. Where one is signed in, what stands in the log about one, and the second factor. */
export async function readOwnAccount(deps: Deps, who: SignedIn): Promise<Outcome<{ own: OwnAccount }>> {
  const { office, account, lang, sessionId } = who
  const [known, sessions, factor, log] = await Promise.all([
    deps.store.findAccount(office.id, { account }),
    deps.store.accounts.listSessions(office.id, account, deps.now()),
    deps.store.accounts.findSecondFactor(office.id, account),
    deps.store.administration.listAudit(office.id, { about: account }, { limit: mostLog }),
  ])
  if (known === null) return failed(wordsOf(lang), 'not-found')
  const { zone } = office.calendar
  const showing = showingOf(office, lang)
  const own: OwnAccount = {
    login: known.login,
    sessions: sessions.map(({ id, createdAt, seenAt, address, agent }) => ({
      ...{ id, address, agent, isThis: id === sessionId },
      createdAt: moment(createdAt, zone),
      seenAt: moment(seenAt, zone),
    })),
    secondFactor: {
      isOn: factor?.isConfirmed === true,
      isRequired: needsSecondFactor(office, known),
      recoveryLeft: factor?.isConfirmed === true ? factor.recoveryLeft : 0,
    },
    log: log.rows.map((row) => auditRowView(showing, row)),
  }
  return { ok: true, own }
}

/** 修改密码. By whoever knows the old one; the other sessions end. */
export async function changeOwnPassword(deps: Deps, who: Holder, asked: OwnPasswordRequest): Promise<Outcome<{ done: object }>> {
  const { office, account, lang, sessionId } = who
  const own = await ownAccountBy(deps, who, asked.current)
  if (!own.ok) return own
  const known = own.account
  const wrong = passwordWrong(asked, [known.login, known.name, office.government.name, office.id])
  if (wrong.length > 0) return wrongly(lang, wrong)
  if (asked.password === asked.current) return wrongly(lang, [{ field: 'password', code: 'password-same' }])
  const hash = await deps.passwords.hash(asked.password)
  const done = await deps.store.administration.change(office.id, async (changing) => {
    if (!(await changing.setPasswordHash({ account, hash, mustChange: false }))) return null
    await changing.endSessionsOf(account, { but: sessionId })
    return { done: {}, entry: { at: deps.now(), account, kind: 'password-changed', about: account, detail: {} } }
  })
  return done === null ? failed(wordsOf(lang), 'not-found') : { ok: true, done }
}

/** Ends one of one's own sessions, or all but this one. */
export async function endOwnSessions(deps: Deps, who: SignedIn, id: number | null): Promise<Outcome<{ done: object }>> {
  const { office, account, sessionId } = who
  const done = await deps.store.administration.change(office.id, async (changing) => {
    await changing.endSessionsOf(account, id === null ? { but: sessionId } : { only: id })
    return { done: {}, entry: { at: deps.now(), account, kind: 'sessions-ended', about: account, detail: {} } }
  })
  return done === null ? failed(wordsOf(who.lang), 'not-found') : { ok: true, done }
}
