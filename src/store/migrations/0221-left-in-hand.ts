/**
 * What was left in the hand of somebody who is locked goes back on the desk of their house, once: since then they hand on what they have as they
 * leave. What is one person's alone is found by whom it waits for.
 */
export const steps = (): readonly string[] => [
  `delete from keeper k using account a where a.government = k.government and a.account = k.account and a.disabled`,
  `create index duty_of_person on duty (government, holder_person)
    where holder_person <> '' and status in ('open', 'overdue', 'paused')`,
]
