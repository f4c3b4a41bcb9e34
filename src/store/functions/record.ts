import { asRecord, named, ofEvents, ofMatters, written } from '../columns.js'

/** The one door through which matters are written, in one statement: a round trip, a transaction. */
export const record = `
-- Answers {} when written; else who was there before: {"imported": matter}, {"repeated": sealed answer, "isSame": …}, {"conflict": revision}.
create function record(of_government text, of_matter bigint, expected int, expected_hash bytea, matter_row jsonb, events jsonb,
  assignments jsonb, duties jsonb, marks jsonb, words text[], messages jsonb, origin jsonb, written_at timestamptz) returns jsonb
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

  if expected = 0 then
    insert into matter (government, matter, number, query_code_hash, projected_at, requester, revision, ${named(ofMatters)})
    select of_government, of_matter, origin->>'number', decode(origin->>'queryCodeHash', 'hex'), written_at, (origin->>'person')::bigint,
      jsonb_array_length(events), ${written(ofMatters, 'new')}
    from jsonb_to_record(matter_row) as new(${asRecord(ofMatters)});
  else
    select m.revision, (select e.hash from event e where e.government = m.government and e.matter = m.matter and e.seq = m.revision) as hash
      into known from matter m where m.government = of_government and m.matter = of_matter for update;
    if not found then
      raise exception 'no matter %', of_matter using errcode = 'no_data_found';
    end if;
    if known.revision <> expected or known.hash <> expected_hash then
      return jsonb_build_object('conflict', known.revision);
    end if;
    update matter m set (projected_at, taken_until, requester, revision, ${named(ofMatters)})
      = (select written_at, null::timestamptz, coalesce((origin->>'person')::bigint, m.requester), expected + jsonb_array_length(events),
          ${written(ofMatters, 'new')}
        from jsonb_to_record(matter_row) as new(${asRecord(ofMatters)}))
      where m.government = of_government and m.matter = of_matter;
  end if;

  if origin ? 'sealed' then
    insert into person (government, person, sealed, nonce, key_id, created_at)
    values (of_government, (origin->>'person')::bigint, decode(origin->>'sealed', 'hex'), decode(origin->>'nonce', 'hex'),
      origin->>'keyId', written_at)
    on conflict (government, person) do update set sealed = excluded.sealed, nonce = excluded.nonce, key_id = excluded.key_id;
  end if;
  if origin ? 'opened' then
    -- What is added to was opened for it.
    insert into access_record (government, matter, account, at, what, reason)
    values (of_government, of_matter, origin->>'opened', written_at, 'identity', origin->>'reason');
  end if;

  insert into event (government, matter, ${named(ofEvents)})
  select of_government, of_matter, ${written(ofEvents, 'item')} from jsonb_to_recordset(events) as item(${asRecord(ofEvents)});

  perform put_projection(of_government, of_matter, assignments, duties, marks, words, expected = 0);
  if messages is not null then
    perform put_messages(of_government, of_matter, messages, written_at);
  end if;
  return '{}';
end $$;
`
