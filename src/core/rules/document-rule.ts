import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'

/** By what counts can be taken apart. */
export const countedWays = ['unit', 'category', 'channel', 'month', 'duty', 'regulation'] as const
export type CountedBy = (typeof countedWays)[number]

/** By what all of a paper's questions may be narrowed: what a matter has once. */
export const narrowedWays = ['category', 'channel'] as const satisfies readonly CountedBy[]
export type NarrowedBy = (typeof narrowedWays)[number]

/** Spans of days that are told from a day: the one it lies in, up to that day, or the whole one before. Weeks begin on Monday. */
export const spanNames = [
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const
export type SpanName = (typeof spanNames)[number]

/** Of which days a paper may ask: told from a day, or 专题, `stated`: those, and of which part, that whoever begins it says. */
export const askedSpans = [...spanNames, 'stated'] as const
export type AskedSpan = (typeof askedSpans)[number]

/** How a figure is told: how many, which share, how often, or by how much it grew since the span before, or since the same a year ago. */
export const figureSayings = ['count', 'share', 'times', 'sinceBefore', 'sinceLastYear'] as const
export type FigureSaying = (typeof figureSayings)[number]

/**
 * 统计项. What a paper asks of the figures, answered by counting: one figure, a table of such questions apart by something, the matters
 * behind a figure, or what units are assessed by, line by line. Where it is named, the answer stands.
 */
export type Question = { readonly id: string; readonly name: Name } & (
  | { readonly kind: 'figure'; readonly figure: string; readonly says: FigureSaying }
  | { readonly kind: 'apart'; readonly by: CountedBy; readonly columns: readonly string[]; readonly most: number }
  | { readonly kind: 'matters'; readonly figure: string; readonly most: number }
  | { readonly kind: 'assessed'; readonly lines: readonly AssessedColumn[] }
)

/** A line of the regulation's assessment, as it heads a column. */
export type AssessedColumn = { readonly id: string; readonly name: Name }

/** 要写的文字. Words of a document that no fact gives: whoever drafts it writes them. */
export type WrittenText = {
  readonly id: string
  readonly name: Name
  /** The fields, and what any matter has, with whose words it begins, one after the other. */
  readonly from: readonly string[]
  /** Words it begins with where these give none; they may name questions. Empty: none. */
  readonly begins: string
  /** The field of the act that issuing does in which these words are stated, too; null: in none. */
  readonly gives: string | null
  readonly isNeeded: boolean
  /** At most so many characters. */
  readonly most: number | null
}

/** 文书. A paper that leaves the office: made from a matter by a template, written on by a person, numbered and fixed as it is issued. */
export type DocumentRule = {
  readonly id: string
  readonly name: Name
  /** The file below `documents/` in the regulation's folder. */
  readonly template: string
  /** Of an `assignment`: it is the business of one unit's share, and no other unit's. */
  readonly of: 'matter' | 'assignment'
  /** It can be made once one of these acts has been done; empty: in any matter. */
  readonly after: readonly string[]
  /** Roles that draft it, that issue it, and that read it. */
  readonly by: readonly string[]
  readonly signs: readonly string[]
  readonly seenBy: readonly string[]
  /** 机关代字. The words before its number; documents with the same words are numbered together. Null: it bears no number. */
  readonly series: string | null
  /** Of a paper that is a unit's: what follows the unit's own words in its number; null: it bears none. */
  readonly unitSeries: string | null
  /** 发文机关. What follows the government's name in that of the organ whose paper it is; null: nothing. A unit's own paper is the unit's. */
  readonly organ: string | null
  /** In the order in which they are asked for. */
  readonly writes: Readonly<Record<string, WrittenText>>
  /** What it asks of the figures. A paper that asks anything is a bulletin. */
  readonly asks: Readonly<Record<string, Question>>
  /** 只统计哪几类. To which values of these ways its questions are narrowed; empty: of all that is counted. */
  readonly among: Readonly<Partial<Record<NarrowedBy, readonly string[]>>>
  /** Of which days it asks; null: of the round its matter is of, else of the year so far. */
  readonly over: AskedSpan | null
  /** 办结义务. The act that is done with issuing it, and the field in which its number is stated; null: none. */
  readonly does: { readonly act: string; readonly number: string | null } | null
  readonly clause: readonly ClauseRef[]
}

/** What a template may name of any matter, beside the fields of its regulation and what is written for it. */
export const documentValues = [
  'seriesNumber',
  'documentDay',
  'organ',
  'government',
  'regulation',
  'matterNumber',
  'matterTitle',
  'receivedDay',
  'leadUnits',
  'assistUnits',
  'jointUnits',
  'shareUnit',
  'chair',
  'members',
  'excused',
  'drafter',
  'signer',
  'dueOn',
  'workdaysLate',
  'spanName',
  'asOfDay',
] as const
export type DocumentValue = (typeof documentValues)[number]

/** Lists that a template may go through, and what each of their rows says. */
export const documentLists = {
  duties: ['name', 'unit', 'dueOn', 'clauses'],
  shares: ['unit', 'part'],
  items: ['name', 'unit', 'stage'],
  attendants: ['name', 'post'],
  held: ['order', 'number', 'name', 'unit', 'stage'],
  events: ['on', 'by', 'act'],
} as const

/** What each row of the matters behind a figure says. */
export const countedColumns = ['number', 'title', 'unit', 'stage'] as const
export type DocumentList = keyof typeof documentLists
