import { visibleIn } from '../gate.js'
import { queuedDutyColumns, queuedMatterColumns } from '../read-columns.js'
import { countCap } from '../search/page.js'
import { keeperOf, keptNow } from './kept.js'

type Wanted = {
  readonly columns: string
  /** Null: whether its matter is seen is asked of all of them together. */
  readonly ofMatter?: string | null
  readonly conditions?: readonly string[]
  readonly limit: string
}

const gate = visibleIn('of_government', ['reached', 'readers', 'kept_from', 'unless'])

/**
 * Of each holder as many open duties as are wanted, from the front of the queue. `offset 0` makes the planner look up the matter of
 * each duty as it comes: where few matters are stored it would rather read all of the unit's.
 */
const queued = ({ columns, ofMatter = '', conditions = [], limit }: Wanted): string => `
  select q.* from (select distinct role, unit from unnest(roles, units) as named(role, unit)) h
  cross join lateral (
    select ${columns} from duty d
    ${ofMatter === null ? '' : `cross join lateral (select ${ofMatter} from matter m where ${gate} and m.matter = d.matter offset 0) m`}
    where d.government = of_government and d.holder_role = h.role and d.holder_unit = h.unit and d.holder_person = any(persons)
      -- What one has in hand, and what names one.
      and (kept is null or d.matter = any(kept) or d.holder_person <> '')
      and d.status in ('open', 'overdue', 'paused') ${conditions.map((each) => `and ${each}`).join(' ')}
    order by d.sort_at, d.duty_key, d.matter limit ${limit}
  ) q`

/** What is late is late from its due time on: the same bounds on that find it by the index. */
const shown = queued({
  columns: `${queuedDutyColumns}, m.*`,
  ofMatter: queuedMatterColumns,
  conditions: [
    "d.sort_at > coalesce(late_after, '-infinity') and (late_after is null or d.late_at > late_after)",
    "d.sort_at <= coalesce(late_by, 'infinity') and (late_by is null or d.late_at <= late_by)",
    '(d.sort_at, d.duty_key, d.matter) > (after_at, after_key, after_matter)',
  ],
  limit: 'most',
})
const counted = queued({ columns: 'd.due_at as "dueAt", d.late_at as "lateAt"', limit: `${countCap + 1}` })
const together = queued({
  columns: 'd.matter, d.due_at as "dueAt", d.late_at as "lateAt"',
  ofMatter: null,
  limit: `${countCap + 1}`,
})
const counts = `count(*) as open, count(*) filter (where "lateAt" <= counted_at) as overdue,
      count(*) filter (where "lateAt" <= counted_until) as until,
      count(*) filter (where "lateAt" <= counted_soon) as soon, count(*) filter (where "dueAt" is null) as undated`
const undated = queued({ columns: 'd.matter', conditions: ["d.sort_at = 'infinity'"], limit: `${countCap}` })

/** 待办. A page of what these holders owe, by due time, and (unless \`counted_at\` is null) what their queue holds, as JSON. */
export const dutyDesk = `
create function duty_desk(of_government text, roles text[], units text[], persons text[], of_house text, kept_by text,
  reached text[], readers text[], kept_from text[], unless text[], late_after timestamptz, late_by timestamptz,
  after_at timestamptz, after_matter bigint, after_key text, most int, counted_at timestamptz, counted_until timestamptz, counted_soon timestamptz) returns json
-- One plan serves all, whoever asks: along the queue's own index, whose order a bitmap would lose. What is seen is told by a hash: the
-- planner takes it for a single row, and would compare each duty with each matter.
language plpgsql set plan_cache_mode = force_generic_plan set enable_bitmapscan = off set enable_nestloop = off as $$
declare
  kept bigint[];
  counts record;
  without_time bigint;
begin
  -- Here, in a statement of its own, so that every policy below sees it.
  perform set_config('huiyin.government', of_government, true);
  ${keptNow}
  if counted_at is not null then
    -- The matters of a thousand are read together. Where more wait and not all are seen, the first that are seen are wanted, wherever they stand.
    with queue as materialized (${together}),
      seen as materialized (select m.matter from matter m where ${gate} and m.matter = any(array(select distinct matter from queue)))
    select ${counts}, (select count(*) > ${countCap} from queue)
      and (select count(*) from seen) < (select count(distinct matter) from queue) as is_cut into counts from queue join seen using (matter);
    if counts.is_cut then
      select ${counts} into counts from (${counted} order by "dueAt" limit ${countCap + 1}) first;
    end if;
    without_time := counts.undated;
    if counts.open > ${countCap} then
      -- Those without a time stand last: a queue that is cut off has lost them first.
      select count(*) into without_time from (${undated}) q;
    end if;
    counts.undated := without_time;
  end if;
  return json_build_object(
    -- As \`sort_at\` does, this puts those without a time last.
    'rows', (select coalesce(json_agg(one), '[]') from (
      select q.*, ${keeperOf('q')} from (${shown} order by "dueAt", key, matter limit most) q) one),
    'counts', case when counted_at is not null then row_to_json(counts) end);
end $$;
`
