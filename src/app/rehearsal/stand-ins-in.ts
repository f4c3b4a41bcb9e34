import type { Lang, Rehearsals } from '../../contract/index.js'
import { unitNamed } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import { showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'

/** 替身. Whoever of the staff has a role in a rehearsal, by what they are there. */
export function standInsIn(office: Office, lang: Lang): Rehearsals['rehearsals'][number]['standIns'] {
  const showing = showingOf(office, lang)
  const roleName = (role: string, unit: string | null): string => {
    const found = office.roles.get(role)
    const name = found === undefined ? role : nameIn(lang, found.name)
    return unit === null ? name : `${name} · ${unitNamed(showing, unit).name}`
  }
  return [...office.people].flatMap(([id, name]) => {
    if (office.requesters.has(id)) return []
    const roles = office.posts.filter(({ account }) => account === id).map(({ role, unit }) => roleName(role, unit))
    return [{ id, name, isAdmin: office.administrators.has(id), roles }]
  })
}
