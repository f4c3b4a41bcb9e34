/** Writes what goes out with an act (notices, deliveries), at once or held for a time, drops what nobody has to be told any more, and claims the files that came with it. */
export const putMessages = `
create function put_messages(of_government text, of_matter bigint, messages jsonb, written_at timestamptz) returns void
language plpgsql as $$
declare
  claimed int;
  held timestamptz := written_at + (messages->>'heldFor')::int * interval '1 millisecond';
begin
  if messages ? 'takesBack' then
    delete from notice where government = of_government and matter = of_matter and messages->'takesBack' @> (body->'seq');
    delete from outbox where government = of_government and matter = of_matter and delivered_at is null
      and messages->'takesBack' @> to_jsonb(event_seq);
  end if;
  if messages ? 'notices' then
    insert into notice (government, account, unit, role, matter, kind, body, created_at, held_until)
    select of_government, coalesce(item.account, ''), coalesce(item.unit, ''), coalesce(item.role, ''), of_matter, kind, body, written_at, held
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
    insert into outbox (government, matter, event_seq, kind, recipient, payload, created_at, held_until)
    select of_government, of_matter, "eventSeq", kind, recipient, payload, written_at, held
    from jsonb_to_recordset(messages->'outbox') as item("eventSeq" int, kind text, recipient text, payload jsonb)
    on conflict (government, matter, event_seq, kind, recipient) do nothing;
    if found then
      perform request_delivery(of_government, held - written_at);
    end if;
  end if;
end $$;
`
