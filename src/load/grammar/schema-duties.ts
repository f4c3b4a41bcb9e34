import { z } from 'zod'
import { clauseRefs, condition, limit, listOf, name, parts, period, periodKeys, timeOfDay, word, words } from './schema-parts.js'

const when = condition.optional()

/** What opens a duty: exactly one of act, due, rung, stage. */
const opening = z.strictObject({
  act: word.optional(),
  due: word.optional(),
  rung: word.optional(),
  stage: word.optional(),
  in: listOf(parts).optional(),
  when,
})
export type OpeningInput = z.infer<typeof opening>
const openings = listOf(z.union([word, opening])).meta({ id: 'Openings' })
export type OpeningsInput = z.infer<typeof openings>

const effects = listOf(z.union([word, z.strictObject({ act: word, when })])).meta({ id: 'Effects' })
export type EffectsInput = z.infer<typeof effects>

const total = z.number().int().min(0)
const extend = z
  .strictObject({
    asked: word.optional(),
    granted: word.optional(),
    refused: word.optional(),
    amount: word,
    unit: z.enum(periodKeys).optional(),
    times: z.number().int().min(0).nullable().optional(),
    total: z
      .union([total, z.array(z.strictObject({ total, when, clause: clauseRefs.optional() }))])
      .nullable()
      .optional(),
    asks: z.enum(['before-due', 'any-time', 'unasked']).optional(),
    holds: z.boolean().optional(),
    unless: when,
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Extend' })
export type ExtendInput = z.infer<typeof extend>

export const rung = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][A-Za-z0-9-]*$/)
      .optional(),
    before: period.optional(),
    late: period.optional(),
    after: period.optional(),
    earlierOnDayOff: timeOfDay.optional(),
    at: timeOfDay.optional(),
    alert: word.optional(),
    urge: words.optional(),
    deduct: z.number().min(0).optional(),
    refer: word.optional(),
    criticisms: z.number().int().min(0).optional(),
    unless: when,
    courtesy: z.boolean().optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Rung' })
export type RungInput = z.infer<typeof rung>

/** 义务 as written. */
export const duty = z
  .strictObject({
    name,
    holder: word,
    claimant: word.nullable().optional(),
    of: z.enum(['matter', 'assignment']).optional(),
    parts: listOf(parts).optional(),
    opens: openings,
    appliesTo: when,
    appliesFrom: z.union([z.enum(['opening', 'now']), z.strictObject({ atLeast: period })]).optional(),
    within: limit.optional(),
    countFrom: word.optional(),
    notAfter: limit.optional(),
    tightenedBy: effects.optional(),
    soft: z.boolean().optional(),
    discretion: word.optional(),
    metBy: effects.optional(),
    reopenedBy: effects.optional(),
    cancelledBy: effects.optional(),
    pausedBy: effects.optional(),
    resumedBy: effects.optional(),
    extend: extend.optional(),
    ladder: listOf(rung).optional(),
    internal: z.boolean().optional(),
    clause: clauseRefs.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Duty' })
export type DutyInput = z.infer<typeof duty>
