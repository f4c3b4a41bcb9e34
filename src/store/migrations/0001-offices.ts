import { protect } from './steps.js'

/** Governments, their units and accounts; sessions. */
export const steps = (): readonly string[] => [
  tables,
  ...['government', 'counter', 'unit', 'account', 'account_role', 'calendar_overlay', 'session'].map((table) => protect(table)),
  directory,
]

const tables = `
create table government (
  government text primary key check (government ~ '^[A-Za-z0-9_-]{1,64}$'),
  name text not null,
  -- From 10, so that no number begins with 0 and loses it in a spreadsheet.
  number_prefix smallint not null unique check (number_prefix between 10 and 99),
  regulation text not null,
  regulation_version text not null,
  settings jsonb not null
);

-- Blocks of ids are drawn from here, so that a number is known before anything is written.
create table counter (
  government text not null,
  name text not null,
  next bigint not null,
  primary key (government, name)
);

create table unit (
  government text not null,
  unit text not null,
  name text not null,
  kind text not null,
  parent text,
  position int not null,
  primary key (government, unit)
);

create table account (
  government text not null,
  account text not null,
  login text not null,
  name text not null,
  password_hash text,
  is_admin boolean not null,
  disabled boolean not null,
  primary key (government, account),
  unique (government, login)
);

create table account_role (
  government text not null,
  account text not null,
  role text not null,
  unit text not null default '',
  primary key (government, account, role, unit)
);

create table calendar_overlay (
  government text primary key,
  days jsonb not null
);

create table session (
  token_hash bytea primary key,
  government text not null,
  account text not null,
  csrf text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (government, account);

-- Of no government: it creates the first administrator.
create table setup_link (
  token_hash bytea primary key,
  created_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, update, delete on setup_link to huiyin_app;
`

const directory = `
create policy directory on government for select using (current_setting('huiyin.government', true) = '*');
-- Whoever holds the token may see its session, before anybody knows which government it belongs to.
create policy bearer on session for all
  using (token_hash = decode(nullif(current_setting('huiyin.session', true), ''), 'hex'))
  with check (false);
`
