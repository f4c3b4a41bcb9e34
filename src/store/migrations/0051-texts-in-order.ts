/** When its matter came stands beside a text's words, so that the newest of many that have a word are known without looking up every matter. */
export const steps = (): readonly string[] => [
  'alter table matter_text add column received_at timestamptz',
  // One that is made at the end costs a fraction of one kept up row by row.
  'drop index matter_text_search',
  // An owner who is no superuser is held to the policies too, and would see no rows.
  ...['matter', 'matter_text'].map((table) => `alter table ${table} no force row level security`),
  `update matter_text t set received_at = m.received_at from matter m where m.government = t.government and m.matter = t.matter`,
  ...['matter', 'matter_text'].map((table) => `alter table ${table} force row level security`),
  'alter table matter_text alter column received_at set not null',
  'create index matter_text_search on matter_text using gin (search) with (gin_pending_list_limit = 512)',
]
