import type { Lang } from '../../contract/index.js'
import type { Deps } from '../deps.js'
import { isListed } from '../entry/session.js'
import type { Outcome } from '../outcome.js'
import { passwordWrong } from '../own/password-wrong.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { wrongly } from './administer.js'

/** Whose link it is, while it can be used. */
export async function findAccountLink(
  deps: Deps,
  asked: { readonly token: string; readonly lang: Lang },
): Promise<Outcome<{ person: { government: string; login: string; name: string } }>> {
  const link = await deps.store.administration.findAccountLink(asked.token)
  const account = link === null ? null : await deps.store.findAccount(link.government, { account: link.account })
  const office = link === null ? null : await deps.offices.get(link.government)
  const isGone = link === null || link.usedAt !== null || link.expiresAt <= deps.now()
  if (isGone || account === null || office === null || account.isDisabled) return failed(wordsOf(asked.lang), 'link-used')
  return { ok: true, person: { government: office.government.name, login: account.login, name: account.name } }
}

/** Where the person of a link signs in, whether it can still be used or not; null where there never was such a link. */
export async function signInPlaceOf(deps: Deps, token: string): Promise<{ government: string; isListed: boolean } | null> {
  const link = await deps.store.administration.findAccountLink(token)
  const account = link === null ? null : await deps.store.findAccount(link.government, { account: link.account })
  return link === null || account === null ? null : { government: link.government, isListed: isListed(account) }
}

/** 设置密码. The person sets it, nobody else ever knows it; all their sessions end. */
export async function setPassword(
  deps: Deps,
  asked: { readonly token: string; readonly password: string; readonly again: string; readonly lang: Lang },
): Promise<Outcome<{ login: string; government: string; isListed: boolean }>> {
  const link = await deps.store.administration.findAccountLink(asked.token)
  if (link === null) return failed(wordsOf(asked.lang), 'link-used')
  const { government, account } = link
  const office = await deps.offices.get(government)
  const known = await deps.store.findAccount(government, { account })
  if (office === null || known === null || known.isDisabled) return failed(wordsOf(asked.lang), 'link-used')
  const wrong = passwordWrong(asked, [known.login, known.name, office.government.name, government])
  if (wrong.length > 0) return wrongly(asked.lang, wrong)
  const hash = await deps.passwords.hash(asked.password)
  const done = await deps.store.administration.change(government, async (changing) => {
    if (!(await changing.spendAccountLink(asked.token, deps.now()))) return null
    // Whoever made the link could have used it: then the person finds it spent, and changes what they are told.
    if (!(await changing.setPasswordHash({ account, hash, mustChange: link.isShown }))) return null
    await changing.endSessionsOf(account)
    return { done: { login: known.login }, entry: { at: deps.now(), account, kind: 'password-set', about: account, detail: {} } }
  })
  return done === null
    ? failed(wordsOf(asked.lang), 'link-used')
    : { ok: true, login: done.login, government, isListed: isListed(known) }
}
