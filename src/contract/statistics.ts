import { z } from 'zod'
import { named } from './parts.js'

/** Both days belong to it. */
export const statisticsPeriod = z.object({ from: z.string(), to: z.string(), name: z.string() })
export type StatisticsPeriod = z.infer<typeof statisticsPeriod>

/** A figure in one period: matters, of how many, and the share in words. */
export const figureValue = z.object({
  numerator: z.number(),
  /** Null: it is a share of nothing. */
  denominator: z.number().nullable(),
  share: z.string().nullable(),
})
export type FigureValue = z.infer<typeof figureValue>

/** 指标. */
export const figureView = named
  .extend({
    /** What is counted, by which day, and of what it is a share. */
    counts: z.string(),
    day: z.string(),
    of: z.string().nullable(),
    now: figureValue,
    /** In the period before, and in the same period a year ago. */
    before: figureValue,
    lastYear: figureValue,
    /** By how much it grew since: `+3`. */
    sinceBefore: z.string(),
    sinceLastYear: z.string(),
  })
  .meta({ id: 'StatisticsFigure' })
export type FigureView = z.infer<typeof figureView>

const tableRow = named.extend({
  /** What narrows the list behind a count to this row: parts of an address. */
  narrow: z.record(z.string(), z.string()),
  cells: z.array(figureValue.extend({ figure: z.string() })),
})

export const statisticsTable = z.object({
  by: named,
  /** Figures that are counted, in this order. */
  columns: z.array(named),
  rows: z.array(tableRow),
  /** Why the rows do not add up to the figure above them. */
  note: z.string(),
})
export type StatisticsTable = z.infer<typeof statisticsTable>

/** A drawing of what a table says. */
export const statisticsChart = z.object({ id: z.string(), title: z.string(), svg: z.string() })
export type StatisticsChart = z.infer<typeof statisticsChart>

export const statisticsView = z
  .object({
    period: statisticsPeriod,
    before: statisticsPeriod,
    lastYear: statisticsPeriod,
    /** Periods to choose from. */
    periods: z.array(statisticsPeriod),
    /** Of whose matters. */
    scope: z.string(),
    regulation: z.string(),
    figures: z.array(figureView),
    /** The options of the rating, as the regulation orders them. */
    satisfaction: z.array(figureView),
    /** What the regulation has no act for. */
    absent: z.array(z.string()),
    by: z.array(named),
    table: statisticsTable,
    charts: z.array(statisticsChart),
  })
  .meta({ id: 'Statistics' })
export type StatisticsView = z.infer<typeof statisticsView>
