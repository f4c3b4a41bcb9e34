import { appendOnly, protect } from './steps.js'

/** Papers that leave the office: each version as it was, the numbers drawn, and what was issued fixed for ever. */
export const steps = (): readonly string[] => [
  `create table document (
    government text not null,
    id bigint generated always as identity,
    matter bigint not null,
    -- Of which of the regulation's documents it is one.
    kind text not null,
    drafted_by text not null,
    drafted_at timestamptz not null,
    version int not null,
    -- Who has it open to write on it, and until when.
    locked_by text,
    locked_until timestamptz,
    -- The words before its number, with the office; null: it bears none.
    series text,
    year int,
    number int,
    issued_by text,
    issued_at timestamptz,
    -- SM3 of the file.
    hash bytea,
    spoiled_by text,
    spoiled_at timestamptz,
    spoiled_why text,
    primary key (government, id)
  )`,
  'create index document_of_matter on document (government, matter, id)',
  'create index document_of_kind on document (government, kind, id)',
  'create unique index document_number on document (government, series, year, number) where number is not null',
  protect('document', 'select, insert, update'),
  `create table document_version (
    government text not null,
    document bigint not null,
    version int not null,
    account text not null,
    at timestamptz not null,
    sealed bytea not null,
    nonce bytea not null,
    key_id text not null,
    primary key (government, document, version)
  )`,
  protect('document_version', 'select, insert'),
  appendOnly('document_version'),
  `create table document_series (
    government text not null,
    series text not null,
    year int not null,
    last int not null,
    primary key (government, series, year)
  )`,
  protect('document_series', 'select, insert, update'),
  fixed,
  facts,
  marks,
]

/** What was issued says for ever what it said: it can only be spoiled, once. A number that was drawn is never taken back. */
const fixed = `
create function keep_issued() returns trigger language plpgsql as $$
begin
  if old.issued_at is not null and (old.spoiled_at is not null
    or (to_jsonb(old) - array['spoiled_by', 'spoiled_at', 'spoiled_why']) is distinct from (to_jsonb(new) - array['spoiled_by', 'spoiled_at', 'spoiled_why']))
  then raise exception 'document % was issued', old.id using errcode = '42501'; end if;
  return new;
end $$;
create trigger keep_issued before update on document for each row execute function keep_issued();
create function keep_drawn() returns trigger language plpgsql as $$
begin
  if new.last <> old.last + 1 then raise exception 'numbers follow each other' using errcode = '42501'; end if;
  return new;
end $$;
create trigger keep_drawn before update on document_series for each row execute function keep_drawn();
`

/** Witnessed, too: what was issued, by its hash and number. What was witnessed before stays as it is, value for value. */
const facts = `
alter view fact rename to fact_without_documents;
grant select on fact_without_documents to huiyin_app;
create view fact with (security_invoker = true) as
select government, kind, matter, seq, name, value from fact_without_documents
union all
select d.government, 'document', d.matter, 0, d.id::text,
  sha256(convert_to(jsonb_build_array(d.kind, d.version, d.series, d.year, d.number, encode(d.hash, 'hex'), d.issued_by,
    extract(epoch from d.issued_at), d.spoiled_by, extract(epoch from d.spoiled_at), d.spoiled_why)::text, 'UTF8'))
  from document d where d.issued_at is not null;
grant select on fact to huiyin_app;
`

const marks = `
create function mark_document() returns trigger language plpgsql as $$
begin
  insert into unwitnessed (government, kind, matter, name) values (new.government, 'document', new.matter, new.id::text);
  return null;
end $$;
create trigger mark_document after update on document for each row
  when (current_user = 'huiyin_app' and new.issued_at is not null) execute function mark_document();
`
