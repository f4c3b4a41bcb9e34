/** What most duties have none of (days late, points, criticisms, an alert) takes no room where there is none; marks of a time span are found by their kinds. */
export const steps = (): readonly string[] => [
  `alter table duty ${counts.map((column) => `alter column ${column} drop not null`).join(', ')}`,
  `alter table duty ${counts.map((column) => `alter column ${column} drop default`).join(', ')}`,
  `alter table duty alter column workdays_late type int using nullif(workdays_late, 0), alter column alert_rank type int using nullif(alert_rank, 0),
     alter column deducted type double precision using nullif(deducted, 0), alter column criticisms type int using nullif(criticisms, 0)`,
  'drop index mark_at',
]

const counts = ['workdays_late', 'alert_rank', 'deducted', 'criticisms'] as const
