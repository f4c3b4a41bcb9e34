export type { ActRequest, UnitKnown } from './act-request.js'
export { type AskedState, askedStates } from './asked.js'
export { type Assessed, type AssessedLine, addTally, assess, emptyTally, figuresBy, type Tally } from './assess.js'
export * from './assessment-rule.js'
export type { Because } from './because.js'
export { type Beginning, beginningsOf, withBegun } from './begin.js'
export type * from './begin-rule.js'
export {
  type AnswerNamed,
  type BoundPlace,
  boundText,
  type Differing,
  differingIn,
  filledText,
  looseNumbersIn,
  placesIn,
  plainText,
} from './bound-text.js'
export {
  addWorkdays,
  buildCalendar,
  type Calendar,
  type DayGround,
  dayGround,
  type Holiday,
  isKnown,
  isWorkday,
  type Known,
  workdaysBetween,
} from './calendar.js'
export { type Charge, daysByStage, daysCharged, type StageCharge } from './charge.js'
export { type Clause, type ClauseRef, type ClauseStatus, clausesInOrder, ownClauses, shownClause } from './clause.js'
export { clausesThatApply } from './clauses-that-apply.js'
export { type Allowance, type Clock, dueAt, type Pause } from './clock.js'
export {
  type Answer,
  type Condition,
  dayIn,
  type Facts,
  isAboutShares,
  lengthOf,
  type PlainCondition,
  plainParts,
  type Viewer,
  weigh,
} from './condition.js'
export { actsAskedFor, fieldsRead } from './condition-reads.js'
export {
  type ByField,
  type Container,
  chairOf,
  containersIn,
  type HeldState,
  heldStates,
  type Quorum,
  quorumsIn,
} from './container.js'
export { countedMarks } from './counted-marks.js'
export { type Cycle, cycles, type Round, readRound, roundAfter, roundOn } from './cycle.js'
export { addDays, addMonths, type Day, day, dayText, isWeekend, readDay, weekday } from './day.js'
export type { DayBound } from './day-bound.js'
export { type Decision, decide } from './decide.js'
export { derive, stagesPassed } from './derive.js'
export {
  type AskedSpan,
  askedSpans,
  type CountedBy,
  countedColumns,
  countedWays,
  type DocumentList,
  type DocumentRule,
  type DocumentValue,
  documentLists,
  documentValues,
  type FigureSaying,
  figureSayings,
  type Question,
  type SpanName,
  spanNames,
  type WrittenText,
} from './document-rule.js'
export {
  type ActEvent,
  type Actor,
  type Begun,
  type Heard,
  type MatterEvent,
  platform,
  type RungEvent,
  type UndoEvent,
} from './event.js'
export { type Explanation, explain, type Fact, type Hindrance, hindranceTo } from './explain.js'
export { type FieldContent, fieldContents, isOfContent, type Prefill, prefills } from './field-content.js'
export { type FieldType, fieldTypes } from './field-type.js'
export {
  contentNames,
  type FigureId,
  type FigureMark,
  figureIds,
  figureMarks,
  figuresDeclared,
  hasFigure,
  ratingPrefix,
  waysDeclared,
} from './figure.js'
export { Folded } from './folded.js'
export { type Ear, hear, heardAs, hearsOf, heldIn, type News, namingFields, newsOf, refusesToBeHeld } from './hear.js'
export { begun, isInForce, type NotInForce, notInForce, recorded, renewed } from './in-force.js'
export {
  addMilliseconds,
  dayAt,
  dueDay,
  dueText,
  endOfDay,
  type Instant,
  instant,
  instantText,
  readInstant,
  shanghai,
  startOfDay,
  type Zone,
} from './instant.js'
export type * from './item-kind.js'
export {
  type CountFrom,
  clausesOfLimit,
  fieldsOfLimit,
  type Limit,
  type Period,
  type PeriodUnit,
  type RoundEdge,
  type RoundLimit,
  withPeriods,
} from './limit.js'
export { lookAgainAt, rungsToRecord } from './look-again.js'
export { type MarkName, markNames } from './mark-name.js'
export { type MatterName, matterNameIn } from './matter-name.js'
export {
  type ContainerMeaning,
  type FieldMeaning,
  type LedgerColumn,
  type ListedMeaning,
  type Mark,
  type MarkRule,
  type Meaning,
  meaningOf,
  type RatingMeaning,
} from './meaning.js'
export { mostOf } from './most-of.js'
export { neededFields, optionsMeant, requirementsMeant } from './needed.js'
export { isOwed, nextOpening, type OfficeTime, opensAt, roundOpenedAt, roundsOpened } from './office-duty.js'
export { type ActOffer, permittedActs, permittedRuns } from './permit.js'
export { isPlainText } from './plain-text.js'
export {
  type Lead,
  type Precedence,
  type PrecedenceParty,
  type PrecedenceText,
  type Weighed,
  weighPrecedence,
} from './precedence.js'
export { compile, type Program } from './program.js'
export { type CountedOf, type DutyWay, dutyWays, type Rate, ratePrefix } from './rate.js'
export { type Receipt, receiptOf, type StripDay } from './receipt.js'
export type { Recusal } from './recusal-rule.js'
export { recusedFrom } from './recused.js'
export { type FieldProblem, type Refusal, type RefusalCode, refusal } from './refusal.js'
export type * from './regulation.js'
export { chosenBy } from './regulation.js'
export type { RequesterList } from './requester-list.js'
export type { Requirement } from './requirement-rule.js'
export type { RequirementState } from './requirements.js'
export { periodUnits } from './resolve-limit.js'
export { keptSince, keptUntil, retentionOf } from './retention.js'
export type { Keep, RetentionClass } from './retention-rule.js'
export { ruleKinds } from './rule-kinds.js'
export { asSeen, isSameName, keptLogin, keptName, seenLength, shownLine, showsSomething } from './shown-text.js'
export type * from './sight-rule.js'
export { type SignOff, signOffStandings } from './sign-off-rule.js'
export { type SlipIssued, slipOf } from './slip.js'
export { startingAct } from './starting-act.js'
export type { LevelState, SignOffState } from './state.js'
export {
  type AskedStatus,
  type AssignmentState,
  type DutyState,
  type DutyStatus,
  type Holding,
  type ItemState,
  isSettled,
  type MatterState,
  type ReachedRung,
} from './state.js'
export { isDutyCounted, type TallyAsked, tallyOf, weighedAt } from './tally.js'
export { type Telling, tellingsOf } from './told.js'
export { undo, undoable, undoFor } from './undo.js'
export type { UnitKind } from './unit-kind.js'
export { unreachable } from './unreachable.js'
export { actsNamed, nameOfAct } from './usual-run.js'
export {
  type AssignmentRequest,
  allParts,
  amountIn,
  answeringParts,
  assignmentsIn,
  handlingParts,
  isAnswering,
  isFilled,
  namesIn,
  numberTyped,
  type Part,
  type Payload,
  recordsIn,
  type Value,
} from './value.js'
export {
  defaultSight,
  type FieldLook,
  hasRequester,
  hiddenFrom,
  isDutyKept,
  isDutyKeptFrom,
  isKept,
  isKeptFrom,
  publicDraft,
  publicSince,
  publicView,
  requestersOf,
  type Sight,
  seesOf,
  sightOf,
  whyNotPublic,
} from './visibility.js'
export { whyNotMoved, whyNotOwed } from './why-not.js'
export { type Work, workOf, works } from './work.js'
export type { Given } from './working.js'
