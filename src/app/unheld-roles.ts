import type { Lang, UnheldRole } from '../contract/index.js'
import type { Gate } from '../store/index.js'
import type { Deps } from './deps.js'
import type { Office } from './office.js'
import { showingOf } from './showing.js'
import { keptFrom } from './statistics/statistics-asked.js'
import { named, unitNamed } from './view-parts.js'

type Asked = {
  readonly office: Office
  readonly lang: Lang
  readonly gate: Gate
  /** Whose eyes it is shown to; null: an administrator's, who is told of seats and not of matters. */
  readonly role: string | null
}

/** 没有人承担的角色。 Seats with open duties that nobody holds: what lies there lies on no desk. */
export async function listUnheldRoles(deps: Deps, { office, lang, gate, role }: Asked): Promise<UnheldRole[]> {
  const roles = [...office.roles.values()].filter(({ kind }) => ['office', 'unit', 'leader'].includes(kind)).map(({ id }) => id)
  const kept = role === null ? [] : keptFrom(office, role)
  const found = await deps.store.listUnheld(office.id, { roles, gate, kept })
  const showing = showingOf(office, lang)
  return found.map((each) => ({
    role: named(showing, each.role, office.roles.get(each.role)?.name),
    unit: each.unit === null ? null : unitNamed(showing, each.unit),
    duties: each.duties,
  }))
}
