import type { PersonRequest } from '../../contract/index.js'
import { isSameName, keptLogin } from '../../core/index.js'
import type { Account } from '../../store/index.js'
import { addPerson } from '../administration/people.js'
import { personWrong } from '../administration/staff-rules.js'
import { isListed } from '../entry/session.js'
import { nameIn } from '../words/index.js'
import { rosterWords } from '../words/roster.js'
import {
  namedSo,
  type RosterAsked,
  type RosterCells,
  type RosterReader,
  type RosterRow,
  refused,
  staffRoles,
  wrongSentences,
} from './roster.js'
import { meant, unitsNameable } from './unit-rows.js'

type Roles = { readonly roles: PersonRequest['roles'] } | { readonly reasons: readonly string[] }

/** 人员名单. Each row a person with an account; whoever has the login and the name already is known, and stays as they are. */
export function personRows({ deps, admin }: RosterAsked, before: readonly Account[]): RosterReader {
  let accounts = before
  const reader = (cells: RosterCells): RosterRow => {
    const { name = '', login = '', contact = '' } = cells
    if (accounts.some((each) => !isListed(each) && each.login === keptLogin(login) && isSameName(each.name, name)))
      return { kind: 'known' }
    const found = rolesIn(admin, cells)
    const roles = 'roles' in found ? found.roles : []
    const asked = { name, login, contact, roles, isAdmin: false, isDisabled: false, isAuditor: false }
    const reasons = [
      ...('reasons' in found ? found.reasons : []),
      ...wrongSentences(admin.lang, personWrong(admin.office, asked, { accounts, known: null })),
    ]
    if (reasons.length > 0) return refused(admin.lang, reasons)
    return {
      kind: 'new',
      values: { name, login, contact, roles: cells.roles ?? '', unit: cells.unit ?? '' },
      take: () => {
        accounts = [...accounts, { ...asked, account: login, passwordHash: null }]
      },
      write: async () => {
        const made = await addPerson(deps, admin, asked)
        return made.ok ? { ok: true, link: { name, login, link: made.done } } : made
      },
    }
  }
  return reader
}

/** Each role of the cell, with the unit where it is held for one. */
function rolesIn({ office, lang }: RosterAsked['admin'], { roles = '', unit = '' }: RosterCells): Roles {
  const words = rosterWords[lang]
  const known = staffRoles(office)
  const nameable = known.map(({ id, name }) => ({ id, names: [name.zh, name.en] }))
  const units = unitsNameable([...office.units.values()])
  const at = meant(namedSo(units, unit), unit, words)
  const reasons = 'reason' in at ? [at.reason] : []
  const found = roles
    .split(/[、,，;；/／|\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .flatMap((text) => {
      const [meantRole] = namedSo(nameable, text)
      const role = known.find(({ id }) => id === meantRole?.id)
      if (role === undefined)
        reasons.push(
          words.unknownRole(
            text,
            known.map(({ name }) => nameIn(lang, name)),
          ),
        )
      else if (role.kind === 'unit' && unit === '') reasons.push(words.needsUnit(text))
      return role === undefined ? [] : [{ role: role.id, unit: role.kind === 'unit' && 'id' in at ? at.id : null }]
    })
  return reasons.length > 0 ? { reasons } : { roles: found }
}
