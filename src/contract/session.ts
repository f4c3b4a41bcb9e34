import { z } from 'zod'
import { named } from './parts.js'

export const signInRequest = z
  .object({ government: z.string(), login: z.string(), password: z.string() })
  .meta({ id: 'SignInRequest' })

/** The signed-in person, in one role; `csrf` goes back in the header `X-CSRF-Token` of every change. */
export const sessionView = z
  .object({
    government: named,
    account: z.object({ id: z.string(), name: z.string(), isAdmin: z.boolean() }),
    roles: z.array(z.object({ role: z.string(), name: z.string(), unit: named.nullable() })),
    /** Which of the roles is worn now; the header `X-Role` (`role` or `role@unit`) chooses another. */
    role: z.object({ role: z.string(), name: z.string(), unit: named.nullable() }),
    units: z.array(named),
    csrf: z.string(),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof sessionView>
