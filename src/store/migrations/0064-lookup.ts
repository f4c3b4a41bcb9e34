import { protect } from './steps.js'

/** What a matter is found by besides its words: the end of its number, the number it came with, marks of who wrote it. */
export const steps = (): readonly string[] => [
  `create table matter_lookup (
    government text not null,
    -- In the order of bytes: what begins with the same stands together.
    word text collate "C" not null,
    matter bigint not null,
    primary key (government, word, matter)
  )`,
  known,
  protect('matter_lookup'),
]

/** An owner who is no superuser is held to the policies too, and would see no rows. */
const known = `
do $$ begin
  alter table matter no force row level security;
  alter table source_key no force row level security;
  insert into matter_lookup select government, '-' || reverse(number), matter from matter;
  insert into matter_lookup select government, ':' || lower(regexp_replace(normalize(source_id, NFKC), '\\s', '', 'g')), matter
    from source_key on conflict do nothing;
  alter table matter force row level security;
  alter table source_key force row level security;
end $$`
