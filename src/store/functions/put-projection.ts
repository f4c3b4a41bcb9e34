import { asRecord, type Column, named, ofAssignments, ofDuties, ofMarks, ofTexts, written } from '../columns.js'

type Rows = { readonly table: string; readonly given: string; readonly key: Column; readonly columns: readonly Column[] }

const rowsOf = (table: string, given: string, columns: readonly Column[]): Rows => {
  const [key] = columns
  if (key === undefined) throw new Error(`${table}: no columns`)
  return { table, given, key, columns }
}

const assignments = rowsOf('assignment', 'assignments', ofAssignments)
const duties = rowsOf('duty', 'duties', ofDuties)
const marks = rowsOf('mark', 'marks', ofMarks)

/**
 * Only rows that differ from what stands there are written, and those that are no longer given go; the others are not even locked. In one
 * statement, since making ready to run one costs as much as running it.
 */
const rewritten = ({ table, given, key, columns }: Rows): string => `
  with given (${named(columns)}) as materialized (
    select ${written(columns, 'item')} from jsonb_to_recordset(${given}::jsonb) as item(${asRecord(columns)})
  ), gone as (
    delete from ${table} old where old.government = of_government and old.matter = of_matter
      and old.${key.column} <> all (select given.${key.column} from given)
    returning true
  ), stands as materialized (
    select old.${key.column} as key from ${table} old where old.government = of_government and old.matter = of_matter
  ), renewed as (
    update ${table} old set (${named(columns)}) = row (${named(columns, 'given')}) from given
    where old.government = of_government and old.matter = of_matter and old.${key.column} = given.${key.column}
      and (${named(columns, 'old')}) is distinct from (${named(columns, 'given')})
    returning true
  ), put as (
    insert into ${table} (government, matter, ${named(columns)})
    select of_government, of_matter, ${named(columns, 'given')} from given where given.${key.column} <> all (select stands.key from stands)
    returning true
  )
  select is_changed or exists (select from gone) or exists (select from renewed) or exists (select from put) into is_changed;`

const overWritten = `on conflict (government, matter) do update set received_at = excluded.received_at,
    (${named(ofTexts)}) = row (${named(ofTexts, 'excluded')})`

const texts = `
  insert into matter_text as old (government, matter, received_at, ${named(ofTexts)})
  select of_government, of_matter, came_at, ${written(ofTexts, 'new')} from jsonb_to_record(found_by) as new(${asRecord(ofTexts)})
  where not exists (select from matter_text same where same.government = of_government and same.matter = of_matter
    and same.received_at = came_at and (${named(ofTexts, 'same')}) = (${written(ofTexts, 'new')}))
  ${overWritten};
  is_changed := is_changed or found;`

/** Bytes of a digest by which rows are known to be made from the same. */
export const digestSize = 8

/** Passed by where the rows are made from what they were made from before: then not even looked at. */
const unlessTheSame = (place: number, statements: string): string => `
if known_from is null or substr(known_from, ${digestSize} * ${place} + 1, ${digestSize}) <> substr(made_now, ${digestSize} * ${place} + 1, ${digestSize}) then${statements}
end if;`

/**
 * Writes what a matter has come to: its shares, its duties, its marks, the text it is found by. In `made_now` each of them has
 * a digest of itself, in this order; what was written last is known by those. Answers whether any of it was otherwise.
 */
export const putProjection = `
create function put_projection(of_government text, of_matter bigint, assignments text, duties text, marks text, found_by jsonb, made_now bytea,
  known_from bytea, came_at timestamptz)
returns boolean
language plpgsql as $$
declare
  is_changed boolean := false;
begin${unlessTheSame(0, rewritten(assignments))}${unlessTheSame(1, rewritten(duties))}${unlessTheSame(2, rewritten(marks))}
${unlessTheSame(3, texts)}
  return is_changed;
end $$;
`

const put = ({ table, given, key, columns }: Rows): string => `
    if gone_${given} is not null then
      delete from ${table} old where old.government = of_government and old.matter = of_matter and old.${key.column} = any(gone_${given});
    end if;
    if ${given} is not null then
      with given (${named(columns)}) as materialized (
        select ${written(columns, 'item')} from jsonb_to_recordset(${given}::jsonb) as item(${asRecord(columns)})
      ), renewed as (
        update ${table} old set (${named(columns)}) = row (${named(columns, 'given')}) from given
        where old.government = of_government and old.matter = of_matter and old.${key.column} = given.${key.column}
        returning old.${key.column} as key
      )
      insert into ${table} (government, matter, ${named(columns)})
      select of_government, of_matter, ${named(columns, 'given')} from given where given.${key.column} <> all (select renewed.key from renewed);
    end if;`

/**
 * Writes those rows alone that are known to be otherwise: what is no longer there goes, and what is sent is written over what has its key, so that
 * an index whose columns stay as they were can let go of the entry before. To read all that a matter has and compare it column by column took a
 * quarter of the database's part of an act.
 */
export const putAltered = `${[assignments, duties, marks].map(put).join('')}
    if found_by is not null then
      insert into matter_text (government, matter, received_at, ${named(ofTexts)})
      select of_government, of_matter, (matter_row->>'receivedAt')::timestamptz, ${written(ofTexts, 'new')}
      from jsonb_to_record(found_by) as new(${asRecord(ofTexts)})
      ${overWritten};
    end if;`
