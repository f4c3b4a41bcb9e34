import { z } from 'zod'
import { clauseView, moment, named } from './parts.js'
import { statisticsSpan } from './statistics.js'

/** 计数. What was counted of a unit, from which the same function makes points wherever it is called. */
export const tallyView = z
  .object({
    figures: z.record(z.string(), z.number()),
    criticisms: z.number(),
    taken: z.object({ points: z.number(), matters: z.number() }),
  })
  .meta({ id: 'AssessmentTally' })

/** 指标: how a line is counted, in words and as the function takes it. */
export const assessmentRuleView = named
  .extend({
    says: z.string(),
    clauses: z.array(clauseView),
    rests: z.object({ by: z.enum(['rungs', 'count', 'share']), figure: z.string().nullable() }),
    points: z.number().nullable(),
    most: z.number().nullable(),
    /** The figure whose list holds the matters; null: points, which have a list of their own. */
    list: z.string().nullable(),
  })
  .meta({ id: 'AssessmentRule' })
export type AssessmentRuleView = z.infer<typeof assessmentRuleView>

/** One line of a unit. `points` null: none are given, as `because` says. */
export const assessedLine = z.object({
  id: z.string(),
  number: z.number(),
  of: z.number().nullable(),
  share: z.string().nullable(),
  points: z.number().nullable(),
  because: z.enum(['counted', 'capped', 'unstated', 'few']),
})
export type AssessedLineView = z.infer<typeof assessedLine>

export const assessedUnit = z.object({
  unit: named,
  tally: tallyView,
  lines: z.array(assessedLine),
  /** Null: no line gives points. */
  total: z.number().nullable(),
})
export type AssessedUnitView = z.infer<typeof assessedUnit>

/** 考核表. By kind of work, the lines of its regulation, and what they come to for each unit. */
export const assessmentView = z
  .object({
    span: statisticsSpan,
    spans: z.array(statisticsSpan),
    scope: z.string(),
    /** Of fewer a share gives no points. */
    shareFrom: z.number(),
    sheets: z.array(z.object({ regulation: named, rules: z.array(assessmentRuleView), units: z.array(assessedUnit) })),
  })
  .meta({ id: 'Assessment' })
export type AssessmentView = z.infer<typeof assessmentView>

/** 扣分明细. A duty that cost points: of which matter, how late, by which clause. */
export const pointTaken = z
  .object({
    matter: z.string(),
    number: z.string(),
    title: z.string(),
    unit: named,
    duty: z.string(),
    due: moment.nullable(),
    workdaysLate: z.number(),
    points: z.number(),
    clauses: z.array(clauseView),
  })
  .meta({ id: 'PointTaken' })
export type PointTaken = z.infer<typeof pointTaken>
export const pointsTaken = z.object({ rows: z.array(pointTaken), next: z.string().nullable() }).meta({ id: 'PointsTaken' })
export type PointsTaken = z.infer<typeof pointsTaken>

/** 重算. The same tally once more, matter by matter from the events. */
export const assessmentRecounted = z
  .object({
    tally: tallyView,
    matters: z.number(),
    /** Whether it is what the sheet says. */
    isSame: z.boolean(),
  })
  .meta({ id: 'AssessmentRecounted' })
export type AssessmentRecounted = z.infer<typeof assessmentRecounted>
