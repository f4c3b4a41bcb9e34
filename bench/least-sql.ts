/**
 * The least that PostgreSQL can keep of a letter and its acts while every question of the product is still answered: names are numbers of two
 * bytes, what lists do not ask for stands in arrays, duties that were met too, the identity with the matter; no hash twice, no digests, no words
 * beside their index but the text they are cut from, two bytes a character; tables and indexes written once and full.
 */
export const leastSchema: readonly string[] = [
  `create schema least;
   create table least.name (code smallint generated always as identity, name text not null unique);
   insert into least.name (name) select distinct name from (
     select act from event union select by_told(by)->>'role' from event union select coalesce(by_told(by)->>'unit', '') from event
     union select coalesce(by_told(by)->>'account', '') from event union select duty from duty union select mark from mark union select kind from notice
     union select holder_unit from duty union select stage from matter union select coalesce(category, '') from matter
     union select coalesce(channel, '') from matter union select regulation from matter union select unit from assignment
     union select part from assignment union select stage from assignment union select status from duty) all_names (name)
     where name is not null order by name;
   create function least.code(named text) returns smallint stable language sql as
     $$ select code from least.name where name = coalesce(named, '') $$;
   create function least.minutes(at timestamptz) returns int immutable language sql as
     $$ select coalesce((extract(epoch from at) / 60)::int, 0) $$;
   create function least.words(packed bytea, traits int[]) returns tsvector immutable language sql as $$
     select array_to_tsvector(array_agg(distinct word)) from (
       select substr(text, at, 2) as word from convert_from(packed, 'GB18030') text, generate_series(1, length(text)) at
       union select '=' || trait from unnest(traits) trait) word $$`,
  // Wide columns first: nothing is lost between them.
  `create table least.event (at timestamptz not null, matter int not null, recorded_after int not null, government smallint not null, seq smallint not null,
     act smallint not null, role smallint not null, unit smallint not null, account smallint not null, share smallint not null,
     hash bytea not null, stated text not null);
   insert into least.event select at, matter::int, extract(epoch from recorded_at - at)::int, 1, seq, least.code(act), least.code(by_told(by)->>'role'),
     least.code(by_told(by)->>'unit'), least.code(by_told(by)->>'account'), coalesce((data->>'assignment')::smallint, 0), hash,
     coalesce((select json_agg(value order by key)::text from jsonb_each(data->'with')), '') from event order by recorded_at, matter, seq;
   create unique index on least.event (government, matter, seq)`,
  `create table least.matter (received timestamptz not null, updated timestamptz not null, look_at timestamptz not null, due timestamptz not null,
     published timestamptz not null, number bigint not null, matter int not null, government smallint not null, revision smallint not null,
     regulation smallint not null, stage smallint not null, category smallint not null, channel smallint not null, alert smallint not null,
     code_mark bytea not null, sealed bytea not null, title text not null, units smallint[] not null, marks bigint[] not null,
     shares int[] not null, met int[] not null);
   insert into least.matter select m.received_at, m.updated_at, coalesce(m.look_at, 'infinity'), coalesce(m.next_due_at, 'infinity'),
     coalesce(m.published_at, 'infinity'), m.number::bigint, m.matter::int, 1, m.revision, least.code(m.regulation), least.code(m.stage),
     least.code(m.category), least.code(m.channel), 0, substr(m.query_code_hash, 1, 15), p.nonce || p.sealed, m.title,
     array(select least.code(unit) from unnest(m.units) unit),
     array(select hashtextextended(word, 0) from matter_lookup l where l.matter = m.matter),
     array(select unnest(array[assignment, least.code(unit), least.code(part), least.code(stage), least.minutes(since), least.minutes(ended_at)])
       from assignment a where a.matter = m.matter order by assignment),
     array(select unnest(array[least.code(duty), least.code(holder_unit), least.minutes(opened_at), least.minutes(due_at), least.minutes(met_at), workdays_late])
       from duty d where d.matter = m.matter and d.status not in ('open', 'overdue', 'paused') order by duty_key)
   from matter m join person p on p.person = m.requester order by m.matter;
   create unique index on least.matter (government, matter); create unique index on least.matter (number);
   create index on least.matter (government, received, matter); create index on least.matter (government, updated, matter);
   create index on least.matter (government, stage, received, matter); create index on least.matter (government, category, received, matter);
   create index on least.matter (government, channel, received, matter); create index on least.matter (government, regulation, received, matter);
   create index on least.matter (look_at) where look_at < 'infinity'; create index on least.matter (government, due, matter) where due < 'infinity';
   create index on least.matter using gin (units); create index on least.matter using gin (marks)`,
  `create table least.duty (opened timestamptz not null, due timestamptz not null, matter int not null, government smallint not null, duty smallint not null,
     role smallint not null, unit smallint not null, status smallint not null, share smallint not null);
   insert into least.duty select opened_at, coalesce(due_at, 'infinity'), matter::int, 1, least.code(duty), least.code(holder_role),
     least.code(holder_unit), least.code(status), coalesce(assignment, 0) from duty where status in ('open', 'overdue', 'paused') order by matter;
   create unique index on least.duty (government, matter, duty, share);
   create index on least.duty (government, role, unit, due, matter, duty);
   create index on least.duty (government, role, unit, duty, due, opened, matter)`,
  `create table least.mark (at timestamptz not null, matter int not null, government smallint not null, mark smallint not null, share smallint not null, times smallint not null);
   insert into least.mark select at, matter::int, 1, least.code(mark), coalesce(assignment, 0), times from mark order by at, matter;
   create index on least.mark (government, at, matter)`,
  `create table least.notice (at timestamptz not null, id int not null, matter int not null, seq smallint not null, government smallint not null, unit smallint not null, role smallint not null,
     kind smallint not null, is_read boolean not null);
   insert into least.notice select created_at, id::int, matter::int, (body->>'seq')::smallint, 1, least.code(unit), least.code(role), least.code(kind), read_at is not null
     from notice order by id;
   create index on least.notice (government, unit, role, id)`,
  `create table least.words (matter int not null, government smallint not null, packed bytea not null);
   insert into least.words select e.matter::int, 1, convert_to(coalesce(e.data->'with'->>'title', '') || coalesce(e.data->'with'->>'body', ''), 'GB18030')
     from event e where e.seq = 1 order by e.matter;
   create index on least.words using gin (least.words(packed, array[government::int, matter / 50]))`,
]
