/** Beside its words a text says in which second its matter came, so that the newest are found without reading all that have a word. */
export const steps = (): readonly string[] => [
  // One that is made at the end costs a fraction of one kept up row by row.
  'drop index matter_text_search',
  // An owner who is no superuser is held to the policies too, and would see no rows.
  ...['matter', 'matter_text'].map((table) => `alter table ${table} no force row level security`),
  `update matter_text t set search = t.search || array_to_tsvector(array['@' || m.government || '/' ||
     lpad(to_hex(least(greatest(floor(extract(epoch from m.received_at)), 0), 4294967295)::bigint), 8, '0')])
   from matter m where m.government = t.government and m.matter = t.matter`,
  ...['matter', 'matter_text'].map((table) => `alter table ${table} force row level security`),
  'create index matter_text_search on matter_text using gin (search)',
]
