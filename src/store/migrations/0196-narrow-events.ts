/**
 * What each event repeated of others is short. Who acted is `role/unit/account` instead of an object that names its keys each time (`by_told` gives the
 * object; another one stays as it is, as JSON); of the hash of the event before stand the first eight bytes, by which that event is known; the
 * first algorithm has no name in its rows. What is hashed is what it was, whole.
 */
export const steps = (): readonly string[] => [
  who,
  'drop index event_of_role',
  `alter table event alter column by type text using by_kept(by),
     alter column previous type bytea using substr(previous, 1, 8),
     alter column algorithm type text using case when algorithm = 'sm3-json-1' then '' else algorithm end`,
  `create index event_of_role on event (government, (by_told(by)->>'role'), at)
     where kind = 'act' and by_told(by)->>'unit' is null and by_told(by)->>'role' not in ('requester', 'office', 'system')`,
  keepEvent,
]

/** Both ways lossless: only an object of exactly these keys is shortened, and only where none of its names could be taken for something else. */
const who = `
create function by_kept(by jsonb) returns text language sql immutable as $$
  select case
    when by = jsonb_build_object('role', by->>'role', 'unit', by->>'unit', 'account', by->>'account')
      and left(by->>'role', 1) <> '{' and by->>'unit' is distinct from '' and by->>'account' is distinct from ''
      and concat(by->>'role', by->>'unit', by->>'account') not like '%/%'
    then concat_ws('/', by->>'role', coalesce(by->>'unit', ''), coalesce(by->>'account', ''))
    else by::text end
$$;
create function by_told(kept text) returns jsonb language sql immutable as $$
  select case when left(kept, 1) = '{' then kept::jsonb
    else jsonb_build_object('role', split_part(kept, '/', 1), 'unit', nullif(split_part(kept, '/', 2), ''), 'account', nullif(split_part(kept, '/', 3), '')) end
$$;
grant execute on function by_kept, by_told to huiyin_app;
`

/** As before: what could never be changed loses its content by an approved disposal of its matter, and by nothing else. */
const keepEvent = `
create or replace function keep_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and is_thrown_away() then return old; end if;
  if tg_op = 'UPDATE' and is_disposed_of(old.government, old.matter)
    and to_jsonb(new) = (to_jsonb(old) || jsonb_build_object('data', '{}'::jsonb, 'by', by_kept(by_told(to_jsonb(old) ->> 'by') - 'person'::text)))
  then return new; end if;
  raise exception 'event is append-only' using errcode = 'restrict_violation';
end $$;
`
