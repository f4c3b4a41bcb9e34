/** What statistics count, found by the day it happened: acts that are counted, and due times. Acts nobody counts cost nothing. */
export const steps = (): readonly string[] => [
  `create index event_counted on event (government, at, matter) where kind = 'act' and act in
      ('accept', 'decline', 'conclude', 'publish', 'answerPrivately', 'rate', 'return', 'grantExtension', 'redo')`,
  'create index duty_due on duty (government, due_at, matter) where due_at is not null',
]
