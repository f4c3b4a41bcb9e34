/** Whom a mark is about where that is no unit of its share, and how often it counts: criticisms are summed by unit. */
export const steps = (): readonly string[] => [
  'alter table mark add column unit text',
  'alter table mark add column times int not null default 1',
]
