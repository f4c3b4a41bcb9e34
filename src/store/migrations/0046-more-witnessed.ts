/** Also witnessed: what a government has set, its units over time, and by what else an account gets in. */
export const steps = (): readonly string[] => [facts, marks, earlier]

const digest = (parts: string): string => `sha256(convert_to(jsonb_build_array(${parts})::text, 'UTF8'))`

/** What was witnessed before stays as it is, value for value. */
const facts = `
alter view fact rename to fact_of_records;
grant select on fact_of_records to huiyin_app;
create view fact with (security_invoker = true) as
select government, kind, matter, seq, name, value from fact_of_records
union all
select c.government, 'entrance', 0::bigint, 0, c.account, ${digest(`c.is_auditor, c.contact, c.must_change,
  (select jsonb_build_array(s.key_id, encode(s.nonce, 'hex'), encode(s.sealed, 'hex'), s.is_confirmed) from second_factor s
    where s.government = c.government and s.account = c.account),
  (select jsonb_agg(jsonb_build_array(encode(r.code_hash, 'hex'), extract(epoch from r.used_at)) order by r.code_hash)
    from recovery_code r where r.government = c.government and r.account = c.account)`)} from account c
union all
select u.government, 'unit', 0, 0, u.unit, ${digest(`u.name, u.kind, u.parent, u.successor, u.merged_on,
  (select jsonb_agg(jsonb_build_array(n.since, n.name) order by n.since) from unit_name n
    where n.government = u.government and n.unit = u.unit)`)} from unit u
union all
select g.government, 'government', 0, 0, '', ${digest(`g.name, g.number_prefix, g.regulation, g.regulation_version, g.settings,
  g.rehearsal, g.ahead_ms, (select o.days from calendar_overlay o where o.government = g.government)`)} from government g;
grant select on fact to huiyin_app;
`

/** Only what the application writes is marked to be witnessed. */
const mark = (table: string, kind: string, name: string): string =>
  ['insert', 'update', 'delete']
    .map((way) => {
      const row = way === 'delete' ? 'old' : 'new'
      const trigger = `mark_${table}_${way}`
      return `
create function ${trigger}() returns trigger language plpgsql as $$
begin
  insert into unwitnessed (government, kind, name) values (${row}.government, '${kind}', ${name.replace('row', row)});
  return null;
end $$;
create trigger ${trigger} after ${way} on ${table} for each row when (current_user = 'huiyin_app') execute function ${trigger}();`
    })
    .join('\n')

const marks = [
  mark('account', 'entrance', 'row.account'),
  mark('second_factor', 'entrance', 'row.account'),
  mark('recovery_code', 'entrance', 'row.account'),
  mark('unit', 'unit', 'row.unit'),
  mark('unit_name', 'unit', 'row.unit'),
  mark('government', 'government', "''"),
  mark('calendar_overlay', 'government', "''"),
].join('\n')

const tables = ['account', 'second_factor', 'recovery_code', 'unit', 'unit_name', 'government', 'calendar_overlay', 'unwitnessed']

/** What is there already. An owner who is no superuser is held to the policies too, and would see no rows. */
const earlier = [
  ...tables.map((table) => `alter table ${table} no force row level security;`),
  `insert into unwitnessed (government, kind, name)
     select government, 'entrance', account from account
     union all select government, 'unit', unit from unit
     union all select government, 'government', '' from government;`,
  ...tables.map((table) => `alter table ${table} force row level security;`),
].join('\n')
