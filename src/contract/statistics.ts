import { z } from 'zod'
import { spanNames } from '../core/index.js'
import { matterRow } from './matter.js'
import { clauseView, moment, named } from './parts.js'

/** Both days belong to it. */
export const statisticsSpan = z.object({ from: z.string(), to: z.string(), name: z.string() })
export type StatisticsSpan = z.infer<typeof statisticsSpan>

/** A figure in one span: matters, of how many, and the share in words. */
export const figureValue = z.object({
  numerator: z.number(),
  /** Null: it is a share of nothing. */
  denominator: z.number().nullable(),
  share: z.string().nullable(),
  /** How often it happened in those matters, where that is counted too; null: it is not. */
  times: z.number().nullable(),
})
export type FigureValue = z.infer<typeof figureValue>

/** The same of a declared figure; `without`: what it is without the matters that were left out with a reason, and how many these are. Null: nothing is left out of it. */
export const rateValue = figureValue.extend({
  without: figureValue.omit({ times: true }).extend({ excluded: z.number() }).nullable(),
})
export type RateValue = z.infer<typeof rateValue>

/** 指标. A share that the regulation declares: what it counts, of what, what is left out of it, by which clauses. */
export const rateView = named
  .extend({
    counts: z.string(),
    of: z.string(),
    excluding: z.string().nullable(),
    clauses: z.array(clauseView),
    now: rateValue,
    /** In the time span before, and in the same span a year ago. */
    before: rateValue,
    lastYear: rateValue,
    /** By how many points of a hundred the share grew since, `+2.3`; null where one of the two is of too few to say. */
    sinceBefore: z.string().nullable(),
    sinceLastYear: z.string().nullable(),
  })
  .meta({ id: 'StatisticsRate' })
export type RateView = z.infer<typeof rateView>

/** What is counted by itself. */
export const figureView = named
  .extend({
    /** What is counted, by which day, and of what it is a share. */
    counts: z.string(),
    day: z.string(),
    of: z.string().nullable(),
    now: figureValue,
    /** In the time span before, and in the same span a year ago. */
    before: figureValue,
    lastYear: figureValue,
    /** By how much it grew since: `+3`. */
    sinceBefore: z.string(),
    sinceLastYear: z.string(),
    /** Of a closed span: what everything recorded since makes of it, where that is something else. */
    later: figureValue.nullable(),
  })
  .meta({ id: 'StatisticsFigure' })
export type FigureView = z.infer<typeof figureView>

const tableRow = named.extend({
  /** What narrows the list behind a count to this row: parts of an address. */
  narrow: z.record(z.string(), z.string()),
  /** `later`: the number as it would be now, where that is another. */
  cells: z.array(figureValue.extend({ figure: z.string(), later: z.number().nullable() })),
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
    span: statisticsSpan,
    before: statisticsSpan,
    lastYear: statisticsSpan,
    /** The span is over: its figures stand as they were known then. Null: they are as things stand. */
    closed: z.object({ asOf: moment, keptAt: moment }).nullable(),
    /** Spans to choose from. */
    spans: z.array(statisticsSpan.extend({ id: z.enum(spanNames) })),
    /** Of whose matters. */
    scope: z.string(),
    regulation: z.string(),
    /** The shares that the regulation declares. */
    rates: z.array(rateView),
    figures: z.array(figureView),
    /** The options of the rating, as the regulation orders them. */
    satisfaction: z.array(figureView),
    /** How a share of few is told; null: as any other. */
    few: z.string().nullable(),
    /** Of fewer matters than this nobody is compared with others; 0: of any. */
    shareFrom: z.number(),
    /** What the regulation has no act for. */
    absent: z.array(z.string()),
    by: z.array(named),
    table: statisticsTable,
    charts: z.array(statisticsChart),
  })
  .meta({ id: 'Statistics' })
export type StatisticsView = z.infer<typeof statisticsView>

const toldOfSpan = z.object({
  span: statisticsSpan,
  figures: z.array(figureView.pick({ id: true, name: true, of: true, now: true })),
})

/** 一页要览. The figures of a time span, not drawn; this week up to today, and the same days of the week before. */
export const glanceView = statisticsView
  .omit({ charts: true })
  .extend({ week: z.object({ now: toldOfSpan, before: toldOfSpan }) })
  .meta({ id: 'Glance' })
export type GlanceView = z.infer<typeof glanceView>

/** 后来的变化。 Matters that make a figure of a closed span another one now. */
export const changedMatters = z
  .object({
    /** Belong to it since. */
    joined: z.array(matterRow),
    /** Belong to it no longer; as they stood at the end of the time span. */
    left: z.array(matterRow),
    isCapped: z.boolean(),
  })
  .meta({ id: 'ChangedMatters' })
export type ChangedMatters = z.infer<typeof changedMatters>

const openedBehind = {
  /** As many as the figure says. */
  matters: z.number(),
  /** More than so many are not gone through; null: they were. */
  most: z.number().nullable(),
  /** Of them cannot be opened any more, or are not as they were counted. */
  unopened: z.number(),
}

/** 退回原因. Why matters were returned in a time span. */
export const returnsView = z
  .object({
    ...openedBehind,
    /** The choices that returning acts state, with how many matters were returned for each option: a matter once for each. */
    choices: z.array(named.extend({ options: z.array(named.extend({ matters: z.number() })) })),
    /** Each return with all that it states, as far as the viewer may see it. */
    acts: z.array(
      z.object({
        matter: matterRow.pick({ id: true, number: true, title: true }),
        at: moment,
        act: z.string(),
        /** Whose share was returned; null: the matter was. */
        unit: z.string().nullable(),
        stated: z.array(z.object({ field: z.string(), name: z.string(), value: z.string() })),
      }),
    ),
  })
  .meta({ id: 'StatisticsReturns' })
export type ReturnsView = z.infer<typeof returnsView>

/** In workdays; `matters`: in how many the holder, the stage or the kind comes up; `average`: for each of those. */
const chargedRow = named.extend({ workdays: z.number(), matters: z.number(), average: z.string() })

/** 用时. Workdays from receipt to conclusion of the matters concluded in a time span; each of the three adds up to all of them. */
export const chargedView = z
  .object({
    ...openedBehind,
    workdays: z.number(),
    byHolder: z.array(chargedRow),
    byStage: z.array(chargedRow),
    byKind: z.array(chargedRow),
  })
  .meta({ id: 'StatisticsCharged' })
export type ChargedView = z.infer<typeof chargedView>
