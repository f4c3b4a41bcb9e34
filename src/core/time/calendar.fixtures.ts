import { buildCalendar } from './calendar.js'
import { day } from './day.js'
import { shanghai } from './instant.js'

/** National Day 2025 with its make-up workdays, Mid-Autumn 2024, and one local day off; known for 2024 and 2025. */
export const autumn2025 = buildCalendar(
  'autumn-2025',
  [
    {
      name: { zh: '国庆节、中秋节', en: 'National Day, Mid-Autumn Festival' },
      off: [day('2025-10-01'), day('2025-10-08')],
      makeUp: [day('2025-09-28'), day('2025-10-11')],
      notice: 'notice of 2024-11-12',
      isLocal: false,
    },
    {
      name: { zh: '地方假', en: 'Local day off' },
      off: [day('2025-03-28'), day('2025-03-28')],
      makeUp: [],
      notice: 'local notice',
      isLocal: true,
    },
  ],
  [day('2024-01-01'), day('2025-12-31')],
  shanghai,
)
