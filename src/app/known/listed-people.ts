import { randomUUID } from 'node:crypto'
import type { AccountLinkView, ListedPerson, ListedRequest, ListedView, Named } from '../../contract/index.js'
import { keptLogin, keptName, type RequesterList } from '../../core/index.js'
import type { Account } from '../../store/index.js'
import { administer, textWrong, type Wrong, wrongly } from '../administration/administer.js'
import { handedTo, handing, newLink } from '../administration/people.js'
import { isLoginTaken } from '../administration/staff-rules.js'
import type { Deps } from '../deps.js'
import { isListed } from '../entry/session.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { isAskedOf } from './own-matters.js'

const longestName = 60

/** 名单. Everybody on a list that the government's regulations declare. */
export async function listListed(deps: Deps, { office, lang }: SignedIn): Promise<ListedView> {
  const [accounts, revisions] = await Promise.all([
    deps.store.listAccounts(office.id),
    deps.store.administration.accountRevisions(office.id),
  ])
  const lists = listsOf(office, lang)
  const collator = new Intl.Collator('zh-Hans-CN')
  const people = accounts.filter(isListed).map((each) => listedView(lists, each, revisions.get(each.account) ?? 0))
  return {
    lists: [...lists],
    people: people.sort((a, b) => Number(a.isDisabled) - Number(b.isDisabled) || collator.compare(a.name, b.name)),
  }
}

/** By whichever regulation declares them first. */
export function requesterListsOf({ programs }: Pick<Office, 'programs'>): readonly Pick<RequesterList, 'id' | 'name'>[] {
  const all = programs.flatMap(({ regulation }) => Object.values(regulation.requesterLists))
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at)
}

const listsOf = (office: Office, lang: SignedIn['lang']): readonly Named[] =>
  requesterListsOf(office).map(({ id, name }) => ({ id, name: nameIn(lang, name) }))

function listedView(lists: readonly Named[], account: Account, revision: number): ListedPerson {
  const { login, name, standing = '', contact = '', isDisabled, passwordHash } = account
  const list = lists.find(({ id }) => id === account.list) ?? { id: account.list ?? '', name: account.list ?? '' }
  return { id: account.account, login, name, list, standing, contact, isDisabled, hasPassword: passwordHash !== null, revision }
}

/** Puts somebody on a list; nobody can sign in as them until they have set a password by the link. */
export async function addListed(deps: Deps, admin: SignedIn, asked: ListedRequest): Promise<Outcome<{ done: AccountLinkView }>> {
  const accounts = await deps.store.listAccounts(admin.office.id)
  const wrong = listedWrong(admin.office, asked, accounts, null)
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const account: Account = { ...accountOf(asked), account: randomUUID(), passwordHash: null, isAdmin: false, roles: [] }
  const link = newLink(deps, admin, account)
  return handing(deps, admin, link, async (changing) => {
    await changing.putAccount(account)
    return { kind: 'account-added', about: account.account, detail: { ...detailOf(null, account), ...handedTo(link) } }
  })
}

/** Changes who they are there; whoever is locked is signed out, and no longer offered to be named: asked back where something waits for them. */
export async function changeListed(
  deps: Deps,
  admin: SignedIn,
  asked: ListedRequest & { readonly id: string; readonly revision: number },
): Promise<Outcome<{ done: { id: string } }>> {
  const accounts = await deps.store.listAccounts(admin.office.id)
  const known = accounts.find(({ account }) => account === asked.id)
  if (known === undefined || !isListed(known)) return failed(wordsOf(admin.lang), 'not-found')
  const isLeaving = asked.isDisabled && !known.isDisabled && asked.leavesVacant !== true
  const isAwaited = isLeaving && (await isAskedOf(deps, admin, known))
  const wrong = [
    ...listedWrong(admin.office, asked, accounts, known),
    ...(isAwaited ? [{ field: 'leavesVacant', code: 'asked-of-them' } as const] : []),
  ]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  return administer(deps, admin, async (changing) => {
    const before = await changing.accountAsSeen(asked.id, asked.revision)
    const account: Account = { ...before, ...accountOf(asked) }
    await changing.putAccount(account)
    if (account.isDisabled) await changing.endSessionsOf(asked.id)
    return { done: { id: asked.id }, entry: { kind: 'account-changed', about: asked.id, detail: detailOf(before, account) } }
  })
}

/** An invitation, once more; those before are worth nothing then. */
export async function linkForListed(deps: Deps, admin: SignedIn, id: string): Promise<Outcome<{ done: AccountLinkView }>> {
  const known = await deps.store.findAccount(admin.office.id, { account: id })
  if (known === null || !isListed(known)) return failed(wordsOf(admin.lang), 'not-found')
  const link = newLink(deps, admin, known)
  return handing(deps, admin, link, async () => ({ kind: 'account-link', about: id, detail: handedTo(link) }))
}

/** What is wrong with somebody as asked for; `known` is the one who is changed. */
export function listedWrong(
  office: Office,
  asked: ListedRequest,
  accounts: readonly Account[],
  known: Account | null,
): readonly Wrong[] {
  const login = keptLogin(asked.login)
  const isTaken = isLoginTaken(accounts, login, known)
  const isList = requesterListsOf(office).some(({ id }) => id === asked.list)
  return [
    ...textWrong('name', asked.name, longestName, 'fullName'),
    ...textWrong('login', login, longestName),
    ...(isTaken ? [{ field: 'login', code: 'taken' } as const] : []),
    ...(isList ? [] : [{ field: 'list', code: 'not-an-option' } as const]),
  ]
}

const accountOf = ({ login, name, list, standing, contact, isDisabled }: ListedRequest) => ({
  ...{ login: keptLogin(login), name: keptName(name), list, standing: standing.trim(), contact: contact.trim(), isDisabled },
})

/** What is otherwise than before, for the log. */
function detailOf(before: Account | null, after: Account): { readonly [part: string]: string | boolean } {
  const parts = ['name', 'login', 'list', 'standing', 'contact', 'isDisabled'] as const
  return Object.fromEntries(
    parts.flatMap((part) => {
      const [was, is] = [before?.[part] ?? '', after[part] ?? '']
      return was === is || (before === null && is === false) ? [] : [[part, is]]
    }),
  )
}
