import { z } from 'zod'
import { countedWays, cycles, spanNames } from '../core/index.js'
import { sentLine } from './limits.js'
import { moment, named } from './parts.js'
import { figureValue, statisticsSpan } from './statistics.js'

/** By what the matters that a report counts can be narrowed. */
export const reportParts = ['unit', 'category', 'channel', 'duty', 'regulation'] as const
export type ReportPart = (typeof reportParts)[number]

/** Spans told from the day a report is made, or days that are named. */
export const reportSpans = [...spanNames, 'days'] as const

/** 报表. What a report counts: of which days, one row for each of what, in columns of figures or of something else, of which matters. */
export const reportAsked = z
  .object({
    over: z.enum(reportSpans),
    /** Of `days`: `2025-09-01`. */
    from: z.string().max(40),
    to: z.string().max(40),
    rows: z.enum(countedWays),
    /** The figures stand in columns, or one of them apart by this. */
    across: z.enum(countedWays).nullable(),
    figures: z.array(z.string().max(80)).max(40),
    /** Only matters of these; `''`: those that have none. */
    part: z.partialRecord(z.enum(reportParts), z.string().max(300)),
  })
  .meta({ id: 'ReportAsked' })
export type ReportAsked = z.infer<typeof reportAsked>

/** What narrows the list behind a count: parts of an address. */
const narrow = z.record(z.string(), z.string())

export const reportTable = z.object({
  columns: z.array(named.extend({ figure: z.string(), narrow })),
  rows: z.array(named.extend({ narrow, cells: z.array(figureValue) })),
  /** All rows together: each matter once. */
  total: z.array(figureValue),
  /** Why rows do not add up to the total, and what was left out for want of room. */
  notes: z.array(z.string()),
})
export type ReportTable = z.infer<typeof reportTable>

/** A report as it was counted for its reader. */
export const reportView = z
  .object({
    asked: reportAsked,
    span: statisticsSpan,
    /** The span is over: its figures stand as they were known then. */
    closed: z.object({ asOf: moment, keptAt: moment }).nullable(),
    madeAt: moment,
    /** What was known by this moment is counted; null: all that was. */
    asOf: moment.nullable(),
    scope: z.string(),
    /** To what the matters are narrowed, in words. */
    only: z.array(named),
    by: named,
    across: named.nullable(),
    /** What each figure counts, of what, by which day. */
    figures: z.array(named.extend({ counts: z.string(), of: z.string().nullable(), day: z.string().nullable() })),
    few: z.string().nullable(),
    table: reportTable,
  })
  .meta({ id: 'Report' })
export type ReportView = z.infer<typeof reportView>

/** What somebody may build a report of. */
export const reportChoices = z
  .object({
    over: z.array(named),
    rows: z.array(named),
    figures: z.array(named.extend({ counts: z.string(), isOfDuties: z.boolean() })),
    parts: z.array(named.extend({ values: z.array(named) })),
    every: z.array(named),
    /** With whom it can be shared. */
    roles: z.array(named),
  })
  .meta({ id: 'ReportChoices' })
export type ReportChoices = z.infer<typeof reportChoices>

/** Keeps a report under a name; `every`: made by itself as each of these ends. */
export const reportRequest = z
  .object({
    name: sentLine,
    asked: reportAsked,
    sharedWith: z.array(z.string().max(100)).max(50).default([]),
    every: z.enum(cycles).nullable().default(null),
  })
  .meta({ id: 'ReportRequest' })
export type ReportRequest = z.infer<typeof reportRequest>

export const savedReport = z
  .object({
    id: z.number(),
    name: z.string(),
    asked: reportAsked,
    isOwn: z.boolean(),
    owner: z.string(),
    sharedWith: z.array(named),
    every: named.nullable(),
    /** When it is made next. */
    nextAt: moment.nullable(),
    /** Made on a schedule, the last first, as far as the reader counts the same as whoever it was made for. */
    made: z.array(z.object({ id: z.number(), at: moment, problem: z.string().nullable() })),
  })
  .meta({ id: 'SavedReport' })
export type SavedReportView = z.infer<typeof savedReport>

export const savedReports = z.object({ reports: z.array(savedReport) }).meta({ id: 'SavedReports' })
export type SavedReports = z.infer<typeof savedReports>

export const madeReport = z.object({ id: z.number(), name: z.string(), report: reportView }).meta({ id: 'MadeReport' })
export type MadeReportView = z.infer<typeof madeReport>
