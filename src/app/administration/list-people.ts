import type { PeopleView, PersonView } from '../../contract/index.js'
import { dayAt, dayText } from '../../core/index.js'
import type { Account } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { listUnheldRoles } from '../desk/unheld-roles.js'
import { isListed } from '../entry/session.js'
import type { SignedIn } from '../entry/signed-in.js'
import { named, unitNamed } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import { type Showing, showingOf } from '../showing.js'
import { substituteViews } from './substitutes.js'

/** 人员. All accounts, their roles, and who stands in for whom. */
export async function listPeople(deps: Deps, admin: SignedIn): Promise<PeopleView> {
  const { office, lang } = admin
  const [accounts, revisions, substitutes, unheld] = await Promise.all([
    deps.store.listAccounts(office.id),
    deps.store.administration.accountRevisions(office.id),
    deps.store.administration.listSubstitutes(office.id),
    listUnheldRoles(deps, { office, lang, viewer: null }),
  ])
  const showing = showingOf(office, lang)
  const today = dayText(dayAt(nowOf(deps, office), office.calendar.zone))
  const collator = new Intl.Collator('zh-Hans-CN')
  const people = accounts
    .filter((each) => !isListed(each))
    .map((each) => personView(showing, each, revisions.get(each.account) ?? 0))
  return {
    people: people.sort((a, b) => Number(a.isDisabled) - Number(b.isDisabled) || collator.compare(a.name, b.name)),
    substitutes: substituteViews(admin, substitutes, today),
    roles: [...office.roles.values()]
      .filter(({ kind }) => kind !== 'requester' && kind !== 'system')
      .map(({ id, name, kind }) => ({ ...named(showing, id, name), hasUnit: kind === 'unit' })),
    units: [...office.units.values()].filter(({ successor }) => successor == null).map(({ unit }) => unitNamed(showing, unit)),
    unheld,
    today,
  }
}

function personView(showing: Showing, account: Account, revision: number): PersonView {
  const { login, name, isAdmin, isDisabled, isAuditor = false, contact = '', hasSecondFactor = false, passwordHash } = account
  const { roles } = showing.office
  return {
    id: account.account,
    ...{ login, name, isAdmin, isDisabled, isAuditor, contact, hasSecondFactor, revision },
    hasPassword: passwordHash !== null,
    roles: account.roles.map(({ role, unit }) => ({
      role: named(showing, role, roles.get(role)?.name),
      unit: unit === null ? null : unitNamed(showing, unit),
    })),
  }
}
