import { z } from 'zod'
import { dutyStatuses, listOf, name, parts, value, word, words } from '../grammar/shapes.js'

const expectedDuty = z.strictObject({
  duty: word,
  holder: word.optional(),
  /** The item in which it is owed, by its place in the matter, from 1. */
  item: z.number().int().min(1).optional(),
  status: z.enum(dutyStatuses).optional(),
  due: word.nullable().optional(),
  alert: word.nullable().optional(),
  workdaysLate: z.number().int().min(0).optional(),
  late: z.boolean().optional(),
  deducted: z.number().min(0).optional(),
  criticisms: z.number().int().min(0).optional(),
  provisional: z.boolean().optional(),
  held: z.boolean().optional(),
  extensions: z.number().int().min(0).optional(),
})
export type ExpectedDuty = z.infer<typeof expectedDuty>

/** What a field is given; `explanation: { characters: 1201 }` is a text of so many, where its length is all that matters. */
const stated = z.union([
  z.strictObject({ characters: z.number().int().min(1).max(100_000) }).transform(({ characters }) => '字'.repeat(characters)),
  value,
])

/** `urges`: whom it reminds, exactly; `refers`: to whom it passes the matter on. */
const expectedRung = z.strictObject({
  duty: word,
  rung: word,
  at: word.optional(),
  holder: word.optional(),
  urges: words.optional(),
  refers: word.nullable().optional(),
})

export type ExpectedRung = z.infer<typeof expectedRung>

/** A round of a duty: `2025-Q1`; a year alone is read as a number. */
const period = z.union([word, z.number().int()])
const expectedOfficeDuty = z.strictObject({
  duty: word,
  period: period.optional(),
  status: z.enum(dutyStatuses).optional(),
  due: word.nullable().optional(),
  alert: word.nullable().optional(),
  workdaysLate: z.number().int().min(0).optional(),
  late: z.boolean().optional(),
  provisional: z.boolean().optional(),
  rungs: listOf(z.union([word, expectedRung.omit({ duty: true, holder: true })])).optional(),
  noRungs: words.optional(),
})
export type ExpectedOfficeDuty = z.infer<typeof expectedOfficeDuty>

const looks = z.enum(['shown', 'masked', 'hidden', 'onReason'])

/** What a matter should look like at a moment; what is not named is not checked. */
export const expectation = z.strictObject({
  stage: word.optional(),
  shown: word.optional(),
  assignments: z.array(z.strictObject({ unit: word, part: parts.optional(), stage: word.optional() })).optional(),
  items: listOf(
    z.strictObject({
      item: z.number().int().min(1),
      of: word.optional(),
      stage: word.optional(),
      facts: z.record(z.string(), stated).optional(),
    }),
  ).optional(),
  duties: listOf(expectedDuty).optional(),
  noDuties: words.optional(),
  rungs: listOf(expectedRung).optional(),
  noRungs: listOf(z.strictObject({ duty: word, rung: word, holder: word.optional() })).optional(),
  alerts: z.union([word, z.array(word)]).optional(),
  facts: z.record(z.string(), stated).optional(),
  may: z.record(z.string(), words).optional(),
  mayNot: z.record(z.string(), words).optional(),
  /** Where texts that are signed stand: the level that has it, `unsent`, `returned` or `signed`; of a share `replySignOff@unit`. */
  signOffs: z.record(z.string(), word).optional(),
  finds: z.record(z.string(), words).optional(),
  findsNot: z.record(z.string(), words).optional(),
  sees: z.record(z.string(), z.enum(['all', 'assigned', 'own', 'none'])).optional(),
  shows: z.record(z.string(), z.record(z.string(), looks)).optional(),
  public: z.boolean().optional(),
  publicShows: words.optional(),
  charged: z.record(z.string(), z.number()).optional(),
  /** Exactly the units that are to be named in a bulletin, and how often. */
  criticised: z.record(z.string(), z.number().int().min(1)).optional(),
  /**
   * What it brings a unit in its assessment, as if it were all that the unit had: the points of a line; of one without points how many, or
   * of how many: `1/1`.
   */
  assessed: z.record(z.string(), z.record(z.string(), z.union([z.number(), word]))).optional(),
  /** In which class it is kept; `none`: in none that is declared. */
  retention: word.optional(),
  officeDuties: listOf(expectedOfficeDuty).optional(),
  noOfficeDuties: words.optional(),
})
export type Expectation = z.infer<typeof expectation>

const refusals = z.enum([
  'unknown-act',
  'wrong-role',
  'wrong-unit',
  'wrong-stage',
  'not-in-force',
  'too-late',
  'too-early',
  'limit-reached',
  'not-permitted',
  'fact-missing',
  'forbidden',
  'recused',
  'incomplete',
  'missing',
  'invalid',
])

const step = z.strictObject({
  at: word,
  /** In a matter that was begun here, by its kind: the latest of it; `order#2` is the second. */
  in: word.optional(),
  act: word.optional(),
  officeDuty: word.optional(),
  period: period.optional(),
  by: word.optional(),
  person: word.optional(),
  with: z.record(z.string(), stated).optional(),
  refused: refusals.optional(),
  /** The matter was chosen for it, among all in which it could be done. */
  chosen: z.boolean().optional(),
  /** Exactly the requirements that are lacking; said beside `refused: incomplete`. */
  lacks: words.optional(),
  /** Exactly the prohibitions that hold; said beside `refused: forbidden`. */
  forbids: words.optional(),
  /** Whether who came too late is told that a higher text may give them longer; said beside `refused: too-late`. */
  disputed: z.boolean().optional(),
  /** Exactly who is told of what was done, and of what followed from it. */
  tells: words.optional(),
  /** Exactly the units that get its paper. */
  slips: words.optional(),
  /** Exactly the matters of other kinds that it begins, with exactly what they carry. */
  begins: z
    .array(z.strictObject({ kind: word, joins: word.optional(), with: z.record(z.string(), stated).optional() }))
    .optional(),
  /** Exactly the acts by which the matter of this regulation hears of what was done in one that it began. */
  hears: words.optional(),
  clause: word.optional(),
  expect: expectation.optional(),
  note: z.string().optional(),
})

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** 前情 as written: how examples begin that say `given:` with its name. Its own `given` comes before it. */
export const preludeSchema = z.strictObject({
  format: z.number().int().optional(),
  prelude: word,
  given: word.optional(),
  note: z.string().optional(),
  steps: z.array(step).min(1),
})
export type PreludeInput = z.infer<typeof preludeSchema>

/** 情景 as written: one example, step by step. The first of a file says the format. */
export const scenarioSchema = z.strictObject({
  format: z.number().int().optional(),
  title: name,
  regulation: word,
  version: word.optional(),
  overlay: word.optional(),
  inForce: day.optional(),
  since: day.optional(),
  clauses: words.optional(),
  note: z.string().optional(),
  given: word.optional(),
  /** By unit: the one above it, and of which kind it is. */
  /** By who they are, the list on which they stand. */
  requesters: z.record(word, word).optional(),
  units: z.record(word, z.strictObject({ above: word.optional(), kind: word.optional() })).optional(),
  /** Kinds of matters to which the regulation is tied here by what stands beside its text. */
  tied: words.optional(),
  /** By the kinds of matters that begin here: the regulation, or `regulation version`, under which they run beside this one. */
  others: z.record(word, word).optional(),
  steps: z.array(step).min(1),
})
export type ScenarioInput = z.infer<typeof scenarioSchema>
export type StepInput = z.infer<typeof step>
