/** 扣分. Duties that cost points, by the day by which they are counted: few among all, so that an assessment reads these alone. */
export const steps = (): readonly string[] => [
  'create index duty_deducted on duty (government, (coalesce(due_at, opened_at))) where deducted > 0',
]
