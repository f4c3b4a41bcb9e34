import type { ListedRequest } from '../../contract/index.js'
import type { Account } from '../../store/index.js'
import { addListed, listedWrong, requesterListsOf } from '../known/listed-people.js'
import { nameIn } from '../words/index.js'
import { rosterWords } from '../words/roster.js'
import { namedSo, type RosterAsked, type RosterCells, type RosterReader, refused, wrongSentences } from './roster.js'

type List = { readonly id: string; readonly name: string } | { readonly reason: string }

/**
 * 提出人名单. Each row somebody who brings matters in and is known by name; whoever stands there with the login, the name and the list already
 * is known, and stays as they are.
 */
export function listedRows({ deps, admin }: RosterAsked, before: readonly Account[]): RosterReader {
  let accounts = before
  return (cells) => {
    const { name = '', login = '', standing = '', contact = '' } = cells
    const list = listIn(admin, cells)
    const id = 'id' in list ? list.id : ''
    if (id !== '' && accounts.some((each) => each.login === login && each.name === name && each.list === id))
      return { kind: 'known' }
    const asked: ListedRequest = { name, login, list: id, standing, contact, isDisabled: false }
    const reasons = [
      ...('reason' in list ? [list.reason] : []),
      ...wrongSentences(
        admin.lang,
        listedWrong(admin.office, asked, accounts, null).filter(({ field }) => field !== 'list'),
      ),
    ]
    if (!('id' in list) || reasons.length > 0) return refused(admin.lang, reasons)
    return {
      kind: 'new',
      values: { name, login, list: list.name, standing, contact },
      take: () => {
        accounts = [...accounts, { ...asked, account: login, passwordHash: null, isAdmin: false, roles: [] }]
      },
      write: async () => {
        const made = await addListed(deps, admin, asked)
        return made.ok ? { ok: true, link: { name, login, link: made.done } } : made
      },
    }
  }
}

/** Which list a row means: where there is only one, it need not say. */
function listIn({ office, lang }: RosterAsked['admin'], { list = '' }: RosterCells): List {
  const words = rosterWords[lang]
  const all = requesterListsOf(office)
  const names = all.map(({ name }) => nameIn(lang, name))
  const [only] = all.length === 1 ? all : []
  const [meant] = namedSo(
    all.map(({ id, name }) => ({ id, names: [name.zh, name.en] })),
    list,
  )
  const found = list === '' ? only : all.find(({ id }) => id === meant?.id)
  if (found !== undefined) return { id: found.id, name: nameIn(lang, found.name) }
  return { reason: list === '' && all.length > 0 ? words.needsList(names) : words.unknownList(list, names) }
}
