import { visibleIn } from '../gate.js'
import { queuedDutyColumns, queuedMatterColumns } from '../read-columns.js'
import { countCap } from '../search/page.js'
import { keeperOf, keptNow } from './kept.js'

type Wanted = { readonly columns: string; readonly ofMatter?: string; readonly conditions?: string; readonly limit: string }

const gate = visibleIn('of_government', ['reached', 'readers', 'kept_from', 'unless'])

/** Of each duty of each holder as many as are wanted, from the front; with its matter, where that is asked for. `offset 0`: as it comes. */
const owed = ({ columns, ofMatter, conditions = '', limit }: Wanted): string => `
  select g."group", q.* from unnest(groups, duties, sorted_under) as g("group", duty, regulation)
  cross join (select distinct role, unit from unnest(roles, units) as named(role, unit)) h
  cross join lateral (
    select ${columns} from duty d
    ${
      ofMatter === undefined
        ? ''
        : `cross join lateral (select ${ofMatter} from matter m where ${gate} and m.matter = d.matter
      and g.regulation in ('', m.regulation) offset 0) m`
    }
    where d.government = of_government and d.holder_role = h.role and d.holder_unit = h.unit and d.holder_person = any(persons)
      -- What one has in hand, and what names one.
      and (kept is null or d.matter = any(kept) or d.holder_person <> '')
      and d.duty = g.duty and d.status in ('open', 'overdue', 'paused') ${conditions}
    order by d.sort_at, d.opened_at, d.matter, d.duty_key limit ${limit}
  ) q`

const ofMatter = 'm.regulation, m.regulation_version, m.office_duty'
const ofDuty = 'd.late_at, d.sort_at, d.opened_at, d.alert, d.alert_rank'
const limit = `${countCap + 1}`
/** A thousand at most: their matters are read together. */
const together = `queue as materialized (${owed({ columns: `d.matter, g.regulation as sorted, ${ofDuty}`, limit })}),
  seen as materialized (select m.matter, ${ofMatter} from matter m where ${gate} and m.matter = any(array(select distinct matter from queue))),
  owed as materialized (select * from queue join seen using (matter) where sorted in ('', regulation))`
/** Where more wait and not all are seen, the first thousand that are seen are wanted, wherever they stand: each is looked up as it comes. */
const oneByOne = `owed as materialized (${owed({ columns: `${ofDuty}, ${ofMatter}`, ofMatter, limit })})`
const first = owed({
  columns: `${queuedDutyColumns}, m.*, d.sort_at`,
  ofMatter: queuedMatterColumns,
  conditions: `and (shown is null or g."group" = shown) and (under is null or m.regulation = any(under))
    and (d.sort_at, d.opened_at, d.matter, d.duty_key) > (after_due, after_opened, after_matter, after_key)`,
  limit: 'most + (select more from spare)',
})
/**
 * Where all groups together would not fill the screen, one may go on for as many rows as are left of it: twice as many as a group shows and one fill it.
 * (`most` is one more than a group shows.)
 */
const spare = `spare as materialized (
    select case when shown is null then greatest(0, 2 * most - 1 - coalesce(sum(least(stands, most - 1)), 0))::int else 0 end as more
    from (select count(*) as stands from owed where under is null or regulation = any(under) group by "group") one)`
const alert = `json_build_object('alert', alert, 'regulation', regulation, 'regulationVersion', regulation_version, 'officeDuty', office_duty)`

const desk = (queue: string): string => `with ${queue},
  ${spare}
    select json_build_object(
      'rows', (select coalesce(json_agg(one), '[]') from (
        select r.*, ${keeperOf('r')} from (
          select q.*, row_number() over (partition by "group" order by sort_at, "openedAt", matter, key) as place from (${first}) q
        ) r where place <= most + (select more from spare) order by sort_at, "openedAt", matter, key) one),
      'groups', (select coalesce(json_agg(one), '[]') from (
        select "group", count(*) as count, count(*) filter (where late_at <= counted_at) as late,
          min(opened_at) filter (where sort_at = 'infinity') as "waitingSince",
          (array_agg(${alert} order by alert_rank desc nulls last) filter (where alert is not null))[1] as alert
        from owed where under is null or regulation = any(under) group by "group") one),
      'counts', (select row_to_json(one) from (
        select count(*) as open, count(*) filter (where late_at <= counted_at) as overdue,
          count(*) filter (where late_at <= counted_until) as until, count(*) filter (where late_at <= counted_soon) as soon,
           count(*) filter (where sort_at = 'infinity') as undated
        from owed) one),
      'spare', (select more from spare)) as found`

/** 待办, by kinds of work: the first rows of all groups or of the one that is shown, and what each holds, and all together, as JSON. */
export const workDesk = `
create function work_desk(of_government text, groups text[], duties text[], sorted_under text[], shown text, under text[], roles text[], units text[], persons text[], of_house text, kept_by text,
  reached text[], readers text[], kept_from text[], unless text[], after_due timestamptz, after_opened timestamptz, after_matter bigint,
  after_key text, most int, counted_at timestamptz, counted_until timestamptz, counted_soon timestamptz) returns json
-- One plan serves all, whoever asks: along the desk's own index, whose order a bitmap would lose. What is seen is told by a hash: the
-- planner takes it for a single row, and would compare each duty with each matter.
language plpgsql set plan_cache_mode = force_generic_plan set enable_bitmapscan = off set enable_nestloop = off as $$
declare
  kept bigint[];
  answer json;
  is_cut boolean;
begin
  -- Here, in a statement of its own, so that every policy below sees it.
  perform set_config('huiyin.government', of_government, true);
  ${keptNow}
  ${desk(together)}, (select count(*) > ${countCap} from queue)
    and (select count(*) from owed) < (select count(*) from queue) as is_cut into answer, is_cut;
  if is_cut then
    ${desk(oneByOne)} into answer;
  end if;
  return answer;
end $$;
`
