import { protect } from './steps.js'

/**
 * Of a text stands what it says; the words by which it is found are made of it for their index and stand nowhere else. A text from before, of which the
 * words alone are known, is those words, one after another: it is found by the same.
 */
export const steps = (): readonly string[] => [
  textWords,
  'alter table matter_text rename to matter_words',
  'alter table matter_words no force row level security',
  `create table matter_text (
    government text not null,
    matter bigint not null,
    received_at timestamptz not null,
    -- Line by line what the matter is, each a word behind whose it is.
    known text not null,
    -- Runs of letters and figures, written plainly, with a blank between two; '': none.
    text text not null,
    -- The same of what anybody may read.
    public_text text not null
  )`,
  // Not joined, which would write them in another order than they came: what came on one day lies together, and is found together.
  `insert into matter_text select government, matter, received_at, ${brought} from matter_words w`,
  'drop table matter_words',
  'alter table matter_text add primary key (government, matter)',
  protect('matter_text'),
  'create index matter_text_search on matter_text using gin (text_words(government, received_at, known, text, public_text)) with (gin_pending_list_limit = 512)',
  // Plans are made without guesses from it, and a guess would take a cut of thousands of texts.
  'alter index matter_text_search alter column 1 set statistics 0',
]

/**
 * 二元窗口. Every word by which the index knows a text: whose it is; on which day it came, in which 16 days and in which 256; what its matter is; every two
 * neighbouring characters, and the last one of each run by itself; behind '!' the same of what anybody may read. No text has a word that begins with a sign.
 */
const textWords = `
create function text_windows(runs text) returns text[] language plpgsql immutable parallel safe as $$
declare
  characters text[] := string_to_array(runs || ' ', null);
begin
  return array(select case when next = ' ' then one else one || next end from unnest(characters, characters[2:]) as pair(one, next) where one <> ' ');
end $$;
create function text_words(government text, received_at timestamptz, known text, text text, public_text text) returns tsvector
language plpgsql immutable parallel safe as $$
declare
  own text := '@' || government;
  day text := lpad(to_hex(least(greatest(floor(extract(epoch from received_at) / 86400), 0), 1048575)::bigint), 5, '0');
  words text[] := array[own, own || '/' || day, own || '/' || left(day, 4), own || '/' || left(day, 3)];
begin
  if known <> '' then
    words := words || string_to_array(own || replace(known, chr(10), chr(10) || own), chr(10));
  end if;
  if text <> '' then
    words := words || huiyin.text_windows(text);
  end if;
  if public_text <> '' then
    words := words || array(select '!' || word from unnest(huiyin.text_windows(public_text)) word);
  end if;
  return array_to_tsvector(words);
end $$;
grant execute on function text_windows, text_words to huiyin_app;
do $$ begin
  -- Under row-level security an index serves a condition only when nothing in it can leak what it compares; to say so takes a superuser.
  alter function text_words leakproof;
exception when insufficient_privilege then
  raise notice 'not a superuser: full-text search will not use its index';
end $$;
`

const wordsOf = (what: string, like: string): string =>
  `coalesce((select string_agg(${what} order by word) from unnest(tsvector_to_array(w.search)) word where ${like}), '')`

/** What it is, and the windows of the text and of what anybody may read. */
const brought = [
  wordsOf(
    "case when word like '#%' then word else substr(word, length(w.government) + 2) end, chr(10)",
    "word like '#%' or word like '@%' and substr(word, length(w.government) + 2, 1) = '='",
  ),
  wordsOf("word, ' '", "word !~ '^[@#!]'"),
  wordsOf("substr(word, 2), ' '", "word like '!%'"),
].join(', ')
