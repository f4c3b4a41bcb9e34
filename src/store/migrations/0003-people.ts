import { appendOnly, protect } from './steps.js'

/** Requesters (sealed), attachments, keys of requests and imports, messages in and out. */
export const steps = (): readonly string[] => [
  tables,
  ...['person', 'attachment', 'submission_key', 'query_attempt', 'source_key', 'outbox', 'notice'].map((table) => protect(table)),
  protect('access_record', 'select, insert'),
  appendOnly('access_record'),
]

const tables = `
create table person (
  government text not null,
  person bigint not null,
  -- Ciphertext and tag; the key lies outside the database.
  sealed bytea not null,
  nonce bytea not null,
  key_id text not null,
  created_at timestamptz not null,
  primary key (government, person)
);

create table access_record (
  government text not null,
  id bigint generated always as identity,
  matter bigint not null,
  account text not null,
  at timestamptz not null,
  what text not null,
  reason text not null,
  primary key (government, id)
);
create index access_record_matter on access_record (government, matter, id);

create table attachment (
  government text not null,
  attachment text not null,
  matter bigint,
  name text not null,
  type text not null,
  size int not null,
  sm3 bytea not null,
  bytes bytea not null,
  uploaded_at timestamptz not null,
  primary key (government, attachment)
);
-- Pictures and documents are compressed already.
alter table attachment alter column bytes set storage external;
create index attachment_matter on attachment (government, matter) where matter is not null;

create table submission_key (
  government text not null,
  key_hash bytea not null,
  request_hash bytea not null,
  matter bigint not null,
  -- Sealed: it holds the query code.
  response bytea not null,
  created_at timestamptz not null,
  primary key (government, key_hash)
);
create index submission_key_age on submission_key (government, created_at);

create table source_key (
  government text not null,
  source text not null,
  source_id text not null,
  matter bigint not null,
  primary key (government, source, source_id)
);

create table query_attempt (
  government text not null,
  number text not null,
  window_start timestamptz not null,
  tries int not null,
  primary key (government, number, window_start)
);

create table outbox (
  government text not null,
  id bigint generated always as identity,
  matter bigint not null,
  event_seq int not null,
  kind text not null,
  recipient text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  delivered_at timestamptz,
  attempts int not null default 0,
  last_error text,
  primary key (government, id),
  -- The same message about the same event is one message.
  unique (government, matter, event_seq, kind, recipient)
);
create index outbox_waiting on outbox (government, id) where delivered_at is null;

create table notice (
  government text not null,
  id bigint generated always as identity,
  account text not null default '',
  unit text not null default '',
  role text not null default '',
  matter bigint,
  kind text not null,
  body jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (government, id)
);
create index notice_recipient on notice (government, account, unit, role, id);
`
