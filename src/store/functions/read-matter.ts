import { visibleIn } from '../gate.js'
import { longLife } from '../kept-lives.js'
import { accessColumns, attachmentColumns, foldedColumns, matterColumns } from '../read-columns.js'

const many = (columns: string, from: string, order: string): string =>
  `(select coalesce(json_agg(one), '[]') from (select ${columns} from ${from} order by ${order}) one)`

/**
 * How events stand in their table: any of them written anew, its content gone say while its hash stays, is another row there, and the sum
 * another.
 */
const standOf = (which: string): string =>
  `(select sum(s.xmin::text::bigint)::text from event s where s.government = of_government and s.matter = of_matter and ${which})`

/**
 * What stands behind a matter, as JSON, in one round trip; null where there is none, or none for whoever asks. Whoever knows its events
 * up to one (`known_seq`, by its hash and by how all of them stood) is sent those behind it; `known` says behind which. How they stand
 * is told of lives that are long enough to be kept.
 */
export const readMatter = `
create function read_matter(of_government text, of_matter bigint, reached text[], readers text[], kept_from text[], unless text[],
  known_seq int, known_hash bytea, known_stand text) returns json
language plpgsql as $$
declare
  known int;
begin
  -- Here, in a statement of its own, so that every policy below sees it.
  perform set_config('huiyin.government', of_government, true);
  if known_hash is not null then
    select e.seq into known from event e
      where e.government = of_government and e.matter = of_matter and e.seq = known_seq and e.hash = known_hash
        and ${standOf('s.seq <= known_seq')} = known_stand;
  end if;
  known := coalesce(known, 0);
  return (select json_build_object(
      'row', (select row_to_json(one) from (select ${matterColumns}) one),
      'known', known,
      'stand', case when known = m.revision then known_stand when m.revision >= ${longLife} then ${standOf('s.seq <= m.revision')} end,
      'events', ${many(foldedColumns, 'event e where e.government = of_government and e.matter = of_matter and e.seq > known', 'e.seq')},
      'hash', (select encode(e.hash, 'hex') from event e
        where e.government = of_government and e.matter = of_matter and e.seq = m.revision),
      'files', ${many(attachmentColumns, 'attachment b where b.government = of_government and b.matter = of_matter', 'b.uploaded_at, b.attachment')},
      'openings', ${many(accessColumns, 'access_record r where r.government = of_government and r.matter = of_matter', 'r.id')})
    from matter m where ${visibleIn('of_government', ['reached', 'readers', 'kept_from', 'unless'])} and m.matter = of_matter);
end $$;
`
