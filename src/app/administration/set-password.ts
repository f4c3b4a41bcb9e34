import type { Lang } from '../../contract/index.js'
import type { Deps } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { wrongly } from './administer.js'

const shortest = 10
const longest = 200

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

/** 设置密码. The person sets it, nobody else ever knows it; all their sessions end. */
export async function setPassword(
  deps: Deps,
  asked: { readonly token: string; readonly password: string; readonly lang: Lang },
): Promise<Outcome<{ login: string }>> {
  const length = [...asked.password].length
  if (length < shortest || length > longest)
    return wrongly(asked.lang, [{ field: 'password', code: 'password', limit: shortest }])
  const link = await deps.store.administration.findAccountLink(asked.token)
  if (link === null) return failed(wordsOf(asked.lang), 'link-used')
  const passwordHash = await deps.passwords.hash(asked.password)
  const { government, account } = link
  const known = await deps.store.findAccount(government, { account })
  if (known === null || known.isDisabled) return failed(wordsOf(asked.lang), 'link-used')
  const done = await deps.store.administration.change(government, async (changing) => {
    if (!(await changing.spendAccountLink(asked.token, deps.now()))) return null
    if (!(await changing.setPasswordHash(account, passwordHash))) return null
    await changing.endSessionsOf(account)
    return { done: { login: known.login }, entry: { at: deps.now(), account, kind: 'password-set', about: account, detail: {} } }
  })
  return done === null ? failed(wordsOf(asked.lang), 'link-used') : { ok: true, login: done.login }
}
