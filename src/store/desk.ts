import type { DeskAsked, DeskGroup } from './desk-types.js'
import { Values, visible } from './gate.js'
import { afterKey, countCap, pageLimit, pageOf } from './page.js'
import { queuedDutyColumns, queuedMatterColumns } from './read-columns.js'
import { iso } from './record.js'
import type { Query } from './transaction.js'
import type { GovernmentId, QueuedDuty } from './types.js'

/** The desk in groups. Of each duty of each holder the first rows come straight from the index `duty_desk`, and are merged. */
export async function readDesk(query: Query, government: GovernmentId, asked: DeskAsked): Promise<readonly DeskGroup[]> {
  const limit = pageLimit(asked.page)
  const rows = await firstRows(query, government, asked, limit + 1)
  const counted = await countGroups(query, government, asked)
  return Object.keys(asked.groups).map((group) => {
    const own = rows.filter((row) => row.group === group).map(({ group: _, ...row }) => row)
    const found = counted.find((each) => each.group === group)
    return {
      ...pageOf(own, limit, ({ dueAt, openedAt, matter, key }) => [dueAt, openedAt, matter, key]),
      group,
      count: Math.min(found?.count ?? 0, countCap),
      late: Math.min(found?.late ?? 0, countCap),
      waitingSince: found?.waitingSince ?? null,
      alert: found?.alert == null ? null : found.alert,
    }
  })
}

type Row = QueuedDuty & { readonly group: string }

function firstRows(query: Query, government: GovernmentId, asked: DeskAsked, wanted: number): Promise<Row[]> {
  const values = new Values()
  const after = afterKey(asked.page, ['moment', 'moment', 'number', 'string'])
  const conditions: string[] = []
  if (after) {
    const [due, opened, matter, key] = after
    const from = `${values.add(due === null ? 'infinity' : iso(Number(due)))}::timestamptz, ${values.add(iso(Number(opened)))}::timestamptz`
    conditions.push(
      `(d.sort_at, d.opened_at, d.matter, d.duty_key) > (${from}, ${values.add(matter)}::bigint, ${values.add(key)}::text)`,
    )
  }
  const found = owed(
    government,
    asked,
    { columns: `${queuedDutyColumns}, m.*, d.sort_at`, matter: queuedMatterColumns, conditions, limit: wanted },
    values,
  )
  return query<Row>(
    `select * from (
       select q.*, row_number() over (partition by "group" order by sort_at, "openedAt", matter, key) as place from (${found}) q
     ) r where place <= ${wanted} order by sort_at, "openedAt", matter, key`,
    values.list,
  )
}

type Counted = Pick<DeskGroup, 'group' | 'count' | 'late' | 'waitingSince' | 'alert'>

function countGroups(query: Query, government: GovernmentId, asked: DeskAsked): Promise<Counted[]> {
  const values = new Values()
  const matter = 'm.regulation, m.regulation_version, m.office_duty'
  const columns = `d.late_at, d.sort_at, d.opened_at, d.alert, d.alert_rank, ${matter}`
  const found = owed(government, asked, { columns, matter, conditions: [], limit: countCap + 1 }, values)
  return query<Counted>(
    `select "group", count(*)::int as count, count(*) filter (where late_at <= ${values.add(iso(asked.now))}::timestamptz)::int as late,
       min(opened_at) filter (where sort_at = 'infinity') as "waitingSince",
       (array_agg(jsonb_build_object('alert', alert, 'regulation', regulation, 'regulationVersion', regulation_version,
         'officeDuty', office_duty)
         order by alert_rank desc) filter (where alert is not null))[1] as alert
     from (${found}) q group by "group"`,
    values.list,
  )
}

type Wanted = {
  readonly columns: string
  readonly matter: string
  readonly conditions: readonly string[]
  readonly limit: number
}

/** Of each duty of each holder as many as are wanted, from the front. `offset 0`: the matter of each is looked up as it comes. */
function owed(
  government: GovernmentId,
  { holders, persons = [], gate, groups }: DeskAsked,
  wanted: Wanted,
  values: Values,
): string {
  const pairs = Object.entries(groups).flatMap(([group, duties]) => duties.map((duty) => [group, duty] as const))
  const asked = `unnest(${values.add(pairs.map(([group]) => group))}::text[], ${values.add(pairs.map(([, duty]) => duty))}::text[])`
  const roles = values.add(holders.map(({ role }) => role))
  const units = values.add(holders.map(({ unit }) => unit ?? ''))
  const conditions = [
    `d.government = ${values.add(government)}`,
    'd.holder_role = h.role',
    'd.holder_unit = h.unit',
    `d.holder_person = any(${values.add(['', ...persons])}::text[])`,
    'd.duty = g.duty',
    "d.status in ('open', 'overdue', 'paused')",
    ...wanted.conditions,
  ]
  return `select g."group", q.* from ${asked} as g("group", duty)
    cross join (select distinct role, unit from unnest(${roles}::text[], ${units}::text[]) as named(role, unit)) h
    cross join lateral (
      select ${wanted.columns} from duty d
      cross join lateral (select ${wanted.matter} from matter m where ${visible(government, gate, values)} and m.matter = d.matter offset 0) m
      where ${conditions.join(' and ')} order by d.sort_at, d.opened_at, d.matter, d.duty_key limit ${wanted.limit}
    ) q`
}
