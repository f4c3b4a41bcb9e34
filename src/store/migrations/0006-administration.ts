import { appendOnly, protect } from './steps.js'

/** What administrators keep: standard texts, names of units over time, substitutes, changes of the calendar; and the log of it all. */
export const steps = (): readonly string[] => [
  tables,
  ...['standard_text', 'unit_name', 'substitute', 'account_link'].map((table) => protect(table)),
  bearer,
  protect('calendar_change', 'select, insert'),
  appendOnly('calendar_change'),
  protect('audit_entry', 'select, insert'),
  earlier,
  appendOnly('audit_entry'),
  triggers,
]

const tables = `
create table standard_text (
  government text not null,
  id bigint generated always as identity,
  -- Empty: for every act, for every field.
  act text not null default '',
  field text not null default '',
  title text not null,
  body text not null,
  primary key (government, id)
);

-- A unit keeps its id. The name it was made with stands in unit; later names from their day.
create table unit_name (
  government text not null,
  unit text not null,
  since date not null,
  name text not null,
  primary key (government, unit, since)
);
alter table unit add column successor text;
alter table unit add column merged_on date;

create table substitute (
  government text not null,
  id bigint generated always as identity,
  absent text not null,
  present text not null,
  role text not null,
  unit text not null default '',
  first_on date not null,
  last_on date not null,
  reason text not null,
  ended_at timestamptz,
  primary key (government, id)
);
create index substitute_present on substitute (government, present, last_on);

create table account_link (
  token_hash bytea primary key,
  government text not null,
  account text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_link_account on account_link (government, account);

create table calendar_change (
  government text not null,
  id bigint generated always as identity,
  at timestamptz not null,
  account text not null,
  -- off: days off; work: days worked that would be off; withdrawn: takes another change back.
  kind text not null check (kind in ('off', 'work', 'withdrawn')),
  withdraws bigint,
  name text not null,
  first_on date,
  last_on date,
  reason text not null,
  instrument text not null,
  primary key (government, id)
);

create table audit_entry (
  government text not null,
  id bigint generated always as identity,
  at timestamptz not null,
  account text not null,
  kind text not null,
  -- What it is about: an account, a unit, the id of a matter. Never a citizen.
  about text not null,
  detail jsonb not null,
  primary key (government, id)
);
create index audit_entry_account on audit_entry (government, account, id);
create index audit_entry_kind on audit_entry (government, kind, id);
create index audit_entry_at on audit_entry (government, at);

-- A rehearsal runs ahead of the clock by so much.
alter table government add column rehearsal boolean not null default false;
alter table government add column ahead_ms bigint not null default 0 check (ahead_ms >= 0 and (rehearsal or ahead_ms = 0));
`

const bearer = `
-- Whoever holds the token may use its link, before anybody knows which government it belongs to.
create policy bearer on account_link for select
  using (token_hash = decode(nullif(current_setting('huiyin.session', true), ''), 'hex'));
`

/** Identities opened before there was a log. The platform's own openings are no person's deed. */
const earlier = `
-- An owner who is no superuser is held to the policies too, and would see no rows.
alter table access_record no force row level security;
alter table audit_entry no force row level security;
insert into audit_entry (government, at, account, kind, about, detail)
  select government, at, account, 'revealed', matter::text, jsonb_build_object('what', what)
  from access_record where account <> 'system' order by at, id;
alter table access_record force row level security;
alter table audit_entry force row level security;
`

/** Written with what they tell of, whichever way it came. Reasons stay with the matter: they may name people. */
const triggers = `
create function log_reveal() returns trigger language plpgsql as $$
begin
  if new.account <> 'system' then
    insert into audit_entry (government, at, account, kind, about, detail)
      values (new.government, new.at, new.account, 'revealed', new.matter::text, jsonb_build_object('what', new.what));
  end if;
  return null;
end $$;
create trigger log_reveal after insert on access_record for each row execute function log_reveal();

create function log_sign_in() returns trigger language plpgsql as $$
begin
  insert into audit_entry (government, at, account, kind, about, detail)
    values (new.government, new.created_at, new.account, 'signed-in', new.account, '{}');
  return null;
end $$;
create trigger log_sign_in after insert on session for each row execute function log_sign_in();
`
