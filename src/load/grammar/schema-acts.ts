import { z } from 'zod'
import { clauseRefs, condition, limitShape, listOf, name, parts, value, word, words } from './schema-parts.js'

const passage = z.strictObject({ to: word, when: condition.optional() })
export type PassageInput = z.infer<typeof passage>
export const passages = z.union([word, z.array(z.union([word, passage])), passage]).meta({ id: 'Passages' })
export type PassagesInput = z.infer<typeof passages>

/** Stages an act may start from: one, several, `any`, or all but some. */
const stagesFrom = z.union([word, z.array(word), z.strictObject({ except: words })]).meta({ id: 'StagesFrom' })
export type StagesFromInput = z.infer<typeof stagesFrom>

const window = z.strictObject({ ...limitShape, after: word, unless: condition.optional() })
export type WindowInput = z.infer<typeof window>

const followed = z.union([z.strictObject({ when: condition.optional() }), z.null(), z.literal(true)])

/** 行为 as written. */
export const act = z
  .strictObject({
    name,
    by: words,
    of: z.enum(['matter', 'assignment']).optional(),
    starts: passages.optional(),
    from: stagesFrom.optional(),
    during: stagesFrom.optional(),
    to: passages.optional(),
    moves: z.strictObject({ to: word, of: listOf(parts).optional() }).optional(),
    assigns: word.optional(),
    needs: words.optional(),
    takes: words.optional(),
    needsWhen: listOf(z.strictObject({ fields: words, when: condition, clause: clauseRefs.optional() })).optional(),
    when: condition.optional(),
    within: window.optional(),
    times: z.number().int().min(1).optional(),
    notBy: words.optional(),
    sets: z.record(z.string(), value).optional(),
    follows: z.union([word, z.array(word), z.record(z.string(), followed)]).optional(),
    tells: words.optional(),
    keptFrom: words.optional(),
    slip: z.strictObject({ name, when: condition.optional() }).optional(),
    corrects: z.boolean().optional(),
    needsForce: z.boolean().optional(),
    clause: clauseRefs.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Act' })
export type ActInput = z.infer<typeof act>

/** 环节 as written. */
export const stage = z
  .strictObject({
    name,
    shown: word.optional(),
    explains: z.string().optional(),
    heldBy: z.enum(['requester', 'office', 'unit', 'leader', 'nobody']).optional(),
    end: z.boolean().optional(),
    next: listOf(passage).optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Stage' })
export type StageInput = z.infer<typeof stage>
