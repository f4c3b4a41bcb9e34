import { z } from 'zod'
import { clauseView, named } from './parts.js'

/** What a government needs before it works: what the product sees for itself, and what somebody says they have done. */
export const setupItems = [
  ...(['secondFactor', 'force', 'units', 'unitKinds', 'people', 'roles', 'auditor', 'form', 'calendar', 'backup'] as const),
] as const
/** The product cannot see these: somebody says that they are done. */
export const saidItems = ['form', 'backup'] as const

const ruleNamed = named.extend({ clauses: z.array(clauseView) })

/** 待完成. What remains of the set-up, and who has which part in the regulations. */
export const checklist = z
  .object({
    items: z.array(
      z.object({
        id: z.enum(setupItems),
        isDone: z.boolean(),
        /** What it is still about: texts that are not in force, roles that nobody holds. */
        about: z.array(z.string()),
      }),
    ),
    /** Roles of staff: what each owes and may, and how many people hold it. */
    roles: z.array(named.extend({ held: z.number(), owes: z.array(ruleNamed), may: z.array(ruleNamed) })),
    revision: z.number(),
  })
  .meta({ id: 'Checklist' })
export type Checklist = z.infer<typeof checklist>
export type SetupItem = Checklist['items'][number]['id']

export const checklistRequest = z.object({ item: z.enum(saidItems), revision: z.number().int() }).meta({ id: 'ChecklistRequest' })
export type ChecklistRequest = z.infer<typeof checklistRequest>
