/** 迟送. Until when nobody is told of what can still be taken back. */
export const steps = (): readonly string[] => [
  'alter table notice add column held_until timestamptz',
  'alter table outbox add column held_until timestamptz',
]
