import { z } from 'zod'
import { clauseView, moment } from './parts.js'
import { statisticsChart, statisticsSpan } from './statistics.js'

const publicCount = z.object({
  id: z.string(),
  name: z.string(),
  counts: z.string(),
  now: z.string(),
  before: z.string(),
  lastYear: z.string(),
})

const publicRate = z.object({
  id: z.string(),
  name: z.string(),
  counts: z.string(),
  of: z.string(),
  excluding: z.string().nullable(),
  clauses: z.array(clauseView),
  share: z.string().nullable(),
  /** Without what was left out with a reason, and how many that is; null: nothing was. */
  without: z.object({ excluded: z.string(), share: z.string().nullable() }).nullable(),
  before: z.string().nullable(),
  lastYear: z.string().nullable(),
})

/** 公开统计. What anybody may read of the last month that is over: the shares that the regulation makes public, with what each counts. */
export const publicFigures = z
  .object({
    span: statisticsSpan,
    /** As it was known then. */
    asOf: moment.nullable(),
    counts: z.array(publicCount),
    rates: z.array(publicRate),
    /** By unit: how many it concluded (few are not told as a number), and the shares. */
    units: z.object({
      columns: z.array(z.string()),
      rows: z.array(z.object({ name: z.string(), cells: z.array(z.string()) })),
      note: z.string(),
    }),
    /** Month by month, as it is recorded now. */
    months: z.object({
      columns: z.array(z.string()),
      rows: z.array(z.object({ month: z.string(), cells: z.array(z.string()) })),
    }),
    chart: statisticsChart.nullable(),
    few: z.string().nullable(),
  })
  .meta({ id: 'PublicFigures' })
export type PublicFigures = z.infer<typeof publicFigures>
