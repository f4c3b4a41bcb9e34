import { z } from 'zod'

// How long what is sent may be, beside the fields of a regulation (theirs: `mostOf` in core). Use cases say more kindly what is too
// long for its place; these keep out what nobody means.

/** Names something: a role, a unit, an account, a version. */
export const sentId = z.string().max(100)
/** A name, a title, a reason. */
export const sentLine = z.string().max(1000)
export const sentText = z.string().max(20_000)
/** A day, or a moment as scenarios write it. */
export const sentDay = z.string().max(40)
export const sentSecret = z.string().max(500)

/** A file brought in from the browser: megabytes, and rows. The form says so before, the use case refuses what is larger. */
export const importMost = { megabytes: 5, rows: 2_000 }
