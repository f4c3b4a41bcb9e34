import type { Moment } from '../../../contract/index.js'

/** A moment beside a day that is said already (2025-03-20): only the clock; on another day, with that day. */
export const clockOn = ({ shown }: Moment, day: string | null): string =>
  day !== null && shown.startsWith(`${day} `) ? shown.slice(day.length + 1) : shown
