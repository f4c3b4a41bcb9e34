import type { Colleagues } from '../../contract/index.js'
import type { AccountRole } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { named, unitNamed } from '../matter/view-parts.js'
import { showingOf } from '../showing.js'

/** 同事. Everybody who serves here and can sign in. */
export async function listColleagues(deps: Deps, { office, lang }: Viewer): Promise<Colleagues> {
  const showing = showingOf(office, lang)
  const { roles } = office
  const seat = ({ role, unit }: AccountRole): string =>
    `${unit === null ? '' : `${unitNamed(showing, unit).name} · `}${named(showing, role, roles.get(role)?.name).name}`
  const accounts = await deps.store.listAccounts(office.id)
  return {
    people: accounts
      .filter(({ isDisabled }) => !isDisabled)
      .map(({ account, name, ...each }) => ({ id: account, name, held: each.roles.filter(({ role }) => roles.has(role)) }))
      .filter(({ held }) => held.length > 0)
      .map(({ id, name, held }) => ({
        ...{ id, name, seats: held.map(seat) },
        unit: held.map(({ unit }) => unit).find((unit) => unit !== null) ?? null,
      })),
  }
}
