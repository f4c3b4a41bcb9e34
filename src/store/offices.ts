import type { Query } from './database/transaction.js'
import { accountColumns } from './read-columns.js'
import type { Account, AccountRole, Government, GovernmentId, Instant, JsonObject, Unit } from './types.js'

const governmentColumns =
  'government, name, number_prefix as "numberPrefix", regulation, regulation_version as "regulationVersion", settings, rehearsal as "isRehearsal", ahead_ms as "aheadMs", rehearses'

export const listGovernments = async (query: Query): Promise<Government[]> =>
  (await query<Required<Government>>(`select ${governmentColumns} from government order by number_prefix`)).map(governmentOf)

const governmentOf = ({ isRehearsal, aheadMs, rehearses, ...government }: Required<Government>): Government => ({
  ...government,
  ...(isRehearsal ? { isRehearsal, aheadMs } : {}),
  ...(rehearses === null ? {} : { rehearses }),
})

export async function findGovernment(query: Query, government: GovernmentId): Promise<Government | null> {
  const rows = await query<Required<Government>>(`select ${governmentColumns} from government where government = $1`, [
    government,
  ])
  return rows[0] === undefined ? null : governmentOf(rows[0])
}

/** 首次设置. What a link to set up with makes at once: the government, and who administers it. */
export type FirstGovernment = {
  readonly token: string
  readonly at: Instant
  readonly government: Government
  readonly account: Account
}

/** The prefix of the numbers stays as it was first: numbers are out there. */
export async function putGovernment(
  query: Query,
  { government, name, numberPrefix, regulation, regulationVersion, settings, isRehearsal = false }: Government,
): Promise<void> {
  await query(
    `insert into government (government, name, number_prefix, regulation, regulation_version, settings, rehearsal)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (government) do update set name = excluded.name, regulation = excluded.regulation,
       regulation_version = excluded.regulation_version, settings = excluded.settings`,
    [government, name, numberPrefix, regulation, regulationVersion, JSON.stringify(settings), isRehearsal],
  )
}

/** False where its id, or the beginning of its numbers, is taken: nothing is changed then. */
export async function addGovernment(
  query: Query,
  { government, name, numberPrefix, regulation, regulationVersion, settings, isRehearsal = false, rehearses = null }: Government,
): Promise<boolean> {
  const rows = await query(
    `insert into government (government, name, number_prefix, regulation, regulation_version, settings, rehearsal, rehearses)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning government`,
    [government, name, numberPrefix, regulation, regulationVersion, JSON.stringify(settings), isRehearsal, rehearses],
  )
  return rows.length > 0
}

type UnitRow = Required<Unit>

export async function listUnits(query: Query, government: GovernmentId): Promise<Unit[]> {
  const rows = await query<UnitRow>(
    `select unit, name, kind, parent, successor, merged_on as "mergedOn", paper_words as "paperWords",
       coalesce((select jsonb_agg(jsonb_build_object('since', n.since, 'name', n.name) order by n.since) from unit_name n
         where n.government = u.government and n.unit = u.unit), '[]') as names
     from unit u where government = $1 order by position, unit`,
    [government],
  )
  return rows.map(unitOf)
}

const unitOf = ({ names, successor, mergedOn, paperWords, ...unit }: UnitRow): Unit => ({
  ...unit,
  ...(names.length === 0 ? {} : { names }),
  ...(successor === null ? {} : { successor, mergedOn }),
  ...(paperWords === null ? {} : { paperWords }),
})

/** Adds or changes these, in their order; units that are not named stay. */
export async function putUnits(query: Query, government: GovernmentId, units: readonly Unit[]): Promise<void> {
  await query(
    `insert into unit (government, unit, name, kind, parent, position, paper_words)
     select $1, item.unit, item.name, item.kind, item.parent, position, "paperWords"
     from jsonb_to_recordset($2) as item(unit text, name text, kind text, parent text, position int, "paperWords" text)
     on conflict (government, unit) do update
       set name = excluded.name, kind = excluded.kind, parent = excluded.parent, position = excluded.position`,
    [government, JSON.stringify(units.map((unit, position) => ({ ...unit, position })))],
  )
}

export const listAccounts = (query: Query, government: GovernmentId): Promise<Account[]> =>
  query(`select ${accountColumns} from account a where a.government = $1 order by a.account`, [government])

export async function findAccount(
  query: Query,
  government: GovernmentId,
  by: { account: string } | { login: string },
): Promise<Account | null> {
  const [column, value] = 'account' in by ? ['account', by.account] : ['login', by.login]
  const rows = await query<Account>(`select ${accountColumns} from account a where a.government = $1 and a.${column} = $2`, [
    government,
    value,
  ])
  return rows[0] ?? null
}

export async function putAccount(
  query: Query,
  government: GovernmentId,
  { account, login, name, passwordHash, isAdmin, isDisabled, roles, ...more }: Account,
): Promise<void> {
  const { isAuditor = false, contact = '', mustChange = false, list = '', standing = '' } = more
  await query(
    `insert into account (government, account, login, name, password_hash, is_admin, disabled, is_auditor, contact, must_change,
       list, standing)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (government, account) do update set login = excluded.login, name = excluded.name,
       password_hash = excluded.password_hash, is_admin = excluded.is_admin, disabled = excluded.disabled,
       is_auditor = excluded.is_auditor, contact = excluded.contact, must_change = excluded.must_change,
       list = excluded.list, standing = excluded.standing`,
    [government, account, login, name, passwordHash, isAdmin, isDisabled, isAuditor, contact, mustChange, list, standing],
  )
  await setRoles(query, government, account, roles)
}

export async function setRoles(
  query: Query,
  government: GovernmentId,
  account: string,
  roles: readonly AccountRole[],
): Promise<void> {
  await query('delete from account_role where government = $1 and account = $2', [government, account])
  const names = roles.map(({ role }) => role)
  const units = roles.map(({ unit }) => unit ?? '')
  await query(
    `insert into account_role (government, account, role, unit)
     select distinct $1, $2, role, unit from unnest($3::text[], $4::text[]) as given(role, unit)`,
    [government, account, names, units],
  )
}

export async function readCalendarOverlay(query: Query, government: GovernmentId): Promise<JsonObject> {
  const rows = await query<{ days: JsonObject }>('select days from calendar_overlay where government = $1', [government])
  return rows[0]?.days ?? {}
}

export async function putCalendarOverlay(query: Query, government: GovernmentId, days: JsonObject): Promise<void> {
  await query(
    'insert into calendar_overlay (government, days) values ($1, $2) on conflict (government) do update set days = excluded.days',
    [government, JSON.stringify(days)],
  )
}

export const hasAccount = async (query: Query, government: GovernmentId): Promise<boolean> =>
  (await query('select from account where government = $1 limit 1', [government])).length > 0
