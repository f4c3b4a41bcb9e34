import type { Query } from '../database/transaction.js'
import type { DayText, GovernmentId, Unit } from '../types.js'

/** A name from its day on; given again for the same day, the later word counts. */
export async function renameUnit(
  query: Query,
  government: GovernmentId,
  { unit, name, since }: { readonly unit: string; readonly name: string; readonly since: DayText },
): Promise<void> {
  await query(
    `insert into unit_name (government, unit, since, name) values ($1, $2, $3, $4)
     on conflict (government, unit, since) do update set name = excluded.name`,
    [government, unit, since, name],
  )
}

/** A merged unit points to its successor; null takes the merger back. False: the unit is not there. */
export async function mergeUnit(
  query: Query,
  government: GovernmentId,
  { unit, successor, on }: { readonly unit: string; readonly successor: string | null; readonly on: DayText | null },
): Promise<boolean> {
  const rows = await query('update unit set successor = $3, merged_on = $4 where government = $1 and unit = $2 returning unit', [
    government,
    unit,
    successor,
    on,
  ])
  return rows.length > 0
}

export async function addUnit(
  query: Query,
  government: GovernmentId,
  { unit, name, kind, parent }: Pick<Unit, 'unit' | 'name' | 'kind' | 'parent'>,
): Promise<boolean> {
  const rows = await query(
    `insert into unit (government, unit, name, kind, parent, position)
     select $1, $2, $3, $5, $4, coalesce(max(position) + 1, 0) from unit where government = $1
     on conflict (government, unit) do nothing returning unit`,
    [government, unit, name, parent, kind],
  )
  return rows.length > 0
}

export async function moveUnit(
  query: Query,
  government: GovernmentId,
  { unit, parent }: { readonly unit: string; readonly parent: string | null },
): Promise<boolean> {
  const rows = await query('update unit set parent = $3 where government = $1 and unit = $2 returning unit', [
    government,
    unit,
    parent,
  ])
  return rows.length > 0
}

/** Says of which kind a unit is. */
export async function classifyUnit(
  query: Query,
  government: GovernmentId,
  { unit, kind }: { readonly unit: string; readonly kind: string },
): Promise<boolean> {
  const rows = await query('update unit set kind = $3 where government = $1 and unit = $2 returning unit', [
    government,
    unit,
    kind,
  ])
  return rows.length > 0
}

/** Says with which words its own papers are numbered; null: with none. */
export async function nameNumbers(
  query: Query,
  government: GovernmentId,
  { unit, paperWords }: { readonly unit: string; readonly paperWords: string | null },
): Promise<boolean> {
  const rows = await query('update unit set paper_words = $3 where government = $1 and unit = $2 returning unit', [
    government,
    unit,
    paperWords,
  ])
  return rows.length > 0
}

/** How many shares each unit has open. */
export async function openShares(query: Query, government: GovernmentId): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ unit: string; count: number }>(
    'select unit, count(*) as count from assignment where government = $1 and ended_at is null group by unit',
    [government],
  )
  return new Map(rows.map(({ unit, count }) => [unit, Number(count)]))
}
