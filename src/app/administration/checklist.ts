import { type Checklist, type ChecklistRequest, type SetupItem, textName } from '../../contract/index.js'
import { day, dayAt, dayText, isInForce } from '../../core/index.js'
import type { Account } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { clauseViews, named } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { needsSecondFactor } from '../own/second-factor.js'
import { type Showing, showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'
import { administer } from './administer.js'
import { readSettings } from './settings.js'
import { unitKindsSaid } from './units.js'

/** 待完成. What remains of the set-up, until nothing does; and what each role owes and may. */
export async function readChecklist(deps: Deps, { office, lang }: SignedIn): Promise<Checklist> {
  const [accounts, row, revision] = await Promise.all([
    deps.store.listAccounts(office.id),
    deps.store.findGovernment(office.id),
    deps.store.administration.governmentRevision(office.id),
  ])
  const said = row === null ? office.settings.said : readSettings(row.settings).said
  const active = accounts.filter(({ isDisabled }) => !isDisabled)
  const roles = rolesOf(showingOf(office, lang), active)
  const item = (id: SetupItem, about: readonly string[], isDone = about.length === 0) => ({ id, isDone, about: [...about] })
  const asked = (each: { readonly id: SetupItem }): boolean => office.rehearses === null || !ofAnOffice.includes(each.id)
  return {
    items: [
      item('secondFactor', withoutFactor(office, active)),
      item('force', notInForce(deps, office, lang)),
      item('units', [], office.units.size > 0 || ![...office.roles.values()].some(({ kind }) => kind === 'unit')),
      item('unitKinds', withoutKind(office)),
      item(
        'people',
        [],
        active.some((each) => each.roles.length > 0 && each.passwordHash !== null),
      ),
      item(
        'roles',
        roles.filter(({ owes, held }) => owes.length > 0 && held === 0).map(({ name }) => name),
      ),
      item(
        'auditor',
        [],
        active.some(({ isAuditor }) => isAuditor === true),
      ),
      item('form', [], said.includes('form') || !office.programs.some(hasForm)),
      item('calendar', unknownYear(deps, office)),
      item('backup', [], said.includes('backup')),
    ].filter(asked),
    roles,
    revision,
  }
}

/** Nobody signs in to a rehearsal beside an office, and nothing of it is kept: its stand-ins have no passwords to set. */
const ofAnOffice: readonly SetupItem[] = ['secondFactor', 'people', 'auditor', 'backup']

/** Somebody says of what the product cannot see that it is done. */
export async function tickOff(
  deps: Deps,
  admin: SignedIn,
  { item, revision }: ChecklistRequest,
): Promise<Outcome<{ done: object }>> {
  const said = [...new Set([...admin.office.settings.said, item])]
  return administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ settings: { said }, revision })
    return { done: {}, entry: { kind: 'set-up-said', about: item, detail: {} } }
  })
}

const withoutFactor = (office: Office, accounts: readonly Account[]): readonly string[] =>
  accounts
    .filter((each) => needsSecondFactor(office, each) && each.passwordHash !== null && each.hasSecondFactor !== true)
    .map(({ name }) => name)

const notInForce = (deps: Deps, office: Office, lang: 'zh' | 'en'): readonly string[] => {
  const today = dayAt(nowOf(deps, office), office.calendar.zone)
  return office.programs
    .filter(({ regulation }) => !isInForce(regulation, today))
    .map(({ regulation }) => textName(lang, nameIn(lang, regulation.title), regulation.version))
}

/** Units of which nobody said of which kind they are, where a regulation here speaks of kinds. */
const withoutKind = (office: Office): readonly string[] => {
  const kinds = unitKindsSaid(office).map(({ id }) => id)
  if (kinds.length === 0) return []
  return [...office.units.values()]
    .filter(({ kind, successor }) => successor == null && !kinds.includes(kind))
    .map(({ name }) => name)
}

const hasForm = ({ regulation }: Office['program']): boolean =>
  Object.values(regulation.acts).some(
    ({ by, starts }) => starts && by.some((role) => regulation.roles[role]?.kind === 'requester'),
  )

/** Days off are announced in autumn for the year that follows: this year's must be known. */
function unknownYear(deps: Deps, office: Office): readonly string[] {
  const { calendar } = office
  const year = dayText(dayAt(nowOf(deps, office), calendar.zone)).slice(0, 4)
  return calendar.knownThrough >= day(`${year}-12-31`) ? [] : [year]
}

const staffKinds: readonly string[] = ['office', 'unit', 'leader']

/** What each role of staff owes and may, under whichever regulation. */
function rolesOf(showing: Showing, accounts: readonly Account[]): Checklist['roles'] {
  const { office } = showing
  const roles = [...office.roles.values()].filter(({ kind }) => staffKinds.includes(kind))
  return roles.map(({ id, name }) => ({
    ...named(showing, id, name),
    held: accounts.filter((each) => each.roles.some(({ role }) => role === id)).length,
    owes: office.programs.flatMap(({ regulation }) =>
      Object.values(regulation.duties)
        .filter(({ holder }) => holder === id)
        .map((duty) => ({ ...named(showing, duty.id, duty.name), clauses: clauseViews(regulation, duty.clause) })),
    ),
    may: office.programs.flatMap(({ regulation }) =>
      Object.values(regulation.acts)
        .filter(({ by }) => by.includes(id))
        .map((act) => ({ ...named(showing, act.id, act.name), clauses: clauseViews(regulation, act.clause) })),
    ),
  }))
}
