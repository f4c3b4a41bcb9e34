import type { Kysely } from 'kysely'
import { run } from './steps.js'

/** The one door through which matters are written, in one statement: a round trip, a transaction. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await run(database, requestDelivery, putProjection, putMessages, record, leakproof)
  await run(database, 'grant execute on all functions in schema huiyin to huiyin_app')
}

/** The job queue's tables belong to the owner; the app may only ask for this one job. */
const requestDelivery = `
create function request_delivery(of_government text) returns void
language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
begin
  perform graphile_worker.add_job('deliver', json_build_object('government', of_government), job_key => 'deliver:' || of_government);
end $$;
revoke execute on function request_delivery from public;
`

const putProjection = `
create function put_projection(of_government text, of_matter bigint, assignments jsonb, duties jsonb, words text[], is_new boolean) returns void
language plpgsql as $$
begin
  if not is_new then
    delete from assignment a where a.government = of_government and a.matter = of_matter
      and a.assignment <> all (select (item->>'id')::int from jsonb_array_elements(assignments) item);
    delete from duty d where d.government = of_government and d.matter = of_matter
      and d.duty_key <> all (select item->>'key' from jsonb_array_elements(duties) item);
  end if;

  insert into assignment as old (government, matter, assignment, unit, role, stage, since, ended_at)
  select of_government, of_matter, id, unit, role, stage, since, "endedAt"
  from jsonb_to_recordset(assignments)
    as item(id int, unit text, role text, stage text, since timestamptz, "endedAt" timestamptz)
  on conflict (government, matter, assignment) do update
    set (unit, role, stage, since, ended_at)
      = row (excluded.unit, excluded.role, excluded.stage, excluded.since, excluded.ended_at)
    where (old.unit, old.role, old.stage, old.since, old.ended_at)
      is distinct from (excluded.unit, excluded.role, excluded.stage, excluded.since, excluded.ended_at);

  insert into duty as old (government, matter, duty_key, duty, holder_role, holder_unit, assignment, status, opened_at, due_at, due_on,
    provisional, met_at, is_late, workdays_late, held, alert, alert_rank, deducted)
  select of_government, of_matter, key, duty, holder, coalesce(unit, ''), assignment, status, "openedAt", "dueAt", "dueOn",
    "isProvisional", "metAt", "isLate", "workdaysLate", "isHeld", alert, "alertRank", deducted
  from jsonb_to_recordset(duties) as item(key text, duty text, holder text, unit text, assignment int, status text,
    "openedAt" timestamptz, "dueAt" timestamptz, "dueOn" date, "isProvisional" boolean, "metAt" timestamptz, "isLate" boolean,
    "workdaysLate" int, "isHeld" boolean, alert text, "alertRank" int, deducted double precision)
  on conflict (government, matter, duty_key) do update
    set (duty, holder_role, holder_unit, assignment, status, opened_at, due_at, due_on, provisional, met_at, is_late, workdays_late, held,
        alert, alert_rank, deducted)
      = row (excluded.duty, excluded.holder_role, excluded.holder_unit, excluded.assignment, excluded.status, excluded.opened_at,
        excluded.due_at, excluded.due_on, excluded.provisional, excluded.met_at, excluded.is_late, excluded.workdays_late, excluded.held,
        excluded.alert, excluded.alert_rank, excluded.deducted)
    -- A matter collects many duties and an act touches few: rows that stay as they are cost nothing.
    where (old.duty, old.holder_role, old.holder_unit, old.assignment, old.status, old.opened_at, old.due_at, old.due_on, old.provisional,
        old.met_at, old.is_late, old.workdays_late, old.held, old.alert, old.alert_rank, old.deducted)
      is distinct from (excluded.duty, excluded.holder_role, excluded.holder_unit, excluded.assignment, excluded.status,
        excluded.opened_at, excluded.due_at, excluded.due_on, excluded.provisional, excluded.met_at, excluded.is_late,
        excluded.workdays_late, excluded.held, excluded.alert, excluded.alert_rank, excluded.deducted);

  insert into matter_text as old (government, matter, search) values (of_government, of_matter, array_to_tsvector(words))
  on conflict (government, matter) do update set search = excluded.search where old.search is distinct from excluded.search;
end $$;
`

const putMessages = `
create function put_messages(of_government text, of_matter bigint, messages jsonb, written_at timestamptz) returns void
language plpgsql as $$
declare
  claimed int;
begin
  if messages ? 'notices' then
    insert into notice (government, account, unit, role, matter, kind, body, created_at)
    select of_government, coalesce(item.account, ''), coalesce(item.unit, ''), coalesce(item.role, ''), of_matter, kind, body, written_at
    from jsonb_to_recordset(messages->'notices') as item(account text, unit text, role text, kind text, body jsonb);
  end if;
  if messages ? 'attachments' then
    update attachment set matter = of_matter
    where government = of_government and matter is null
      and attachment in (select jsonb_array_elements_text(messages->'attachments'));
    get diagnostics claimed = row_count;
    if claimed <> jsonb_array_length(messages->'attachments') then
      raise exception 'attachment missing or taken by another matter' using errcode = 'foreign_key_violation';
    end if;
  end if;
  if messages ? 'outbox' then
    insert into outbox (government, matter, event_seq, kind, recipient, payload, created_at)
    select of_government, of_matter, "eventSeq", kind, recipient, payload, written_at
    from jsonb_to_recordset(messages->'outbox') as item("eventSeq" int, kind text, recipient text, payload jsonb)
    on conflict (government, matter, event_seq, kind, recipient) do nothing;
    if found then
      perform request_delivery(of_government);
    end if;
  end if;
end $$;
`

const record = `
-- Answers {} when written; else who was there before: {"imported": matter}, {"repeated": sealed answer, "isSame": …}, {"conflict": revision}.
create function record(of_government text, of_matter bigint, expected int, expected_hash bytea, matter_row jsonb, events jsonb,
  assignments jsonb, duties jsonb, words text[], messages jsonb, origin jsonb, written_at timestamptz) returns jsonb
language plpgsql as $$
declare
  known record;
begin
  -- Here, in a statement of its own, so that every policy below sees it.
  perform set_config('huiyin.government', of_government, true);

  if origin ? 'source' then
    insert into source_key (government, source, source_id, matter)
    values (of_government, origin->>'source', origin->>'sourceId', of_matter) on conflict do nothing;
    if not found then
      return (select jsonb_build_object('imported', s.matter) from source_key s
        where s.government = of_government and s.source = origin->>'source' and s.source_id = origin->>'sourceId');
    end if;
  end if;

  if origin ? 'keyHash' then
    -- Waits for another transaction that holds the same key; a new statement then sees what it wrote.
    insert into submission_key (government, key_hash, request_hash, matter, response, created_at)
    values (of_government, decode(origin->>'keyHash', 'hex'), decode(origin->>'requestHash', 'hex'), of_matter,
      decode(origin->>'response', 'hex'), written_at) on conflict do nothing;
    if not found then
      if origin ? 'source' then
        delete from source_key s where s.government = of_government and s.source = origin->>'source' and s.source_id = origin->>'sourceId';
      end if;
      return (select jsonb_build_object('repeated', encode(k.response, 'hex'), 'matter', k.matter,
          'isSame', k.request_hash = decode(origin->>'requestHash', 'hex'))
        from submission_key k where k.government = of_government and k.key_hash = decode(origin->>'keyHash', 'hex'));
    end if;
  end if;

  if origin ? 'sealed' then
    insert into person (government, person, sealed, nonce, key_id, created_at)
    values (of_government, (matter_row->>'requester')::bigint, decode(origin->>'sealed', 'hex'), decode(origin->>'nonce', 'hex'),
      origin->>'keyId', written_at);
  end if;

  if expected = 0 then
    insert into matter (government, matter, number, query_code_hash, projected_at, requester, revision, regulation, regulation_version, stage,
      shown_state, category, channel, title, received_at, updated_at, look_at, next_due_at, alert, alert_rank, published_at, units,
      hidden_from, facts)
    select of_government, of_matter, origin->>'number', decode(origin->>'queryCodeHash', 'hex'), written_at, requester, jsonb_array_length(events),
      regulation, "regulationVersion", stage, "shownState", category, channel, title, "receivedAt", "updatedAt", "lookAt", "nextDueAt",
      alert, "alertRank", "publishedAt", units, "hiddenFrom", facts
    from jsonb_to_record(matter_row) as new(requester bigint, regulation text, "regulationVersion" text, stage text, "shownState" text,
      category text, channel text, title text, "receivedAt" timestamptz, "updatedAt" timestamptz, "lookAt" timestamptz,
      "nextDueAt" timestamptz, alert text, "alertRank" int, "publishedAt" timestamptz, units text[], "hiddenFrom" text[], facts jsonb);
  else
    select m.revision, (select e.hash from event e where e.government = m.government and e.matter = m.matter and e.seq = m.revision) as hash
      into known from matter m where m.government = of_government and m.matter = of_matter for update;
    if not found then
      raise exception 'no matter %', of_matter using errcode = 'no_data_found';
    end if;
    if known.revision <> expected or known.hash <> expected_hash then
      return jsonb_build_object('conflict', known.revision);
    end if;
    update matter m set (regulation, regulation_version, revision, stage, shown_state, category, channel, title, received_at, updated_at,
        look_at, projected_at, taken_until, next_due_at, alert, alert_rank, published_at, units, hidden_from, facts)
      = (select new.regulation, "regulationVersion", expected + jsonb_array_length(events), new.stage, "shownState", new.category,
          new.channel, new.title, "receivedAt", "updatedAt", "lookAt", written_at, null::timestamptz, "nextDueAt", new.alert, "alertRank", "publishedAt",
          new.units, "hiddenFrom", new.facts
        from jsonb_to_record(matter_row) as new(regulation text, "regulationVersion" text, stage text, "shownState" text,
          category text, channel text, title text, "receivedAt" timestamptz, "updatedAt" timestamptz, "lookAt" timestamptz,
          "nextDueAt" timestamptz, alert text, "alertRank" int, "publishedAt" timestamptz, units text[], "hiddenFrom" text[], facts jsonb))
      where m.government = of_government and m.matter = of_matter;
  end if;

  insert into event (government, matter, seq, act, kind, by, at, recorded_at, data, algorithm, previous, hash)
  select of_government, of_matter, seq, act, kind, by, at, "recordedAt", data, algorithm, decode(previous, 'hex'), decode(hash, 'hex')
  from jsonb_to_recordset(events) as item(seq int, act text, kind text, by jsonb, at timestamptz, "recordedAt" timestamptz, data jsonb,
    algorithm text, previous text, hash text);

  perform put_projection(of_government, of_matter, assignments, duties, words, expected = 0);
  if messages is not null then
    perform put_messages(of_government, of_matter, messages, written_at);
  end if;
  return '{}';
end $$;
`

/**
 * Under row-level security an index serves a condition only when its operator cannot leak what it compares. These two cannot,
 * but are not marked so. Marking takes a superuser; on a server where the owner is none, searches read all of a government's rows.
 */
const leakproof = `
do $$ begin
  alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
  alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof;
exception when insufficient_privilege then
  raise notice 'not a superuser: full-text search will not use its index';
end $$;
`
