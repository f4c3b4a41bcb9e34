/** Words that nothing else contains, each in one matter of so many: what searches of every rarity look for. */
export const planted: readonly { readonly word: string; readonly oneIn: number }[] = [
  { word: '刺猬', oneIn: 200 },
  { word: '水獭', oneIn: 2000 },
  { word: '鼹鼠', oneIn: 100_000 },
]
// By a hash: no unit, stage or time has more of them than another.
const plantedWords = planted
  .map(({ word, oneIn }) => `case when abs(hashint4(p.matter)::bigint) % ${oneIn} = 7 then '${word}' end`)
  .join(', ')

/** Few matters came by this channel. */
export const rareChannel = 'letter'

/** Matters $1 to $2: the newest wait for the office, those before them for the units, everything older is done. */
export const planRows = `
create temp table plan as
select i as matter, w.*, x.title, x.body, x.runs,
  case when i > of_office then 'office' when i > of_units then 'unit' else 'done' end as held_by,
  now - make_interval(secs => (matters - i) * (days * 86400.0 / matters)) as received_at,
  now + make_interval(hours => (i * 37) % 240 - 48) as due_at,
  units[1 + i % cardinality(units)] as unit,
  units[1 + (i + 1) % cardinality(units)] as second_unit,
  -- By a hash: no unit has more of one category than of another.
  categories[1 + abs(hashint4(i)::bigint) % greatest(1, cardinality(categories))] as category,
  i <= of_units and i % 10 < 3 as is_published,
  case when i % 20000 = 3 then 'letter' when i % 5 = 0 then 'phone' else 'web' end as channel,
  case when i > of_units and i % 50 = 0 then alerts[cardinality(alerts)] when i > of_units and i % 10 = 0 then alerts[1] end as alert
from word w cross join generate_series($1::int, $2::int) i join some_text x on x.id = i % w.texts`

export const insertMatters = `
insert into matter (government, matter, number, query_code_hash, regulation, regulation_version, revision, stage, shown_state, category,
  channel, title, received_at, updated_at, projected_at, next_due_at, alert, alert_rank, published_at, units, hidden_from, facts)
select government, matter, (1000000000 + matter)::text, decode(md5(matter::text) || md5(matter::text), 'hex'), regulation, version,
  case held_by when 'done' then 9 else 3 end, case held_by when 'office' then waiting when 'unit' then working else done end, '', category,
  channel, title, received_at, received_at + interval '5 days', received_at, case when held_by <> 'done' then due_at end, alert,
  case when alert is null then 0 when alert = alerts[1] then 1 else 9 end,
  case when is_published then received_at + interval '6 days' end,
  case when held_by = 'office' then '{}' when matter % 10 = 0 then array[unit, second_unit] else array[unit] end,
  case when matter % 100 = 50 then array[second_unit] else '{}' end,
  jsonb_build_object('category', category, 'title', title)
    || case when is_published then jsonb_build_object('body', body, 'publicReply', body) else '{}' end
from plan`

export const insertTexts = `
insert into matter_text (government, matter, received_at, known, text, public_text)
select m.government, m.matter, m.received_at, concat_ws(chr(10), '=regulation/' || m.regulation, '=category/' || m.category, '=channel/' || m.channel,
    (select string_agg('=unit/' || unit, chr(10)) from unnest(m.units) unit), case when m.published_at is not null then '=published/yes' end),
  concat_ws(' ', p.runs, ${plantedWords}), ''
from plan p join matter m using (government, matter)`

export const insertShares = `
insert into assignment (government, matter, assignment, unit, part, stage, since, ended_at)
select government, matter, 1, unit, 'lead', '', received_at, case held_by when 'done' then received_at + interval '5 days' end
from plan where held_by <> 'office'`

/** Three for each matter that is done: one of the office, two of the unit; the last one that is not done is open. */
export const insertDuties = `
insert into duty (government, matter, duty_key, duty, holder_role, holder_unit, status, opened_at, due_at, met_at, is_late, provisional,
  workdays_late, held, alert, alert_rank, deducted)
select government, matter, key, duty, role, case role when 'unit' then unit else '' end,
  case when is_met then 'met' when due_at < now then 'overdue' else 'open' end, received_at,
  case when is_met then received_at + interval '5 days' else due_at end, case when is_met then received_at + interval '2 days' end,
  not is_met and due_at < now, false, 0, false, case when not is_met then alert end,
  case when is_met or alert is null then 0 when alert = alerts[1] then 1 else 9 end, 0
from plan cross join lateral (values
  ('1', accepting, 'office', held_by <> 'office'),
  ('2', contacting, 'unit', true),
  ('3', finishing, 'unit', held_by = 'done')
) owed(key, duty, role, is_met)
where owed.role = 'office' or held_by <> 'office'
order by matter, key`
