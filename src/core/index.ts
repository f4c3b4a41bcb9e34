export { askedStates } from './acts/asked.js'
export { isBarred } from './acts/barred.js'
export { type Beginning, beginningsOf, withBegun } from './acts/begin.js'
export {
  type ByField,
  type Container,
  chairOf,
  containersIn,
  fieldsOfHeld,
  type HeldState,
  heldStates,
  quorumsIn,
} from './acts/container.js'
export { type Decision, decide } from './acts/decide.js'
export { type Ear, hear, heardAs, hearsOf, heldIn, isNamedIn, namingFields, newsOf, refusesToBeHeld } from './acts/hear.js'
export { neededFields, optionsMeant, requirementsMeant } from './acts/needed.js'
export { type ActOffer, permittedActs, permittedRuns } from './acts/permit.js'
export { recusedFrom } from './acts/recused.js'
export type { RequirementState } from './acts/requirements.js'
export { slipOf } from './acts/slip.js'
export { undo, undoable, undoFor } from './acts/undo.js'
export { whyNotMoved, whyNotOwed } from './acts/why-not.js'
export { periodUnits } from './clocks/resolve-limit.js'
export type { Because } from './conditions/because.js'
export { type Explanation, type Fact, groundOf, type Hindrance, hindranceTo } from './conditions/explain.js'
export { type FieldProblem, type Refusal, type RefusalCode, refusal } from './conditions/refusal.js'
export type { ActRequest, UnitKnown } from './events/act-request.js'
export {
  type ActEvent,
  type Actor,
  type Begun,
  type MatterEvent,
  platform,
  type RungEvent,
  type UndoEvent,
} from './events/event.js'
export { type Assessed, type AssessedLine, addTally, assess, emptyTally, figuresBy, type Tally } from './figures/assess.js'
export { daysByStage, daysCharged } from './figures/charge.js'
export { countedMarks } from './figures/counted-marks.js'
export { type Receipt, receiptOf, type StripDay } from './figures/receipt.js'
export { isDutyCounted, tallyOf } from './figures/tally.js'
export { derive, stagesPassed } from './fold/derive.js'
export { Folded } from './fold/folded.js'
export { lookAgainAt, rungsToRecord } from './fold/look-again.js'
export { outOfReach } from './fold/out-of-reach.js'
export { compile, type Program } from './fold/program.js'
export { keptSince, keptUntil, retentionOf } from './fold/retention.js'
export type { LevelState, SignOffState } from './fold/state.js'
export {
  type AskedStatus,
  type AssignmentState,
  type DutyState,
  type DutyStatus,
  type ItemState,
  isSettled,
  type MatterState,
} from './fold/state.js'
export type { Given } from './fold/working.js'
export * from './rules/assessment-rule.js'
export type * from './rules/begin-rule.js'
export {
  type Clause,
  type ClauseRef,
  type ClauseStatus,
  clausesInOrder,
  clausesOnce,
  clausesShown,
  ownClauses,
  shownClause,
} from './rules/clause.js'
export { clausesThatApply } from './rules/clauses-that-apply.js'
export { type Condition, type Facts, isAboutShares, type PlainCondition, plainParts, weigh } from './rules/condition.js'
export { actsAskedFor, fieldsRead } from './rules/condition-reads.js'
export type { DayBound } from './rules/day-bound.js'
export {
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
  narrowedWays,
  type Question,
  type SpanName,
  spanNames,
} from './rules/document-rule.js'
export { type FieldContent, fieldContents, type Prefill, prefills } from './rules/field-content.js'
export { type FieldType, fieldTypes } from './rules/field-type.js'
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
} from './rules/figure.js'
export { begun, isInForce, type NotInForce, notInForce, recorded } from './rules/in-force.js'
export type * from './rules/item-kind.js'
export {
  type CountFrom,
  clausesOfLimit,
  fieldsOfLimit,
  fieldsOfStart,
  type Limit,
  type Period,
  type PeriodUnit,
  type RoundEdge,
  type RoundLimit,
  withPeriods,
} from './rules/limit.js'
export { type MarkName, markNames } from './rules/mark-name.js'
export { matterNameIn } from './rules/matter-name.js'
export {
  type ContainerMeaning,
  type FieldMeaning,
  isForRequester,
  type LedgerColumn,
  type ListedMeaning,
  type Mark,
  type MarkRule,
  type Meaning,
  meaningOf,
  type RatingMeaning,
} from './rules/meaning.js'
export { mostOf } from './rules/most-of.js'
export { isOwed, nextOpening, type OfficeTime, opensAt, roundOpenedAt, roundsOpened } from './rules/office-duty.js'
export { type Lead, type Precedence, type PrecedenceText, weighPrecedence } from './rules/precedence.js'
export { type CountedOf, type DutyWay, dutyWays, type Rate, ratePrefix } from './rules/rate.js'
export type { Recusal } from './rules/recusal-rule.js'
export type * from './rules/regulation.js'
export { chosenBy } from './rules/regulation.js'
export type { RequesterList } from './rules/requester-list.js'
export type { Requirement } from './rules/requirement-rule.js'
export type { Keep, RetentionClass } from './rules/retention-rule.js'
export { ruleKinds } from './rules/rule-kinds.js'
export type * from './rules/sight-rule.js'
export { type SignOff, signOffStandings } from './rules/sign-off-rule.js'
export { startingAct } from './rules/starting-act.js'
export type { PartName, PartNames, UnitKind } from './rules/unit-kind.js'
export { actsNamed, nameOfAct } from './rules/usual-run.js'
export { type Work, workOf, works } from './rules/work.js'
export { remindsAnybody, type Telling, tellingsOf } from './sight/told.js'
export {
  defaultSight,
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
  sightWithin,
  whyNotPublic,
} from './sight/visibility.js'
export {
  addWorkdays,
  buildCalendar,
  type Calendar,
  dayGround,
  type Holiday,
  isKnown,
  isWorkday,
  type Known,
  workdaysBetween,
} from './time/calendar.js'
export { type Cycle, cycles, type Round, readRound, roundAfter, roundOn } from './time/cycle.js'
export { addDays, addMonths, type Day, day, dayText, readDay, weekday } from './time/day.js'
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
} from './time/instant.js'
export { type AnswerNamed, boundText, differingIn, filledText, looseNumbersIn, placesIn, plainText } from './values/bound-text.js'
export { listComma, withAside } from './values/list-comma.js'
export { isPlainText } from './values/plain-text.js'
export { pointsLeft, pointsOf } from './values/points.js'
export { asSeen, isSameName, keptLogin, keptName, seenLength, shownLine, showsSomething } from './values/shown-text.js'
export { unreachable } from './values/unreachable.js'
export {
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
} from './values/value.js'
