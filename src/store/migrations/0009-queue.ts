import { appendOnly, protect } from './steps.js'

/** Lists narrowed by what a matter is, views that people keep, and slips numbered within a year. */
export const steps = (): readonly string[] => [
  narrowed,
  views,
  slips,
  ...['saved_view', 'slip_counter'].map((table) => protect(table)),
  protect('slip', 'select, insert'),
  appendOnly('slip'),
  drawing,
]

/** Each in the order of the list: a value that few matters have is found as soon as one that many have. */
const narrowed = `
create index matter_category on matter (government, category, received_at, matter);
create index matter_channel on matter (government, channel, received_at, matter);
create index matter_regulation on matter (government, regulation, received_at, matter);
create index matter_alert on matter (government, alert, received_at, matter) where alert is not null;
create index duty_marked on duty (government, alert, matter) where alert is not null and status in ('open', 'overdue', 'paused');
`

const views = `
create table saved_view (
  government text not null,
  id bigint generated always as identity,
  account text not null,
  -- Shared with whoever holds this role; empty: one's own.
  role text not null default '',
  name text not null,
  query text not null,
  created_at timestamptz not null,
  primary key (government, id),
  unique (government, account, name)
);
create index saved_view_role on saved_view (government, role) where role <> '';
`

const slips = `
create table slip_counter (
  government text not null,
  act text not null,
  year int not null,
  last int not null,
  primary key (government, act, year)
);

create table slip (
  government text not null,
  act text not null,
  year int not null,
  number int not null,
  matter bigint not null,
  event_seq int not null,
  unit text not null,
  issued_at timestamptz not null,
  primary key (government, act, year, number),
  unique (government, matter, event_seq, unit)
);
`

/** With the event it belongs to, in its transaction: no number without an act, no act without its number, and none left out. */
const drawing = `
create function draw_slips() returns trigger language plpgsql as $$
declare
  of_unit text;
  drawn int;
begin
  for of_unit in select jsonb_array_elements_text(new.data->'slip'->'units') loop
    insert into slip_counter (government, act, year, last)
    values (new.government, new.act, (new.data->'slip'->>'year')::int, 1)
    on conflict (government, act, year) do update set last = slip_counter.last + 1
    returning last into drawn;
    insert into slip (government, act, year, number, matter, event_seq, unit, issued_at)
    values (new.government, new.act, (new.data->'slip'->>'year')::int, drawn, new.matter, new.seq, of_unit, new.at);
  end loop;
  return null;
end $$;
create trigger draw_slips after insert on event for each row when (new.data ? 'slip') execute function draw_slips();
`
