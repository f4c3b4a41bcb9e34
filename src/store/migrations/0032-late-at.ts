/** When a duty is late, decided where it is derived. Rows are made anew at the next start; until then by what they say themselves. */
export const steps = (): readonly string[] => [
  'alter table duty add column late_at timestamptz',
  // An owner who is no superuser is held to the policies too, and would see no rows.
  'alter table duty no force row level security',
  `update duty set late_at = due_at where status in ('open', 'overdue') and not held`,
  'alter table duty force row level security',
]
