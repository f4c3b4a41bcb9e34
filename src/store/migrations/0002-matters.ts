import { appendOnly, protect } from './steps.js'

/** Matters: their events, and the projections that lists read. */
export const steps = (): readonly string[] => [
  refuseChange,
  matters,
  events,
  duties,
  ...['matter', 'matter_text', 'assignment', 'duty'].map((table) => protect(table)),
  protect('event', 'select, insert'),
  appendOnly('event'),
  timer,
]

const refuseChange = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
`

const matters = `
create table matter (
  government text not null,
  matter bigint not null,
  number text not null unique,
  query_code_hash bytea not null,
  regulation text not null,
  regulation_version text not null,
  -- The seq of the last event; whoever writes must have seen it.
  revision int not null,
  stage text not null,
  shown_state text not null,
  category text,
  channel text,
  title text not null,
  received_at timestamptz not null,
  updated_at timestamptz not null,
  look_at timestamptz,
  -- The moment for which this row and its duties are true.
  projected_at timestamptz not null,
  -- Someone is looking at it until then.
  taken_until timestamptz,
  next_due_at timestamptz,
  alert text,
  alert_rank int not null,
  published_at timestamptz,
  units text[] not null,
  hidden_from text[] not null,
  requester bigint,
  facts jsonb not null,
  primary key (government, matter)
);
create index matter_received on matter (government, received_at, matter);
create index matter_updated on matter (government, updated_at, matter);
create index matter_due on matter (government, next_due_at, matter) where next_due_at is not null;
create index matter_published on matter (government, published_at, matter) where published_at is not null;
create index matter_stage on matter (government, stage, received_at, matter);
create index matter_units on matter using gin (units);
create index matter_look on matter (look_at) where look_at is not null;

-- Beside the matter: an act changes the matter's row, but seldom its words.
create table matter_text (
  government text not null,
  matter bigint not null,
  search tsvector not null,
  primary key (government, matter)
);
create index matter_text_search on matter_text using gin (search);
`

const events = `
create table event (
  government text not null,
  matter bigint not null,
  seq int not null check (seq > 0),
  act text not null,
  kind text not null,
  by jsonb not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  data jsonb not null,
  algorithm text not null,
  previous bytea not null,
  hash bytea not null,
  primary key (government, matter, seq)
);
`

const duties = `
create table assignment (
  government text not null,
  matter bigint not null,
  assignment int not null,
  unit text not null,
  role text not null,
  stage text not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (government, matter, assignment)
);

create table duty (
  government text not null,
  matter bigint not null,
  duty_key text not null,
  duty text not null,
  holder_role text not null,
  -- '' for none: one index then serves both kinds of holder.
  holder_unit text not null,
  assignment int,
  status text not null check (status in ('open', 'overdue', 'paused', 'met', 'cancelled')),
  opened_at timestamptz not null,
  due_at timestamptz,
  due_on date,
  provisional boolean not null,
  met_at timestamptz,
  is_late boolean not null,
  workdays_late int not null,
  held boolean not null,
  alert text,
  alert_rank int not null,
  deducted double precision not null,
  sort_at timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
  primary key (government, matter, duty_key)
);
-- The to-do list: its first page costs the same whether a thousand matters are stored or ten million.
create index duty_queue on duty (government, holder_role, holder_unit, sort_at, matter, duty_key)
  where status in ('open', 'overdue', 'paused');
create index duty_opened on duty using brin (opened_at);
`

const timer = `
create policy timer_sees on matter for select using (current_setting('huiyin.government', true) = '*');
create policy timer_takes on matter for update
  using (current_setting('huiyin.government', true) = '*')
  with check (current_setting('huiyin.government', true) = '*');
`
