import type { ClauseRef } from './clause.js'
import type { Name } from './name.js'

/** 要写的文字. Words of a document that no fact gives: whoever drafts it writes them. */
export type WrittenText = {
  readonly id: string
  readonly name: Name
  /** The field whose words it begins with; null: with none. */
  readonly from: string | null
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
  /** It can be made once one of these acts has been done; empty: in any matter. */
  readonly after: readonly string[]
  /** Roles that draft it, that issue it, and that read it. */
  readonly by: readonly string[]
  readonly signs: readonly string[]
  readonly seenBy: readonly string[]
  /** 机关代字. The words before its number; documents with the same words are numbered together. Null: it bears no number. */
  readonly series: string | null
  /** In the order in which they are asked for. */
  readonly writes: Readonly<Record<string, WrittenText>>
  readonly clause: readonly ClauseRef[]
}

/** What a template may name of any matter, beside the fields of its regulation and what is written for it. */
export const documentValues = [
  'seriesNumber',
  'documentDay',
  'government',
  'regulation',
  'matterNumber',
  'matterTitle',
  'receivedDay',
  'leadUnits',
  'assistUnits',
  'drafter',
  'signer',
  'dueOn',
  'workdaysLate',
] as const
export type DocumentValue = (typeof documentValues)[number]

/** Lists that a template may go through, and what each of their rows says. */
export const documentLists = {
  duties: ['name', 'unit', 'dueOn', 'clauses'],
  shares: ['unit', 'part'],
  items: ['name', 'unit', 'stage'],
  events: ['on', 'by', 'act'],
} as const
export type DocumentList = keyof typeof documentLists
