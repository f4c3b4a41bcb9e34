/** Files that are sealed as identity is, and those that belong to nothing yet. */
export const steps = (): readonly string[] => [
  'alter table attachment add column key_id text, add column nonce bytea',
  'create index attachment_unclaimed on attachment (government, uploaded_at) where matter is null and office_record is null',
]
