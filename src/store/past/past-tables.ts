import { asRecord, type Column, named, ofAssignments, ofDuties, ofMarks, ofMatters, ofTexts, written } from '../columns.js'

/**
 * 截至. Beside the tables as they are stand, for one transaction and nobody else, views of the same names as they were at a moment:
 * rows that nothing has touched since are read where they lie, of all others the rows of that moment are put in. Whatever lists,
 * counts or searches then finds the past without knowing it.
 */
const shadowed = ['matter', 'assignment', 'duty', 'mark', 'matter_text'] as const

/** The moment stands in the text: values of a view cannot be bound. */
const untouched = (asOf: string): string => `u.projected_at <= '${asOf}' and (u.look_at is null or u.look_at > '${asOf}')`

/** What must be made anew is everything else that was there. */
export const touched = (asOf: string): string => `(m.projected_at > ${asOf} or m.look_at <= ${asOf})`

/** To be run one after the other, each by itself. */
export const shadows: readonly string[] = [
  'set local search_path = pg_temp, huiyin',
  ...shadowed.map((table) => `create temp table past_${table} (like huiyin.${table} including generated including indexes)`),
  // Texts of the past are read one by one: to cut each of them would take longer than to make it.
  'drop index past_matter_text_text_words_idx',
]

/** Of what was made for the moment before, that which is another one at this: something was recorded, fell due, or lies as it is now. */
export const moved = (before: string, asOf: string): readonly string[] => [
  `create temp table past_moved on commit drop as select p.matter from past_matter p where p.look_at <= '${asOf}'
     or exists (select from huiyin.event e where e.government = p.government and e.matter = p.matter
       and e.recorded_at > '${before}' and e.recorded_at <= '${asOf}')
     or exists (select from huiyin.matter u where u.government = p.government and u.matter = p.matter and ${untouched(asOf)})`,
  ...shadowed.map((table) => `delete from past_${table} where matter in (select matter from past_moved)`),
  'drop table past_moved',
]

export const emptied: readonly string[] = shadowed.map((table) => `truncate past_${table}`)

export const withoutViews: readonly string[] = [`drop view ${[...shadowed, 'event'].map((view) => `pg_temp.${view}`).join(', ')}`]

export const views = (asOf: string): readonly string[] => [
  ...shadowed.map((table) => `analyze past_${table}`),
  `create temp view matter as select u.* from huiyin.matter u where ${untouched(asOf)} union all select * from past_matter`,
  ...shadowed
    .filter((table) => table !== 'matter')
    .map(
      (table) => `create temp view ${table} as select r.* from huiyin.${table} r
        where exists (select from huiyin.matter u where u.government = r.government and u.matter = r.matter and ${untouched(asOf)})
        union all select * from past_${table}`,
    ),
  `create temp view event as select e.* from huiyin.event e where e.recorded_at <= '${asOf}'`,
]

const put = (table: string, columns: readonly Column[]): string => `
  insert into past_${table} (government, matter, ${named(columns)})
  select $1, (life->>'matter')::bigint, ${written(columns, 'item')}
  from jsonb_array_elements($2::jsonb) life cross join lateral jsonb_to_recordset(life->'${table}') as item(${asRecord(columns)})`

/** A batch of matters as they were: `[{ matter, revision, row, assignment, duty, mark, text }]`. */
export const fills: readonly string[] = [
  `insert into past_matter (government, matter, number, query_code_hash, projected_at, requester, revision, ${named(ofMatters)})
   select m.government, m.matter, m.number, m.query_code_hash, m.projected_at, m.requester, (life->>'revision')::int, ${written(ofMatters, 'item')}
   from jsonb_array_elements($2::jsonb) life
   join huiyin.matter m on m.government = $1 and m.matter = (life->>'matter')::bigint
   cross join lateral jsonb_to_record(life->'row') as item(${asRecord(ofMatters)})`,
  put('assignment', ofAssignments),
  put('duty', ofDuties),
  put('mark', ofMarks),
  `insert into past_matter_text (government, matter, received_at, ${named(ofTexts)})
   select $1, (life->>'matter')::bigint, (life->'row'->>'receivedAt')::timestamptz, ${written(ofTexts, 'item')}
   from jsonb_array_elements($2::jsonb) life cross join lateral jsonb_to_record(life->'text') as item(${asRecord(ofTexts)})`,
]

const cut = (column: string, otherwise = 'null'): string => `case when r.${column} <= $2 then r.${column} else ${otherwise} end`
const isMet = '(r.met_at is null or r.met_at <= $2)'

/** Met after its day and yet in no way late, it was late at no time: a day kept as a rule, or a clock that stood still. */
const wasLate = 'r.due_at <= $2 and r.is_late'

/** What a column of a row that ended after the moment held before. */
export const before: Readonly<Record<string, string>> = {
  ended_at: cut('ended_at'),
  met_at: cut('met_at'),
  status: `case when ${isMet} then r.status when ${wasLate} then 'overdue' else 'open' end`,
  late_at: `case when ${isMet} then r.late_at else coalesce(r.late_at, case when r.due_at > $2 or r.is_late then r.due_at end) end`,
  is_late: `r.is_late and ${isMet}`,
}

const stoodThen = (table: string, columns: readonly Column[], since: string): string => `
  insert into past_${table} (government, matter, ${named(columns)})
  select r.government, r.matter, ${columns.map(({ column }) => before[column] ?? `r.${column}`).join(', ')}
  from huiyin.${table} r join past_matter p on p.government = r.government and p.matter = r.matter
  where r.government = $1 and p.destroyed_at is not null and r.${since} <= $2
    and not exists (select from past_${table} t where t.government = r.government and t.matter = r.matter)`

/**
 * What was destroyed since lost what its events said, and cannot be folded any more: figures count what its rows say of the time until then. Lists leave it
 * out then as now. `$1` the government, `$2` the moment, `$3` those that are looked at (null: all).
 */
export const fillsOfDestroyed: readonly string[] = [
  `insert into past_matter (government, matter, number, query_code_hash, projected_at, requester, revision, destroyed_at, ${named(ofMatters)})
   select m.government, m.matter, m.number, m.query_code_hash, m.projected_at, m.requester, m.revision, m.destroyed_at, ${ofMatters.map(({ column }) => `m.${column}`).join(', ')}
   from huiyin.matter m where m.government = $1 and m.destroyed_at is not null and m.received_at <= $2 and ${touched('$2')}
     and ($3::bigint[] is null or m.matter = any($3)) and not exists (select from past_matter p where p.government = m.government and p.matter = m.matter)`,
  stoodThen('assignment', ofAssignments, 'since'),
  stoodThen('duty', ofDuties, 'opened_at'),
  stoodThen('mark', ofMarks, 'at'),
]
