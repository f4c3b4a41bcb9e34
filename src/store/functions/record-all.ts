/** Several new matters through the same door in one statement: many who write at once share a round trip and a commit. */
export const recordAll = `
create function record_all(of_government text, writings jsonb) returns setof jsonb
language plpgsql as $$
declare
  item jsonb;
begin
  for item in select value from jsonb_array_elements(writings) loop
    return next record(of_government, (item->>'matter')::bigint, 0, ''::bytea, item->'row', item->'events', item->'assignments',
      item->'duties', item->'marks', string_to_array(item->>'words', ' '), nullif(item->'messages', 'null'), item->'origin', (item->>'at')::timestamptz);
  end loop;
end $$;
`
