import type { Lang, UnheldRole } from '../../contract/index.js'
import { type Gate, seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { named, unitNamed } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import { showingOf } from '../showing.js'
import { keptFrom } from '../statistics/statistics-asked.js'

type Asked = {
  readonly office: Office
  readonly lang: Lang
  /** Through whose eyes; null: an administrator's, who is told which roles wait for somebody, and not how much there is. */
  readonly viewer: { readonly gate: Gate; readonly role: string } | null
}

/** 没有人担任的角色。 Seats with open duties that nobody holds, and what is owed by one person alone who has gone: it lies on no desk. */
export async function listUnheldRoles(deps: Deps, { office, lang, viewer }: Asked): Promise<UnheldRole[]> {
  const roles = [...office.roles.values()].filter(({ kind }) => ['office', 'unit', 'leader'].includes(kind)).map(({ id }) => id)
  const gate: Gate = { ...(viewer?.gate ?? seesAll), rounds: 'beside' }
  const kept = viewer === null ? [] : keptFrom(office, viewer.role)
  const found = await deps.store.listUnheld(office.id, { roles, gate, kept })
  const showing = showingOf(office, lang)
  return found.map((each) => ({
    role: named(showing, each.role, office.roles.get(each.role)?.name),
    unit: each.unit === null ? null : unitNamed(showing, each.unit),
    person: each.person === null ? null : (office.people.get(each.person) ?? each.person),
    duties: viewer === null ? null : each.duties,
  }))
}
