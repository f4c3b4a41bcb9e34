import type { Instant } from '../time/instant.js'
import type { Naming } from './assessment-rule.js'
import type { Condition } from './condition.js'
import { type MarkName, markNames } from './mark-name.js'
import type { Rate } from './rate.js'

/** What makes a mark: an act done, perhaps only under a condition, or a stage of the matter that is entered. */
export type MarkRule =
  | { readonly on: 'act'; readonly act: string; readonly when: Condition | null }
  | { readonly on: 'stage'; readonly stage: string }

/** Where the requester says how content they are, and what each option counts as. */
export type RatingMeaning = {
  readonly field: string
  readonly satisfied: readonly string[]
  readonly dissatisfied: readonly string[]
  readonly solved: readonly string[]
}

/** 会场. What the room of a matter that holds others shows beside them. */
export type ContainerMeaning = {
  /** The field with the day on which it takes place. */
  readonly on: string | null
  /** The fields that its head says beside the day: at what hour, where. */
  readonly head: readonly string[]
  /** The roles whose attendance counts. */
  readonly members: readonly string[]
  /** The field that names a member who is excused. */
  readonly absent: string | null
  /** 主持. Who takes the chair: the first of these roles of which its condition holds. */
  readonly chair: readonly { readonly role: string; readonly when: Condition | null }[]
  /** 到会名单. What names who is here, in the act that asks for more than half: a list of people, who are counted, or a text beside a number. */
  readonly present: string | null
  /** 会议纪要. The long text in which what was decided is told one by one. */
  readonly minutes: string | null
  /** 清点. What whoever hands them over says there are; null: nothing is counted. */
  readonly listed: ListedMeaning | null
}

/** 清点. How many there are by the list of whoever hands them over: in all, and of each unit, by the items of a kind. */
export type ListedMeaning = {
  readonly total: string
  readonly of: string
  readonly unit: string
  readonly number: string
}

/** 台账的一栏. What was stated in a field, when an act was last done, or how a duty stands. */
export type LedgerColumn = { readonly of: 'field' | 'act' | 'duty'; readonly id: string }

/** 含义. What the regulation's own names mean to lists, figures, pages and exports: these know no name of an act or a field. */
export type Meaning = {
  readonly title: string
  /** The field that holds what the requester wrote. */
  readonly letter: string
  readonly category: string | null
  readonly channel: string | null
  /** The fields in which the requester reads what became of it. */
  readonly answer: readonly string[]
  readonly rating: RatingMeaning | null
  readonly marks: Readonly<Record<MarkName, readonly MarkRule[]>>
  readonly container: ContainerMeaning
  /** 台账. What the ledger of such matters tells of each, in this order. */
  readonly ledger: readonly LedgerColumn[]
  /** 逐年跟踪. The duties whose keeping is told unit by unit over the years, in this order. */
  readonly followed: readonly string[]
  /** 小样本. Of fewer matters than this a share is told as a range; null: always as one number. */
  readonly shareFrom: number | null
  /** 指标. Shares that are told of such matters, in this order. */
  readonly rates: readonly Rate[]
  /** 要件. The act that asks for all that must exist before somebody takes the matter up; null: none does. */
  readonly asks: string | null
}

/** A mark as it was made: by which event, when, in which share; for a rating with the option that was given. */
export type Mark = {
  readonly mark: MarkName | Naming
  readonly seq: number
  readonly at: Instant
  readonly assignment: number | null
  readonly rating: string | null
  /** The unit that was named, criticised or praised; null: the mark is its share's, or the matter's. */
  readonly unit: string | null
}

/** Marks that an act makes, and those that entering a stage makes. */
export function marksMadeBy(
  { marks }: Meaning,
  on: MarkRule['on'],
  id: string,
): readonly { readonly mark: MarkName; readonly when: Condition | null }[] {
  return markNames.flatMap((mark) =>
    marks[mark].flatMap((rule) => {
      if (rule.on === 'act') return on === 'act' && rule.act === id ? [{ mark, when: rule.when }] : []
      return on === 'stage' && rule.stage === id ? [{ mark, when: null }] : []
    }),
  )
}

/** What a field is to whoever reads a matter. */
export type FieldMeaning = 'title' | 'letter' | 'category' | 'channel' | 'answer' | 'other'

type Declares = { readonly meaning: Meaning; readonly fields: Readonly<Record<string, { readonly redacts: readonly string[] }>> }

/** What a field of a regulation means, by itself or by what it says in place of. */
export function meaningOf({ meaning, fields }: Declares, field: string): FieldMeaning {
  const stands = [field, ...(fields[field]?.redacts ?? [])]
  const isOneOf = (id: string | null): boolean => id !== null && stands.includes(id)
  if (isOneOf(meaning.title)) return 'title'
  if (isOneOf(meaning.letter)) return 'letter'
  if (isOneOf(meaning.category)) return 'category'
  if (isOneOf(meaning.channel)) return 'channel'
  return meaning.answer.some(isOneOf) ? 'answer' : 'other'
}

type Shows = Declares & { readonly visibility: { readonly public: { readonly fields: readonly string[] } | null } }

/** 答复. Whether the requester or the public reads in a field what became of it, or in what is said in its place. */
export function isForRequester(regulation: Shows, field: string): boolean {
  const { fields, visibility } = regulation
  if (visibility.public?.fields.includes(field) === true || meaningOf(regulation, field) === 'answer') return true
  for (const id in fields) {
    if (fields[id]?.redacts.includes(field) === true && meaningOf(regulation, id) === 'answer') return true
  }
  return false
}
