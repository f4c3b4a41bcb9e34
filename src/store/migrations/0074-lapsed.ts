/** A duty that silence answered is told apart from one that somebody met. */
export const steps = (): readonly string[] => [
  'alter table duty drop constraint duty_status_check',
  `alter table duty add constraint duty_status_check
     check (status in ('open', 'overdue', 'paused', 'met', 'lapsed', 'cancelled'))`,
]
