/** Writes what goes out with an act (notices, deliveries) and claims the files that came with it. */
export const putMessages = `
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
