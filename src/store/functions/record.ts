import { asRecord, named, ofEvents, ofMatters, written } from '../columns.js'
import { putAltered } from './put-projection.js'

/** What happened to a matter is written in one statement: a round trip, a transaction. New ones come by `record_all`. */
export const record = `
-- Answers {} when written; else that somebody else was there before: {"conflict": revision}, or that the rows beside it were made from
-- something else than what is named, so that those that differ are not known: {"isOtherwise": true}.
create function record(of_government text, of_matter bigint, expected int, expected_hash bytea, matter_row jsonb, events jsonb,
  assignments text, duties text, marks text, found_by jsonb, gone_assignments int[], gone_duties text[], gone_marks text[],
  made_before bytea, made_now bytea, messages jsonb, origin jsonb, sender text, sent_acts text[], written_at timestamptz) returns jsonb
-- Everything here is found by its key: what is given changes no plan, and the planner would look at it anew.
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  known record;
  is_changed boolean;
  true_since timestamptz;
begin
  -- Here, in a statement of its own, so that every policy below sees it.
  perform set_config('huiyin.government', of_government, true);

  select m.revision, m.made_from, m.destroyed_at, (select e.hash from event e where e.government = m.government and e.matter = m.matter and e.seq = m.revision) as hash
    into known from matter m where m.government = of_government and m.matter = of_matter for update;
  if not found then
    raise exception 'no matter %', of_matter using errcode = 'no_data_found';
  end if;
  if known.destroyed_at is not null or known.revision <> expected or known.hash <> expected_hash then
    return jsonb_build_object('conflict', known.revision);
  end if;
  if made_before <> coalesce(known.made_from, '') then
    return '{"isOtherwise": true}';
  end if;

  if origin ? 'sealed' then
    insert into person (government, person, sealed, nonce, key_id, created_at)
    values (of_government, (origin->>'person')::bigint, decode(origin->>'sealed', 'hex'), decode(origin->>'nonce', 'hex'),
      origin->>'keyId', written_at)
    on conflict (government, person) do update set sealed = excluded.sealed, nonce = excluded.nonce, key_id = excluded.key_id;
  end if;
  if origin ? 'lookup' then
    insert into matter_lookup (government, word, matter)
    select of_government, word, of_matter from unnest(string_to_array(origin->>'lookup', ' ')) word on conflict do nothing;
  end if;
  if origin ? 'opened' then
    -- What is added to was opened for it.
    insert into access_record (government, matter, account, at, what, reason)
    values (of_government, of_matter, origin->>'opened', written_at, 'identity', origin->>'reason');
  end if;

  insert into event (government, matter, ${named(ofEvents)})
  select of_government, of_matter, ${written(ofEvents, 'item')} from jsonb_to_recordset(events) as item(${asRecord(ofEvents)});

  if made_before is not null then${putAltered}
  else
    -- Where nothing happened the rows are made anew, whatever they were made from: that is what it is asked for.
    is_changed := put_projection(of_government, of_matter, assignments, duties, marks, found_by, made_now,
      case when jsonb_array_length(events) > 0 then known.made_from end, (matter_row->>'receivedAt')::timestamptz);
  end if;
  true_since := written_at;
  if not is_changed and jsonb_array_length(events) = 0 then
    -- Made anew and found as they were, the rows are still true from when they were first made so.
    select m.projected_at into true_since from matter m, jsonb_to_record(matter_row) as new(${asRecord(ofMatters)})
    where m.government = of_government and m.matter = of_matter
      and (${named(ofMatters, 'm')}) is not distinct from (${written(ofMatters, 'new')});
  end if;
  update matter m set (projected_at, taken_until, requester, revision, made_from, ${named(ofMatters)})
    = (select coalesce(true_since, written_at), null::timestamptz, coalesce((origin->>'person')::bigint, m.requester), expected + jsonb_array_length(events), made_now,
        ${written(ofMatters, 'new')}
      from jsonb_to_record(matter_row) as new(${asRecord(ofMatters)}))
    where m.government = of_government and m.matter = of_matter;
  if is_changed is distinct from false or jsonb_array_length(events) > 0 or true_since is null then
    insert into to_count (government, matter) values (of_government, of_matter);
  end if;
  if sender is not null then
    delete from draft d where d.government = of_government and d.account = sender and d.matter = of_matter and d.act = any(sent_acts);
  end if;
  if messages is not null then
    perform put_messages(of_government, of_matter, messages, written_at);
  end if;
  return '{}';
end $$;
`
