import { protect } from './steps.js'

/** Getting in: second factors, sessions that can be listed and end when idle, passwords that have to be changed, auditors. */
export const steps = (): readonly string[] => [tables, protect('second_factor'), protect('recovery_code')]

const tables = `

alter table account
  add column is_auditor boolean not null default false,
  -- Where links of the account are sent, if anything can be sent; empty: nowhere.
  add column contact text not null default '',
  -- Somebody else may know the password: nothing is done with it but choosing another.
  add column must_change boolean not null default false;

alter table session
  add column id bigint generated always as identity,
  add column seen_at timestamptz not null default now(),
  add column address text not null default '',
  add column agent text not null default '';

alter table account_link
  add column made_by text not null default '',
  -- Shown to its maker, who could have used it.
  add column is_shown boolean not null default true;

create table second_factor (
  government text not null,
  account text not null,
  sealed bytea not null,
  nonce bytea not null,
  key_id text not null,
  is_confirmed boolean not null default false,
  -- A code serves once: that of this step and all before are spent.
  last_step bigint not null default 0,
  primary key (government, account)
);

create table recovery_code (
  government text not null,
  account text not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (government, account, code_hash)
);

create index audit_entry_about on audit_entry (government, about, id);
`
