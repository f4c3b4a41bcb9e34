/**
 * 两人审批. What is destroyed is agreed to by one person and decided by another, neither of them its proposer: `agreed_by` is the first of them.
 * What was decided before stands as it was decided.
 */
export const steps = (): readonly string[] => [
  `alter table disposal
     add column agreed_by text,
     add column agreed_at timestamptz,
     add column agreed text not null default '',
     add check (num_nulls(agreed_by, agreed_at) in (0, 2)),
     add check (agreed_by <> proposed_by),
     add check (agreed_by <> decided_by)`,
  decidedOnce,
  facts,
]

/** Neither an agreement nor a decision is ever another one afterwards, and a proposal is never another proposal. */
const decidedOnce = `
create or replace function keep_decided() returns trigger language plpgsql as $$
declare
  decides constant text[] := array['decided_by', 'decided_at', 'is_approved', 'decision'];
  agrees constant text[] := array['agreed_by', 'agreed_at', 'agreed'];
begin
  if tg_op = 'DELETE' and is_thrown_away() then return old; end if;
  if tg_op = 'DELETE' or old.decided_at is not null
    or (to_jsonb(old) - decides - case when old.agreed_at is null then agrees else '{}' end)
      is distinct from (to_jsonb(new) - decides - case when old.agreed_at is null then agrees else '{}' end)
  then raise exception 'disposal % stands as it is', old.id using errcode = 'restrict_violation'; end if;
  return new;
end $$;
`

/** Witnessed, too: who agreed first. What was witnessed before stays as it is, value for value. */
const facts = `
create or replace view fact with (security_invoker = true) as
select government, kind, matter, seq, name, value from fact_without_disposals
union all
select d.government, 'disposal', d.matter, 0, d.id::text,
  sha256(convert_to((jsonb_build_array(d.what, d.reason, d.class, d.term, d.proposed_by, extract(epoch from d.proposed_at), d.decided_by,
    extract(epoch from d.decided_at), d.is_approved, d.decision)
    || case when d.agreed_at is null then '[]' else jsonb_build_array(d.agreed_by, extract(epoch from d.agreed_at), d.agreed) end)::text, 'UTF8'))
  from disposal d;
`
