/**
 * A text says by words, too, in which 16 and in which 256 days it came, so that any span of time is few words; and that its matter is
 * published, so that a search among what is published looks up nothing else.
 */
export const steps = (): readonly string[] => [
  // One that is made at the end costs a fraction of one kept up row by row.
  'drop index matter_text_search',
  // An owner who is no superuser is held to the policies too, and would see no rows.
  ...['matter', 'matter_text'].map((table) => `alter table ${table} no force row level security`),
  // Not joined, which would write them in another order than they came: what came on one day lies together, and is found together.
  `update matter_text t set search = t.search || coalesce(
     (select ${spansAndPublished('m')} from matter m where m.government = t.government and m.matter = t.matter), '')`,
  ...['matter', 'matter_text'].map((table) => `alter table ${table} force row level security`),
  'create index matter_text_search on matter_text using gin (search) with (gin_pending_list_limit = 512)',
]

/** Those words of a matter. */
export function spansAndPublished(m: string): string {
  const day = `least(greatest(floor(extract(epoch from ${m}.received_at) / 86400), 0), 1048575)::bigint`
  const spans = [4, 3].map((digits) => `'/' || left(lpad(to_hex(${day}), 5, '0'), ${digits})`)
  return `array_to_tsvector(array(select '@' || ${m}.government || trait from unnest(
    array[${spans.join(', ')}, case when ${m}.published_at is not null then '=published/yes' end]) trait where trait is not null))`
}
