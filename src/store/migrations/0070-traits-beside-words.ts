/**
 * Beside its words a text says what its matter is (regulation, category, channel, units), so that a search beside a filter looks up only
 * what meets it; and on which day it came instead of in which second, so that a span of time is a few lists of the index and not thousands.
 */
export const steps = (): readonly string[] => [
  // One that is made at the end costs a fraction of one kept up row by row.
  'drop index matter_text_search',
  // An owner who is no superuser is held to the policies too, and would see no rows.
  ...['matter', 'matter_text'].map((table) => `alter table ${table} no force row level security`),
  `update matter_text t set search = ts_delete(t.search, '@' || m.government || '/' ||
     lpad(to_hex(least(greatest(floor(extract(epoch from m.received_at)), 0), 4294967295)::bigint), 8, '0')) || ${knownOf('m')}
   from matter m where m.government = t.government and m.matter = t.matter`,
  ...['matter', 'matter_text'].map((table) => `alter table ${table} force row level security`),
  'create index matter_text_search on matter_text using gin (search) with (gin_pending_list_limit = 512)',
]

/** The words that say whose a matter is, what it is and on which day it came. */
export function knownOf(m: string): string {
  const day = `lpad(to_hex(least(greatest(floor(extract(epoch from ${m}.received_at) / 86400), 0), 1048575)::bigint), 5, '0')`
  const traits = ['regulation', 'category', 'channel'].map((trait) => `'=${trait}/' || replace(${m}.${trait}, chr(10), ' ')`)
  return `array_to_tsvector(array(select '@' || ${m}.government || trait from unnest(
    array['', '/' || ${day}, ${traits.join(', ')}] || array(select '=unit/' || unit from unnest(${m}.units) unit)) trait where trait is not null))`
}
