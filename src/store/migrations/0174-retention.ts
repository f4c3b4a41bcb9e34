import { protect } from './steps.js'

/**
 * 保管期满的处置. What is proposed to go and who decided it; what is held back. The content of a matter goes only by a disposal that somebody else
 * than its proposer approved; hashes, figures and a tombstone stay.
 */
export const steps = (): readonly string[] => [
  'alter table matter add column destroyed_at timestamptz',
  `create table disposal (
    government text not null,
    id bigint generated always as identity,
    matter bigint not null,
    -- The whole matter, or who wrote it.
    what text not null check (what in ('matter', 'identity')),
    reason text not null,
    -- The class and the term under which it stood then; both empty where it rests on the reason alone.
    class text not null,
    term text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    is_approved boolean,
    decision text not null default '',
    primary key (government, id),
    check (num_nulls(decided_by, decided_at, is_approved) in (0, 3)),
    check (decided_by is distinct from proposed_by)
  )`,
  'create unique index disposal_undecided on disposal (government, matter) where decided_at is null',
  'create index disposal_of_matter on disposal (government, matter, id)',
  protect('disposal', 'select, insert'),
  `create table hold (
    government text not null,
    id bigint generated always as identity,
    matter bigint not null,
    reason text not null,
    -- Its last day; null: until it is lifted.
    until date,
    account text not null,
    at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    lifted_why text,
    primary key (government, id)
  )`,
  'create index hold_of_matter on hold (government, matter)',
  'create index hold_standing on hold (government, id) where lifted_at is null',
  protect('hold', 'select, insert, update'),
  decidedOnce,
  goesByDisposal,
  facts,
  marks,
]

/** A decision is never another one afterwards, and a proposal is never another proposal. */
const decidedOnce = `
create function keep_decided() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and is_thrown_away() then return old; end if;
  if tg_op = 'DELETE' or old.decided_at is not null
    or (to_jsonb(old) - array['decided_by', 'decided_at', 'is_approved', 'decision'])
      is distinct from (to_jsonb(new) - array['decided_by', 'decided_at', 'is_approved', 'decision'])
  then raise exception 'disposal % stands as it is', old.id using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger append_only before update or delete on disposal for each row execute function keep_decided();
create trigger append_only_whole before truncate on disposal for each statement execute function refuse_change();
`

/** What could never be changed loses its content by an approved disposal of its matter, and by nothing else; its links stay as they are. */
const goesByDisposal = `
create function is_disposed_of(of_government text, of_matter bigint) returns boolean language sql stable as $$
  select exists (select from disposal d where d.government = of_government and d.matter = of_matter and d.what = 'matter' and d.is_approved)
$$;
create function keep_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and is_thrown_away() then return old; end if;
  if tg_op = 'UPDATE' and is_disposed_of(old.government, old.matter)
    and to_jsonb(new) = (to_jsonb(old) || jsonb_build_object('data', '{}'::jsonb, 'by', (to_jsonb(old) -> 'by') - 'person'::text))
  then return new; end if;
  raise exception 'event is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger append_only on event;
create trigger append_only before update or delete on event for each row execute function keep_event();
create trigger append_only_whole before truncate on event for each statement execute function refuse_change();
create function keep_note() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and (is_thrown_away() or is_disposed_of(old.government, old.matter)) then return old; end if;
  raise exception 'note is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger append_only on note;
create trigger append_only before update or delete on note for each row execute function keep_note();
create trigger append_only_whole before truncate on note for each statement execute function refuse_change();
create function keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and (is_thrown_away() or exists (select from document d where d.government = old.government and d.id = old.document
    and is_disposed_of(d.government, d.matter))) then return old; end if;
  raise exception 'document_version is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger append_only on document_version;
create trigger append_only before update or delete on document_version for each row execute function keep_version();
create trigger append_only_whole before truncate on document_version for each statement execute function refuse_change();
`

/** Witnessed, too: who proposed what, and what was decided. What was witnessed before stays as it is, value for value. */
const facts = `
alter view fact rename to fact_without_disposals;
grant select on fact_without_disposals to huiyin_app;
create view fact with (security_invoker = true) as
select government, kind, matter, seq, name, value from fact_without_disposals
union all
select d.government, 'disposal', d.matter, 0, d.id::text,
  sha256(convert_to(jsonb_build_array(d.what, d.reason, d.class, d.term, d.proposed_by, extract(epoch from d.proposed_at), d.decided_by,
    extract(epoch from d.decided_at), d.is_approved, d.decision)::text, 'UTF8'))
  from disposal d;
grant select on fact to huiyin_app;
`

const marks = `
create function mark_disposal() returns trigger language plpgsql as $$
begin
  insert into unwitnessed (government, kind, matter, name) values (new.government, 'disposal', new.matter, new.id::text);
  return null;
end $$;
create trigger mark_disposal after insert on disposal for each row when (current_user = 'huiyin_app') execute function mark_disposal();
`
