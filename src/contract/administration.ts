import { z } from 'zod'
import { sentId } from './limits.js'

export const unitRequest = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    name: z.string().trim().min(1).max(60),
    kind: sentId.optional(),
    parent: sentId.nullable().optional(),
  })
  .meta({ id: 'UnitRequest' })
export type UnitRequest = z.infer<typeof unitRequest>

const accountRole = z.object({ role: sentId, unit: sentId.nullable() })

export const accountView = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    isAdmin: z.boolean(),
    isDisabled: z.boolean(),
    roles: z.array(accountRole),
  })
  .meta({ id: 'Account' })
export type AccountView = z.infer<typeof accountView>

export const accountRequest = z
  .object({
    login: z.string().trim().min(1).max(60),
    name: z.string().trim().min(1).max(60),
    password: z.string().min(10).max(200).optional(),
    isAdmin: z.boolean().optional(),
    isDisabled: z.boolean().optional(),
    roles: z.array(accountRole).max(20),
    /** As by screen: who takes over what somebody has in hand who leaves; null: it goes back on the desk; absent: nothing was said. */
    handTo: sentId.nullable().optional(),
    /** That nobody is left who owes what waits is meant. */
    leavesVacant: z.boolean().optional(),
  })
  .meta({ id: 'AccountRequest' })
export type AccountRequest = z.infer<typeof accountRequest>
