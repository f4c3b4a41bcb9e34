import { appendOnly, protect } from './steps.js'

/** What the office itself owes: its own record under a regulation, and when to look at that again. */
export const steps = (): readonly string[] => [
  tables,
  protect('office_watch'),
  timer,
  protect('office_event', 'select, insert'),
  appendOnly('office_event'),
]

const tables = `
create table office_event (
  government text not null,
  regulation text not null,
  seq int not null check (seq > 0),
  -- The duty it is about.
  act text not null,
  kind text not null,
  period text not null,
  by jsonb not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  data jsonb not null,
  algorithm text not null,
  previous bytea not null,
  hash bytea not null,
  primary key (government, regulation, seq)
);
create unique index office_event_done on office_event (government, regulation, act, period) where kind = 'done';

create table office_watch (
  government text not null,
  regulation text not null,
  -- From this day on the office works under the regulation: what lies before was never owed here.
  since date not null,
  -- The seq of the last event.
  revision int not null default 0,
  look_at timestamptz,
  taken_until timestamptz,
  primary key (government, regulation)
);
create index office_watch_look on office_watch (look_at) where look_at is not null;

-- A file that was stated in the office's own record, not in a matter.
alter table attachment add column office_record text;
`

const timer = `
create policy timer_sees on office_watch for select using (current_setting('huiyin.government', true) = '*');
create policy timer_takes on office_watch for update
  using (current_setting('huiyin.government', true) = '*')
  with check (current_setting('huiyin.government', true) = '*');
`
