/** A moment: milliseconds since 1970-01-01T00:00Z, as in core. */
export type Instant = number
/** `YYYY-MM-DD`. */
export type DayText = string
export type GovernmentId = string
/** Runs from 1 within a government; the number people see is made from it. */
export type MatterId = number
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }
