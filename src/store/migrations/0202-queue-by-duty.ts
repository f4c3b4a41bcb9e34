/**
 * The queue stands, at one due time, by duties and then by matters. By matters first, a duty that waits for long kept for itself the room of all of
 * its matter that were met around it: five times what its entry takes.
 */
export const steps = (): readonly string[] => [
  'drop index duty_queue',
  `create index duty_queue on duty (government, holder_role, holder_unit, sort_at, duty_key, matter)
    where status in ('open', 'overdue', 'paused')`,
]
