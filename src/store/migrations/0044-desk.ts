/** The desk sorts what is owed by kinds of work, each by due time and then by how long it has waited. */
export const steps = (): readonly string[] => [
  `create index duty_desk on duty (government, holder_role, holder_unit, duty, sort_at, opened_at, matter, duty_key)
    where status in ('open', 'overdue', 'paused')`,
]
