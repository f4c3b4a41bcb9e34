import { z } from 'zod'
import { fieldTypes, periodUnits } from '../../core/index.js'
import { act, stage } from './schema-acts.js'
import { duty } from './schema-duties.js'
import { officeDuty } from './schema-office-duties.js'
import { clauseRefs, condition, identifier, listOf, name, parts, value, word, words } from './schema-parts.js'

const role = z
  .strictObject({
    name,
    kind: z.enum(['requester', 'office', 'unit', 'leader', 'outside', 'system']),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Role' })

/** `today`, an act or a field; or the due time of a duty. */
const dayBound = z.union([word, z.strictObject({ dueOf: word })])
export type DayBoundInput = z.infer<typeof dayBound>

const option = z.union([word, z.strictObject({ name, clause: clauseRefs.optional(), advice: z.string().optional() })])
export type OptionInput = z.infer<typeof option>
const field = z
  .strictObject({
    name,
    type: z.enum(fieldTypes),
    options: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/), option).optional(),
    least: z.number().optional(),
    most: z.number().optional(),
    units: listOf(z.enum(periodUnits)).optional(),
    parts: listOf(parts).optional(),
    needsLead: z.boolean().optional(),
    identity: z.boolean().optional(),
    stands: z.union([z.enum(['latest', 'earliest']), z.strictObject({ rankedBy: word, order: words.optional() })]).optional(),
    notBefore: dayBound.optional(),
    notAfter: dayBound.optional(),
    default: value.optional(),
    hint: z.string().optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Field' })
export type FieldInput = z.infer<typeof field>

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const visibility = z.strictObject({
  matters: listOf(
    z.strictObject({
      to: words,
      sees: z.enum(['all', 'assigned', 'own', 'none']),
      when: condition.optional(),
      clause: clauseRefs.optional(),
    }),
  ).optional(),
  fields: listOf(
    z.strictObject({
      fields: words,
      to: words,
      as: z.enum(['shown', 'masked', 'hidden', 'onReason']),
      when: condition.optional(),
      clause: clauseRefs.optional(),
    }),
  ).optional(),
  hiddenFrom: listOf(z.strictObject({ field: word, when: condition.optional(), clause: clauseRefs.optional() })).optional(),
  public: z.strictObject({ when: condition, fields: words, clause: clauseRefs.optional() }).nullable().optional(),
})
export type VisibilityInput = z.infer<typeof visibility>

const table = <T extends z.ZodType>(item: T) => z.record(identifier, item)

/** 规程 as written in regulation.yaml, shorthand included. */
export const regulationSchema = z.strictObject({
  regulation: word,
  version: word,
  title: name,
  shortTitle: name.optional(),
  issuer: word,
  number: z.string().nullable().optional(),
  status: z.string().nullable().optional(),
  effective: z.strictObject({
    from: z
      .union([day, z.literal('unknown')])
      .nullable()
      .optional(),
    to: day.nullable().optional(),
    clause: clauseRefs.optional(),
  }),
  transition: z.literal('keeps-version').optional(),
  counting: z.strictObject({ movesToWorkday: z.boolean().optional(), points: z.enum(['highest', 'sum']).optional() }).optional(),
  portal: z
    .strictObject({ name: name.optional(), notice: listOf(z.string()).optional(), promises: listOf(z.string()).optional() })
    .optional(),
  parameters: table(
    z.strictObject({ value, asks: word, alternatives: z.array(value).optional(), clause: clauseRefs.optional() }),
  ).optional(),
  discretions: table(z.strictObject({ words: word, judge: word, clause: clauseRefs.optional() })).optional(),
  roles: table(role).optional(),
  fields: table(field).optional(),
  shownStates: table(name).optional(),
  stages: table(stage),
  assignmentStages: table(stage).optional(),
  acts: table(act),
  duties: table(duty).optional(),
  officeDuties: table(officeDuty).optional(),
  alerts: table(z.strictObject({ name, rank: z.number().int(), colour: word })).optional(),
  prohibitions: listOf(
    z.strictObject({ id: identifier, name, acts: words, when: condition.optional(), clause: clauseRefs.optional() }),
  ).optional(),
  recusal: z.strictObject({ declared: words, field: word, lifted: words.optional(), clause: clauseRefs.optional() }).optional(),
  visibility: visibility.optional(),
})
export type RegulationInput = z.infer<typeof regulationSchema>

/** 条款 as written in clauses.yaml. */
export const clausesSchema = z.strictObject({
  regulation: word,
  clauses: z.record(
    z.string(),
    z.strictObject({
      cite: word,
      shown: word,
      kind: word,
      zh: word,
      en: word,
      status: z.enum(['executed', 'form', 'judgement', 'not-covered']).optional(),
      why: z.string().nullable().optional(),
    }),
  ),
})
export type ClausesInput = z.infer<typeof clausesSchema>
