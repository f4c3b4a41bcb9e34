/** Writes what a matter has come to: its shares, its duties, the words it is found by. Rows that stay as they are cost nothing. */
export const putProjection = `
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

  insert into duty as old (government, matter, duty_key, duty, holder_role, holder_unit, assignment, status, opened_at, due_at, late_at, due_on,
    provisional, met_at, is_late, workdays_late, held, alert, alert_rank, deducted)
  select of_government, of_matter, key, duty, holder, coalesce(unit, ''), assignment, status, "openedAt", "dueAt", "lateAt", "dueOn",
    "isProvisional", "metAt", "isLate", "workdaysLate", "isHeld", alert, "alertRank", deducted
  from jsonb_to_recordset(duties) as item(key text, duty text, holder text, unit text, assignment int, status text,
    "openedAt" timestamptz, "dueAt" timestamptz, "lateAt" timestamptz, "dueOn" date, "isProvisional" boolean, "metAt" timestamptz, "isLate" boolean,
    "workdaysLate" int, "isHeld" boolean, alert text, "alertRank" int, deducted double precision)
  on conflict (government, matter, duty_key) do update
    set (duty, holder_role, holder_unit, assignment, status, opened_at, due_at, late_at, due_on, provisional, met_at, is_late, workdays_late, held,
        alert, alert_rank, deducted)
      = row (excluded.duty, excluded.holder_role, excluded.holder_unit, excluded.assignment, excluded.status, excluded.opened_at,
        excluded.due_at, excluded.late_at, excluded.due_on, excluded.provisional, excluded.met_at, excluded.is_late, excluded.workdays_late, excluded.held,
        excluded.alert, excluded.alert_rank, excluded.deducted)
    -- A matter collects many duties and an act touches few: rows that stay as they are cost nothing.
    where (old.duty, old.holder_role, old.holder_unit, old.assignment, old.status, old.opened_at, old.due_at, old.late_at, old.due_on, old.provisional,
        old.met_at, old.is_late, old.workdays_late, old.held, old.alert, old.alert_rank, old.deducted)
      is distinct from (excluded.duty, excluded.holder_role, excluded.holder_unit, excluded.assignment, excluded.status,
        excluded.opened_at, excluded.due_at, excluded.late_at, excluded.due_on, excluded.provisional, excluded.met_at, excluded.is_late,
        excluded.workdays_late, excluded.held, excluded.alert, excluded.alert_rank, excluded.deducted);

  insert into matter_text as old (government, matter, search) values (of_government, of_matter, array_to_tsvector(words))
  on conflict (government, matter) do update set search = excluded.search where old.search is distinct from excluded.search;
end $$;
`
