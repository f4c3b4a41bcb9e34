/** Nothing is cut sooner, whatever is set: Cybersecurity Law, article 21(3), six months at least. */
export const leastLogDays = 180

/**
 * Removes entries of the log that are older than the government keeps them; by the owner, as the application may remove nothing. It cuts
 * only before an entry at which the log ended when it was witnessed long enough ago, by the database's own clock, so that `verify` can
 * tell a cut from a theft; and nothing that one of the targets does not have yet. Answers where the log begins now, or no row.
 */
export const cutLog = `
create function cut_log(now timestamptz, targets text[]) returns table (first bigint, count bigint)
language plpgsql security definer set search_path = huiyin as $$
declare
  of_government text := current_setting('huiyin.government');
  kept int;
  since bigint;
  until bigint;
begin
  select greatest((g.settings ->> 'logDays')::int, ${leastLogDays}) into kept from government g
    where g.government = of_government and g.settings ->> 'logDays' is not null;
  if kept is null then
    return;
  end if;
  perform from record_head h where h.government = of_government and h.name = 'audit_entry' for update;
  select (head ->> 'seq')::bigint into until from witness w, jsonb_array_elements(w.heads) head
    where w.government = of_government and w.at <= least(now, statement_timestamp()) - make_interval(days => kept)
      and head ->> 'name' = 'audit_entry'
    order by w.seq desc limit 1;
  select coalesce(max(c.first), 1) into since from log_cut c where c.government = of_government;
  if until is null or until <= since or exists (
    select from unnest(targets) asked left join log_position p on p.government = of_government and p.target = asked
    where coalesce(p.seq, 0) < until - 1) then
    return;
  end if;
  insert into log_cut (government, first, at, days) values (of_government, until, least(now, statement_timestamp()), kept);
  delete from audit_entry e where e.government = of_government and e.seq < until;
  return query select until, until - since;
end $$;
`
