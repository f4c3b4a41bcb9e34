import { z } from 'zod'
import { sentDay, sentId, sentLine } from './limits.js'
import { unheldRole } from './matter.js'
import { moment, named } from './parts.js'

/** 人员. An account with its roles; never deleted, only locked. */
export const personView = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    isAdmin: z.boolean(),
    isDisabled: z.boolean(),
    isAuditor: z.boolean(),
    contact: z.string(),
    hasSecondFactor: z.boolean(),
    /** False until the person has set a password by their link. */
    hasPassword: z.boolean(),
    roles: z.array(z.object({ role: named, unit: named.nullable() })),
    revision: z.number(),
  })
  .meta({ id: 'Person' })
export type PersonView = z.infer<typeof personView>

export const substituteView = z
  .object({
    id: z.number(),
    absent: named,
    present: named,
    role: named,
    unit: named.nullable(),
    firstOn: z.string(),
    lastOn: z.string(),
    reason: z.string(),
    standing: z.enum(['coming', 'now', 'past', 'ended']),
  })
  .meta({ id: 'Substitute' })
export type SubstituteView = z.infer<typeof substituteView>

export const peopleView = z
  .object({
    people: z.array(personView),
    substitutes: z.array(substituteView),
    /** Roles of staff, and whether one is held for a unit. */
    roles: z.array(named.extend({ hasUnit: z.boolean() })),
    units: z.array(named),
    /** What is owed and lies on nobody's desk. */
    unheld: z.array(unheldRole),
    today: z.string(),
  })
  .meta({ id: 'People' })
export type PeopleView = z.infer<typeof peopleView>

const askedRole = z.object({ role: sentId, unit: sentId.nullable() })

export const personRequest = z
  .object({
    login: sentLine,
    name: sentLine,
    isAdmin: z.boolean().default(false),
    isDisabled: z.boolean().default(false),
    isAuditor: z.boolean().default(false),
    contact: sentLine.default(''),
    roles: z.array(askedRole).max(50),
    /** Who takes over what somebody has in hand who leaves; null: it goes back on the desk; absent: nothing was said. */
    handTo: sentId.nullable().optional(),
    /** That nobody is left who owes what waits is meant. */
    leavesVacant: z.boolean().optional(),
  })
  .meta({ id: 'PersonRequest' })
export type PersonRequest = z.infer<typeof personRequest>

/** A link by which somebody sets their own password. Sent to the person; `path` is told once, and only where nothing can be sent. */
export const accountLink = z
  .object({ id: z.string(), path: z.string().nullable(), sentTo: z.string().nullable(), expiresAt: moment })
  .meta({ id: 'AccountLink' })
export type AccountLinkView = z.infer<typeof accountLink>

export const substituteRequest = z
  .object({
    absent: sentId,
    present: sentId,
    role: sentId,
    unit: sentId.nullable(),
    firstOn: sentDay,
    lastOn: sentDay,
    reason: sentLine,
  })
  .meta({ id: 'SubstituteRequest' })
export type SubstituteRequest = z.infer<typeof substituteRequest>
