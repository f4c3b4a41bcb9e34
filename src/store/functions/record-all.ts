import {
  asRecord,
  type Column,
  named,
  ofAssignments,
  ofDuties,
  ofEvents,
  ofMarks,
  ofMatters,
  ofTexts,
  written,
} from '../columns.js'

/** Rows of many matters at once: of each what stands under a name in what is written of it. */
const put = (table: string, given: string, columns: readonly Column[]): string => `
  insert into ${table} (government, matter, ${named(columns)})
  select of_government, (w.item->>'matter')::bigint, ${written(columns, 'item')}
  from unnest(fresh) as w(item) cross join lateral jsonb_to_recordset(w.item->'${given}') as item(${asRecord(columns)});`

/**
 * Several new matters in one statement, each as if alone: many who write at once share a round trip, a commit, and the
 * work of every statement here.
 */
export const recordAll = `
-- Answers for each, in their order, {} when written; else who was there before: {"imported": matter} or {"repeated": sealed answer, "isSame": …}.
create function record_all(of_government text, writings jsonb) returns setof jsonb
-- What is given changes no plan here; the planner would make that of the answer anew each time.
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  given jsonb[] := array(select value from jsonb_array_elements(writings) with ordinality order by ordinality);
  fresh jsonb[];
  known_sources bigint[];
  known_keys bigint[];
  spoken jsonb;
begin
  -- Here, in a statement of its own, so that every policy below sees it.
  perform set_config('huiyin.government', of_government, true);

  with came as (
    insert into source_key (government, source, source_id, matter)
    select of_government, w.item->'origin'->>'source', w.item->'origin'->>'sourceId', (w.item->>'matter')::bigint
    from unnest(given) as w(item) where w.item->'origin' ? 'source' on conflict do nothing returning matter
  )
  select array_agg((w.item->>'matter')::bigint) into known_sources from unnest(given) as w(item)
  where w.item->'origin' ? 'source' and (w.item->>'matter')::bigint not in (select matter from came);

  -- Waits for another transaction that holds the same key; a new statement then sees what it wrote.
  with came as (
    insert into submission_key (government, key_hash, request_hash, matter, response, created_at)
    select of_government, decode(w.item->'origin'->>'keyHash', 'hex'), decode(w.item->'origin'->>'requestHash', 'hex'),
      (w.item->>'matter')::bigint, decode(w.item->'origin'->>'response', 'hex'), (w.item->>'at')::timestamptz
    from unnest(given) as w(item) where w.item->'origin' ? 'keyHash'
      and (known_sources is null or (w.item->>'matter')::bigint <> all (known_sources))
    -- In one order for everybody: two who hold the same keys wait for each other in turn.
    order by 2 on conflict do nothing returning matter
  )
  select array_agg((w.item->>'matter')::bigint) into known_keys from unnest(given) as w(item)
  where w.item->'origin' ? 'keyHash' and (known_sources is null or (w.item->>'matter')::bigint <> all (known_sources))
    and (w.item->>'matter')::bigint not in (select matter from came);
  if known_keys is not null then
    delete from source_key s using unnest(given) as w(item) where s.government = of_government and s.source = w.item->'origin'->>'source'
      and s.source_id = w.item->'origin'->>'sourceId' and s.matter = (w.item->>'matter')::bigint and s.matter = any(known_keys);
  end if;

  fresh := array(select w.item from unnest(given) with ordinality as w(item, place)
    where (w.item->>'matter')::bigint <> all (coalesce(known_sources, '{}') || coalesce(known_keys, '{}')) order by place);
  if cardinality(fresh) > 0 then
    insert into person (government, person, sealed, nonce, key_id, created_at)
    select of_government, (o->>'person')::bigint, decode(o->>'sealed', 'hex'), decode(o->>'nonce', 'hex'), o->>'keyId', (w.item->>'at')::timestamptz
    from unnest(fresh) as w(item) cross join lateral (select w.item->'origin' as o) origin where o ? 'sealed';

    insert into matter (government, matter, number, query_code_hash, projected_at, requester, revision, made_from, ${named(ofMatters)})
    select of_government, (w.item->>'matter')::bigint, o->>'number', decode(o->>'queryCodeHash', 'hex'), (w.item->>'at')::timestamptz,
      (o->>'person')::bigint, jsonb_array_length(w.item->'events'),
      decode(w.item->>'madeFrom', 'hex'), ${written(ofMatters, 'new')}
    from unnest(fresh) as w(item) cross join lateral (select w.item->'origin' as o) origin
      cross join lateral jsonb_to_record(w.item->'row') as new(${asRecord(ofMatters)});
${put('event', 'events', ofEvents)}
${put('assignment', 'assignments', ofAssignments)}
${put('duty', 'duties', ofDuties)}
${put('mark', 'marks', ofMarks)}
    insert into to_count (government, matter) select of_government, (w.item->>'matter')::bigint from unnest(fresh) as w(item);
    insert into matter_text (government, matter, received_at, ${named(ofTexts)})
    select of_government, (w.item->>'matter')::bigint, (w.item->'row'->>'receivedAt')::timestamptz, ${written(ofTexts, 'new')}
    from unnest(fresh) as w(item) cross join lateral jsonb_to_record(w.item->'text') as new(${asRecord(ofTexts)});
    insert into matter_lookup (government, word, matter)
    select of_government, word, (w.item->>'matter')::bigint
    from unnest(fresh) as w(item) cross join lateral unnest(string_to_array(w.item->'origin'->>'lookup', ' ')) word;
    for spoken in select w.item from unnest(fresh) as w(item) where jsonb_typeof(w.item->'messages') = 'object' loop
      perform put_messages(of_government, (spoken->>'matter')::bigint, spoken->'messages', (spoken->>'at')::timestamptz);
    end loop;
  end if;

  if known_sources is null and known_keys is null then
    return query select jsonb '{}' from unnest(given);
    return;
  end if;
  return query select case
      when (w.item->>'matter')::bigint = any(known_sources) then (select jsonb_build_object('imported', s.matter) from source_key s
        where s.government = of_government and s.source = w.item->'origin'->>'source' and s.source_id = w.item->'origin'->>'sourceId')
      when (w.item->>'matter')::bigint = any(known_keys) then (select jsonb_build_object('repeated', encode(k.response, 'hex'), 'matter', k.matter,
          'isSame', k.request_hash = decode(w.item->'origin'->>'requestHash', 'hex'))
        from submission_key k where k.government = of_government and k.key_hash = decode(w.item->'origin'->>'keyHash', 'hex'))
      else '{}' end
    from unnest(given) with ordinality as w(item, place) order by place;
end $$;
`
