import { appendOnly, protect } from './steps.js'

/** What shows that something was changed or removed afterwards: logs are chained, and what stands is witnessed at set times. */
export const steps = (): readonly string[] => [
  recordDigest,
  ...['audit_entry', 'access_record'].map(chained),
  heads,
  protect('record_head', 'select, insert, update'),
  linkRecord,
  ...['audit_entry', 'access_record'].flatMap(linkedFromNowOn),
  address,
  witnesses,
  protect('unwitnessed', 'select, insert, delete'),
  ...['witness', 'witnessed'].flatMap((table) => [protect(table, 'select, insert'), appendOnly(table)]),
  fact,
  marks,
  earlier,
]

/** Of all a row holds; what is empty is left out, so that a column added one day changes no digest. */
const recordDigest = `
create function record_digest(entry jsonb, at timestamptz, previous bytea) returns bytea language sql immutable as $$
  select sha256(convert_to((jsonb_strip_nulls(entry - array['hash', 'previous', 'at'])
    || jsonb_build_object('at', extract(epoch from at), 'previous', encode(previous, 'hex')))::text, 'UTF8'))
$$;
grant execute on function record_digest to huiyin_app;
`

const chained = (table: string): string => `
alter table ${table} add column seq bigint, add column previous bytea, add column hash bytea;
create unique index ${table}_seq on ${table} (government, seq);
`

const heads = `
-- Where a log's chain ends; whoever writes waits here for the one before.
create table record_head (
  government text not null,
  name text not null,
  seq bigint not null,
  hash bytea not null,
  primary key (government, name)
);
`

const linkRecord = `
create function link_record() returns trigger language plpgsql as $$
begin
  insert into record_head as head (government, name, seq, hash) values (new.government, tg_table_name, 1, '')
    on conflict (government, name) do update set seq = head.seq + 1 returning head.seq, head.hash into new.seq, new.previous;
  new.hash := record_digest(to_jsonb(new), new.at, new.previous);
  update record_head set hash = new.hash where government = new.government and name = tg_table_name;
  return new;
end $$;
`

/** Entries from before are linked in the order they were written. */
const linkedFromNowOn = (table: string): readonly string[] => [
  // An owner who is no superuser is held to the policies too, and would see no rows.
  `alter table ${table} no force row level security; alter table record_head no force row level security`,
  `alter table ${table} disable trigger append_only`,
  `do $$ declare entry ${table}; begin
    for entry in select * from ${table} order by government, id loop
      insert into record_head as head (government, name, seq, hash) values (entry.government, '${table}', 1, '')
        on conflict (government, name) do update set seq = head.seq + 1 returning head.seq, head.hash into entry.seq, entry.previous;
      entry.hash := record_digest(to_jsonb(entry), entry.at, entry.previous);
      update record_head set hash = entry.hash where government = entry.government and name = '${table}';
      update ${table} set seq = entry.seq, previous = entry.previous, hash = entry.hash
        where government = entry.government and id = entry.id;
    end loop;
  end $$`,
  `alter table ${table} alter column seq set not null, alter column previous set not null, alter column hash set not null`,
  `alter table ${table} enable trigger append_only`,
  `create trigger link_record before insert on ${table} for each row execute function link_record()`,
  `alter table ${table} force row level security; alter table record_head force row level security`,
]

/** From where it came, as the transaction was told by whoever began it. */
const address = `alter table audit_entry add column address text default nullif(current_setting('huiyin.address', true), '')`

const witnesses = `
-- What has been written and not witnessed yet. Names a fact; several times does no harm.
create table unwitnessed (
  government text not null,
  kind text not null,
  matter bigint not null default 0,
  seq int not null default 0,
  name text not null default ''
);
create index unwitnessed_government on unwitnessed (government);

create table witness (
  government text not null,
  seq int not null check (seq > 0),
  at timestamptz not null,
  -- Over the facts that were witnessed, in order.
  digest bytea not null,
  -- Where the logs and the office's own records ended.
  heads jsonb not null,
  algorithm text not null,
  previous bytea not null,
  hash bytea not null,
  primary key (government, seq)
);

create table witnessed (
  government text not null,
  witness int not null,
  kind text not null,
  matter bigint not null,
  seq int not null,
  name text not null,
  value bytea not null,
  primary key (government, kind, matter, seq, name, witness)
);
create index witnessed_by on witnessed (government, witness);
`

/** Everything that is witnessed, as one digest each. An event stands for all before it: they are chained. */
const fact = `
create view fact with (security_invoker = true) as
select e.government, 'event' as kind, e.matter, e.seq, '' as name, e.hash as value from event e
union all
select m.government, 'origin', m.matter, 0, '',
  sha256(convert_to(jsonb_build_array(m.number, encode(m.query_code_hash, 'hex'))::text, 'UTF8')) from matter m
union all
select m.government, 'requester', m.matter, 0, '',
  sha256(convert_to(jsonb_build_array(m.requester, p.key_id, encode(p.nonce, 'hex'), encode(p.sealed, 'hex'))::text, 'UTF8'))
  from matter m left join person p on p.government = m.government and p.person = m.requester
union all
select a.government, 'attachment', 0, 0, a.attachment,
  sha256(convert_to(jsonb_build_array(a.matter, a.office_record, a.name, a.type, a.size, encode(a.sm3, 'hex'))::text, 'UTF8'))
  from attachment a where a.matter is not null or a.office_record is not null
union all
select s.government, 'slip', s.matter, s.event_seq, s.unit,
  sha256(convert_to(jsonb_build_array(s.act, s.year, s.number, extract(epoch from s.issued_at))::text, 'UTF8')) from slip s
union all
select c.government, 'account', 0, 0, c.account,
  sha256(convert_to(jsonb_build_array(c.login, c.name, c.password_hash, c.is_admin, c.disabled,
    (select jsonb_agg(jsonb_build_array(r.role, r.unit) order by r.role, r.unit) from account_role r
      where r.government = c.government and r.account = c.account))::text, 'UTF8')) from account c;
grant select on fact to huiyin_app;
`

/** Only what the application writes is marked to be witnessed: whoever comes by another way has changed what was witnessed. */
const marked = (name: string, on: string, reads: string): string => `
create function ${name}() returns trigger language plpgsql as $$
begin
  insert into unwitnessed (government, kind, matter, seq, name) ${reads};
  return null;
end $$;
create trigger ${name} ${on} execute function ${name}();
`
const byApp = `current_user = 'huiyin_app'`

const marks = [
  marked(
    'mark_event',
    `after insert on event referencing new table as fresh for each statement when (${byApp})`,
    `select e.government, 'event', e.matter, max(e.seq), '' from fresh e group by e.government, e.matter
     union all select e.government, each.kind, e.matter, 0, '' from fresh e, (values ('origin'), ('requester')) each(kind) where e.seq = 1`,
  ),
  marked(
    'mark_attachment',
    `after update on attachment for each row
       when (${byApp} and (old.matter, old.office_record) is distinct from (new.matter, new.office_record))`,
    `values (new.government, 'attachment', 0, 0, new.attachment)`,
  ),
  marked(
    'mark_slip',
    `after insert on slip for each row when (${byApp})`,
    `values (new.government, 'slip', new.matter, new.event_seq, new.unit)`,
  ),
  marked(
    'mark_requester',
    `after update on matter for each row when (${byApp} and old.requester is distinct from new.requester)`,
    `values (new.government, 'requester', new.matter, 0, '')`,
  ),
  marked(
    'mark_person',
    `after update on person for each row when (${byApp})`,
    `select m.government, 'requester', m.matter, 0, '' from matter m where m.government = new.government and m.requester = new.person`,
  ),
  marked(
    'mark_account',
    `after insert or update on account for each row when (${byApp})`,
    `values (new.government, 'account', 0, 0, new.account)`,
  ),
  marked(
    'mark_role',
    `after insert on account_role for each row when (${byApp})`,
    `values (new.government, 'account', 0, 0, new.account)`,
  ),
  marked(
    'mark_lost_role',
    `after delete on account_role for each row when (${byApp})`,
    `values (old.government, 'account', 0, 0, old.account)`,
  ),
  'create index matter_requester on matter (government, requester) where requester is not null',
].join('\n')

const tables = ['event', 'matter', 'attachment', 'slip', 'account', 'account_role', 'person', 'unwitnessed']

/** What is there already is witnessed first of all. Of a matter's events the last. */
const earlier = [
  ...tables.map((table) => `alter table ${table} no force row level security;`),
  `insert into unwitnessed (government, kind, matter, seq, name)
     select government, 'event', matter, max(seq), '' from event group by government, matter
     union all select government, kind, matter, seq, name from fact where kind <> 'event';`,
  ...tables.map((table) => `alter table ${table} force row level security;`),
].join('\n')
