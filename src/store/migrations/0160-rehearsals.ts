/**
 * 旁设的演练. A rehearsal beside an office says whose it is. Nothing is sent from a rehearsal, whoever writes it; and one that stands beside an
 * office can be thrown away whole by the owner of the tables, who alone may delete there: what is no such rehearsal stays append-only.
 */
export const steps = (): readonly string[] => [
  'alter table government add column rehearses text check (rehearses is null or rehearsal)',
  'create index government_rehearses on government (rehearses) where rehearses is not null',
  thrownAway,
  refuseChange,
  refuseUncut,
  nothingLeaves,
]

const thrownAway = `
create function is_thrown_away() returns boolean language sql stable as $$
  select exists (select from government g
    where g.government = current_setting('huiyin.government', true) and g.rehearses is not null)
$$;
`

const refuseChange = `
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and is_thrown_away() then return null; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
`

const refuseUncut = `
create or replace function refuse_uncut() returns trigger language plpgsql as $$
begin
  if not is_thrown_away() and not exists (select from log_cut c where c.government = old.government and c.first > old.seq) then
    raise exception 'the log is kept: entry % of % was not cut off', old.seq, old.government;
  end if;
  return old;
end $$;
`

const nothingLeaves = `
create function stays_in_house() returns trigger language plpgsql as $$
begin
  if exists (select from government g where g.government = new.government and g.rehearsal) then return null; end if;
  return new;
end $$;
create trigger stays_in_house before insert on outbox for each row execute function stays_in_house();
`
