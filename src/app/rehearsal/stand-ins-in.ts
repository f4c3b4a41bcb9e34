import type { Lang, Rehearsals } from '../../contract/index.js'
import { unitNamed } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import { showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'

/** 替身. Whoever of the staff has a role in a rehearsal, by what they are there, in the order of the roles and then of the names. */
export function standInsIn(office: Office, lang: Lang): Rehearsals['rehearsals'][number]['standIns'] {
  const showing = showingOf(office, lang)
  const roleName = (role: string, unit: string | null): string => {
    const found = office.roles.get(role)
    const name = found === undefined ? role : nameIn(lang, found.name)
    return unit === null ? name : `${name} · ${unitNamed(showing, unit).name}`
  }
  const order = [...office.roles.keys()]
  const rank = (role: string): number => (order.includes(role) ? order.indexOf(role) : order.length)
  const all = [...office.people].flatMap(([id, name]) => {
    if (office.requesters.has(id)) return []
    const posts = office.posts.filter(({ account }) => account === id)
    const roles = posts.map(({ role, unit }) => roleName(role, unit))
    const first = Math.min(order.length, ...posts.map(({ role }) => rank(role)))
    return [{ first, shown: { id, name, isAdmin: office.administrators.has(id), roles } }]
  })
  return all.sort((a, b) => a.first - b.first || a.shown.name.localeCompare(b.shown.name, 'zh')).map(({ shown }) => shown)
}
