import type { Cycle } from '../time/cycle.js'
import type { Name } from '../values/name.js'
import type { Part, Value } from '../values/value.js'
import type { AssessmentRule } from './assessment-rule.js'
import type { Begin, Hearing } from './begin-rule.js'
import type { Clause, ClauseRef } from './clause.js'
import type { Condition } from './condition.js'
import type { DayBound } from './day-bound.js'
import type { DocumentRule } from './document-rule.js'
import type { FieldContent, Prefill } from './field-content.js'
import type { FieldType } from './field-type.js'
import type { ItemKind, Within } from './item-kind.js'
import type { Limit, Period, RoundEdge } from './limit.js'
import type { MatterName } from './matter-name.js'
import type { Meaning } from './meaning.js'
import type { Discretion, Parameter } from './reading-rule.js'
import type { Recusal } from './recusal-rule.js'
import type { RequesterList } from './requester-list.js'
import type { Requirement } from './requirement-rule.js'
import type { RetentionClass } from './retention-rule.js'
import type { Visibility } from './sight-rule.js'
import type { SignOff } from './sign-off-rule.js'
import type { Standing } from './standing.js'
import type { PartNames, UnitKind } from './unit-kind.js'

export type { Discretion, Name, Parameter, Standing }

/** Where a role belongs. `outside` has no account here (公安、法院); `system` is the platform acting by rule. */
export type RoleKind = 'requester' | 'office' | 'unit' | 'leader' | 'outside' | 'system'
export type Role = { readonly id: string; readonly name: Name; readonly kind: RoleKind; readonly clause: readonly ClauseRef[] }

export type Option = {
  readonly id: string
  readonly name: Name
  readonly clause: readonly ClauseRef[]
  /** What the citizen is told, and where to go instead (a ground for declining). */
  readonly advice: Name | null
}

/** 表单项. What an act may state. A field of identity is kept apart from the matter, encrypted, and never stands in an event. */
export type Field = {
  readonly id: string
  readonly name: Name
  readonly type: FieldType
  readonly options: readonly Option[]
  readonly least: number | null
  readonly most: number | null
  /** For a `limit`: the units it may be stated in; empty: any, or a date. */
  readonly units: readonly (Period['unit'] | 'on')[]
  /** For `assignments`: the parts it may name (empty: those in hand), and whether a lead must be among all shares. */
  readonly parts: readonly Part[]
  readonly needsLead: boolean
  readonly isIdentity: boolean
  /** What a text is: a name, a telephone, an address, a mailbox; null: nothing in particular. */
  readonly content: FieldContent | null
  /** What the public reads in place of the first of these that was stated: said anew by whoever publishes, the original stays. */
  readonly redacts: readonly string[]
  /** For `items`: of which kind. */
  readonly items: string | null
  /** For `requesters`: on which lists they stand, for `people` which roles they hold; for `person` the roles of duties they owe; empty: any. */
  readonly lists: readonly string[]
  readonly roles: readonly string[]
  /** Which statement stands where several acts state it. */
  readonly stands: Standing
  /** For a day, a time or a limit: it may not lie (end) before or after these. */
  readonly notBefore: DayBound | null
  readonly notAfter: DayBound | null
  readonly default: Value | undefined
  /** What its form is begun with; stated like anything that is typed. */
  readonly prefill: Prefill | null
  readonly hint: Name | null
  /** What whoever fills it in as staff is told in its place; null: the same. */
  readonly hintForStaff: Name | null
  /** Asked of staff alone: a form for the public leaves it out. */
  readonly isForStaff: boolean
  readonly clause: readonly ClauseRef[]
}

/** 环节. `shown` is the plain state the citizen sees; `explains` says to the citizen what happens in it. */
export type Stage = {
  readonly id: string
  readonly name: Name
  readonly shown: string
  readonly explains: Name | null
  readonly heldBy: 'requester' | 'office' | 'unit' | 'leader' | 'nobody'
  readonly isEnd: boolean
  /** From these roles the act that led here is kept, until one that leads on tells them. */
  readonly keptFrom: readonly string[]
  /** The matter moves on by itself as soon as one of these holds. */
  readonly next: readonly Passage[]
}

/** A move to a stage, if the condition holds; the first that does is taken. */
export type Passage = { readonly to: string; readonly when: Condition | null }

/** 行为. What a role may do, where, how often, by when, with what; its clause is what people are shown. */
export type Act = {
  readonly id: string
  readonly name: Name
  readonly by: readonly string[]
  readonly of: Within
  /** Of an assignment or an item: in which parts a unit may do it; of the matter: empty. */
  readonly parts: readonly Part[]
  /** Of an item: its kind. */
  readonly item: string | null
  /** Opens a matter, in the stage named by `to`. */
  readonly starts: boolean
  /** Stages of the matter, of the assignment for an act of an assignment, of the item for an act of an item. */
  readonly from: readonly string[]
  /** For an act of an assignment or an item: stages of the matter in which it may be done; empty: any that is no end. */
  readonly during: readonly string[]
  readonly to: readonly Passage[]
  /** A matter's act that moves assignments too. */
  readonly moves: { readonly to: string; readonly parts: readonly Part[] } | null
  /** Takes items of a kind along, from these stages to that: those of the share for an act of a share, else all. */
  readonly movesItems: readonly { readonly of: string; readonly from: readonly string[]; readonly to: string }[]
  /** An act of an item that takes the share along in which the item stands, where that is at one of these stages. */
  readonly movesShare: { readonly from: readonly string[]; readonly to: readonly Passage[] } | null
  /** 逐人一项. Adds an item of a kind for each known requester whom a field names; its first field holds that one. */
  readonly itemsFor: { readonly field: string; readonly of: string } | null
  /** Creates the assignments that its field `assignments` states, in this stage of an assignment; of an assignment: below its own. */
  readonly assigns: string | null
  /** A unit that has a share may be named in another part, which its share has from then on. */
  readonly changesPart: boolean
  readonly needs: readonly string[]
  readonly takes: readonly string[]
  readonly needsWhen: readonly {
    readonly fields: readonly string[]
    readonly when: Condition
    readonly clause: readonly ClauseRef[]
  }[]
  readonly when: Condition | null
  /** What must exist, by id. */
  readonly requires: readonly string[]
  /** The field that names the requirements which it waives; null: it waives none. */
  readonly waives: string | null
  readonly within: ActWindow | null
  readonly times: number | null
  /** Whoever did one of these may not do this one: a second pair of eyes. */
  readonly notBy: readonly string[]
  readonly sets: Readonly<Record<string, Value>>
  /** Done by the platform at the same moment, by rule, when the condition holds. */
  readonly follows: readonly { readonly act: string; readonly when: Condition | null }[]
  /** Matters of other kinds that it begins, in the same moment. */
  readonly begins: readonly Begin[]
  /** 移出. The field that names a matter begun or joined here: it is held here no longer, and neither hears of the other. */
  readonly releases: string | null
  /** 排次序. `member` names a matter held here that is put before the one that `before` names; where that is empty, it comes last. */
  readonly orders: { readonly member: string; readonly before: string } | null
  /** Done by the platform as this happens in a matter that was begun here; it is never refused, for it has happened. */
  readonly hears: Hearing | null
  /** Who is told, and sees it in the timeline. The office and the units in charge always do. */
  readonly tells: readonly string[]
  /** Roles that do not find it in their timeline. */
  readonly keptFrom: readonly string[]
  /** The paper it issues, numbered within its year. */
  readonly slip: { readonly name: Name; readonly when: Condition | null } | null
  /** 通报批评. The field in which stands the unit that it names in a bulletin; null: it names none. */
  readonly criticises: string | null
  /** 通报表扬. The field in which stands the unit that it praises; null: it praises none. */
  readonly commends: string | null
  /**
   * 选取. Done only in matters that were chosen among all in which it could be done: drawn by lot, or named by hand. The field keeps how: which
   * selection it was, which place, among how many.
   */
  readonly chosen: { readonly by: ChosenBy; readonly record: string } | null
  /** 更正. What it states takes the place of what was stated before, and clocks that hang on it are worked out anew. */
  readonly corrects: boolean
  /** Of what it takes, the fields that may be left empty to say that what stood there stands no more. */
  readonly empties: readonly string[]
  /** Of what it states, the fields that it states again as they stand where the platform does it: nobody fills them in then. */
  readonly restates: readonly string[]
  /** A first act needs the regulation to be in force. */
  readonly needsForce: boolean
  readonly clause: readonly ClauseRef[]
  readonly note: Name | null
}

export const chosenBy = ['lot', 'hand'] as const
export type ChosenBy = (typeof chosenBy)[number]

/** 连办. Acts that one person usually does one after the other. It permits nothing: done at once, each passes the same gate and leaves its own event. */
export type UsualRun = {
  readonly id: string
  readonly name: Name
  readonly acts: readonly string[]
  readonly clause: readonly ClauseRef[]
}

/** The time in which an act may be done, counted from another act. */
export type ActWindow = {
  readonly limit: Limit
  readonly from: string
  readonly unless: Condition | null
  /** 期限有争议. Over by this text, and perhaps not by a higher one: until this longer limit ends, whoever comes too late is told these words. */
  readonly disputed: { readonly limit: Limit; readonly says: Name } | null
  readonly clause: readonly ClauseRef[]
}

/** What opens a duty. */
export type Opening =
  | {
      readonly on: 'act'
      readonly act: string
      readonly when: Condition | null
      /** In every active share of these parts, whoever's share the act is of; empty: in the act's own shares. */
      readonly parts: readonly Part[]
    }
  | { readonly on: 'due'; readonly duty: string; readonly when: Condition | null }
  | { readonly on: 'rung'; readonly duty: string; readonly rung: string; readonly when: Condition | null }
  | { readonly on: 'stage'; readonly stage: string; readonly when: Condition | null }
  /** It is a level of this sign-off, and its turn has come. */
  | { readonly on: 'turn'; readonly signOff: string; readonly when: Condition | null }

/** An act that changes a duty, perhaps only under a condition. */
export type Effect = { readonly act: string; readonly when: Condition | null }

/** Who owes a duty, by a fact of the matter. */
export type NamedHolder = { readonly names: 'unit' | 'person'; readonly field: string }

/** 义务. What a holder owes by a time. */
export type Duty = {
  readonly id: string
  readonly name: Name
  readonly holder: string
  /** Of the holder's role, only the unit or the person that this field names owes it. */
  readonly named: NamedHolder | null
  readonly claimant: string | null
  readonly of: Within
  /** Of an item: its kind. */
  readonly item: string | null
  /** In which parts of an assignment it is owed. */
  readonly parts: readonly Part[]
  readonly opens: readonly Opening[]
  /** Weighed all the while: the duty stands as long as the matter is such (a category that is corrected moves the duties with it). */
  readonly appliesTo: Condition | null
  /** From when it is counted once it comes to apply later than it was opened. */
  readonly appliesFrom: AppliesFrom
  readonly within: Limit | null
  /** Count from the latest doing of this act instead of from the opening. */
  readonly from: string | null
  /** A cap over the limit and all that is granted, worked out at the opening and anew at each act of `tightenedBy`. */
  readonly notAfter: { readonly limit: Limit; readonly clause: readonly ClauseRef[] } | null
  readonly tightenedBy: readonly Effect[]
  /** 原则上. Its day is shown and its rungs are reached, but nobody is late. */
  readonly isSoft: boolean
  /** 逾期不答复视为同意. At its due time it is over though nobody met it, and nobody is late: silence is agreement. */
  readonly lapses: boolean
  readonly discretion: string | null
  readonly metBy: readonly Effect[]
  /** Meeting it is undone and the clock has never stopped (a result that is sent back). */
  readonly reopenedBy: readonly Effect[]
  readonly cancelledBy: readonly Effect[]
  readonly pausedBy: readonly Effect[]
  readonly resumedBy: readonly Effect[]
  /** 免予计分. Acts by which the points and criticisms that its ladder has brought until then weigh no more. */
  readonly forgivenBy: readonly Effect[]
  readonly extend: Extend | null
  readonly ladder: readonly Rung[]
  /** Weighs on the unit's record (alerts with points); others are only shown. */
  readonly isInternal: boolean
  readonly clause: readonly ClauseRef[]
  readonly note: string
}

/** 更正后的起算. From the old start, from the correction, or from the old start but with so much time left at least. */
export type AppliesFrom =
  | { readonly kind: 'opening' }
  | { readonly kind: 'now' }
  | { readonly kind: 'atLeast'; readonly period: Period }

/**
 * 机构义务. What the office itself owes round after round, whatever matters there are: a bulletin each quarter, a filing each year.
 * The calendar opens a matter of it each round; `life` is the regulation of such matters, and the duty in it bears the same id.
 */
export type OfficeDuty = {
  readonly id: string
  readonly name: Name
  readonly every: Cycle
  /** When it can be done: once the round has ended, or from its first day on. */
  readonly edge: RoundEdge
  /** The act by which the calendar opens the matter. */
  readonly opening: string
  readonly life: Regulation
}

/** 延期. One way to ask, grant and refuse; limited by number, by total, or not at all. */
export type Extend = {
  /** The acts by which it is asked for, granted and refused; what is granted without a request may have no first and last. */
  readonly asked: string | null
  readonly granted: string
  readonly refused: string | null
  /** The field of the granting act that states how long. */
  readonly amount: string
  readonly unit: Period['unit']
  readonly times: number | null
  /** How much may be granted in all: the first that holds; empty: no bound. */
  readonly totals: readonly { readonly total: number; readonly when: Condition | null; readonly clause: readonly ClauseRef[] }[]
  /** When it must be asked for; `unasked`: granted without a request, before the time is over. */
  readonly asks: 'before-due' | 'any-time' | 'unasked'
  /** While a request made in time is undecided, nothing is late. */
  readonly holds: boolean
  /** Where more is granted than the cap leaves, as much as it leaves is; else that is refused. */
  readonly clips: boolean
  readonly unless: Condition | null
  readonly clause: readonly ClauseRef[]
}

/** When a rung is reached: so long before or after the due time, or after the opening (of a duty with no due time, too). */
export type RungMoment = { readonly kind: 'before' | 'late' | 'after'; readonly period: Period }

/** 预警梯级. What happens by itself as a due time nears and passes. */
export type Rung = {
  readonly id: string
  readonly moment: RungMoment
  /** Only where the moment falls on a day off: then at this minute of the workday before. A courtesy, it replaces nothing. */
  readonly earlierOnDayOff: number | null
  /** At this minute of its day, where the day alone would mean midnight. */
  readonly at: number | null
  readonly alert: string | null
  readonly urges: readonly string[]
  readonly deducts: number
  readonly refersTo: string | null
  readonly criticisms: number
  readonly unless: Condition | null
  readonly isCourtesy: boolean
  readonly clause: readonly ClauseRef[]
}

export type Alert = { readonly id: string; readonly name: Name; readonly rank: number; readonly colour: string }

/** 禁止. What nobody may: an act under a condition. */
export type Prohibition = {
  readonly id: string
  readonly name: Name
  readonly acts: readonly string[]
  readonly when: Condition | null
  readonly clause: readonly ClauseRef[]
}

/** 办法. A written regulation as data: the program the platform runs. */
export type Regulation = {
  readonly id: string
  readonly version: string
  readonly title: Name
  readonly shortTitle: Name
  /** 事项种类. What sort of work its matters are; a regulation that names none has a kind of its own, named by its id. */
  readonly kind: string
  readonly matter: MatterName | null
  readonly issuer: Name
  readonly number: string
  readonly status: Name | null
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  /** The text does not say from when: nothing begins until that day is recorded. */
  readonly isForceAwaited: boolean
  /** The clauses that say from when to when. */
  readonly effectiveClause: readonly ClauseRef[]
  /** Words the portal shows: name of the mailbox, notice before writing, promises. */
  readonly portal: { readonly name: Name; readonly notice: readonly Name[]; readonly promises: readonly Name[] }
  readonly movesToWorkday: boolean
  readonly points: 'highest' | 'sum'
  readonly clauses: Readonly<Record<string, Clause>>
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Readings that no rule names: how they were taken is in the rules themselves. */
  readonly readings: Readonly<Record<string, Parameter>>
  readonly discretions: Readonly<Record<string, Discretion>>
  readonly roles: Readonly<Record<string, Role>>
  readonly requesterLists: Readonly<Record<string, RequesterList>>
  readonly fields: Readonly<Record<string, Field>>
  readonly stages: Readonly<Record<string, Stage>>
  readonly assignmentStages: Readonly<Record<string, Stage>>
  readonly unitKinds: Readonly<Record<string, UnitKind>>
  readonly parts: PartNames
  readonly items: Readonly<Record<string, ItemKind>>
  readonly itemStages: Readonly<Record<string, Stage>>
  readonly acts: Readonly<Record<string, Act>>
  /** By names that no act has: a run is asked for as an act is. */
  readonly usualRuns: Readonly<Record<string, UsualRun>>
  readonly duties: Readonly<Record<string, Duty>>
  readonly officeDuties: Readonly<Record<string, OfficeDuty>>
  readonly alerts: Readonly<Record<string, Alert>>
  readonly prohibitions: readonly Prohibition[]
  readonly retention: Readonly<Record<string, RetentionClass>>
  /** 考核. What a unit is assessed by, in the order of its sheet. */
  readonly assessment: Readonly<Record<string, AssessmentRule>>
  readonly requirements: Readonly<Record<string, Requirement>>
  readonly signOffs: Readonly<Record<string, SignOff>>
  readonly documents: Readonly<Record<string, DocumentRule>>
  readonly recusal: Recusal | null
  readonly visibility: Visibility
  readonly meaning: Meaning
  readonly shownStates: Readonly<Record<string, Name>>
}
