export { checkRules } from './check/check-rules.js'
export { type ClauseCoverage, type Coverage, coverageOf } from './check/coverage.js'
export type { RuleCheck } from './check/rule-check.js'
export { type Finding, findingText, hasErrors, type Level, sortFindings, type Words } from './format/finding.js'
export { type Citation, citationsOf, resolveClauses } from './grammar/citations.js'
export { type LoadedRegulation, loadRegulation, parseRegulation, type RegulationTexts } from './grammar/load-regulation.js'
export { becauseSentence, type SaidBecause, type SayFor, sayBecause, sayForAuthor } from './grammar/say-because.js'
export { sayCondition, sayWhen } from './grammar/say-condition.js'
export { englishMonths, sayLimit, sayPeriod } from './grammar/say-limit.js'
export { sayMoment } from './grammar/say-moment.js'
export { sayRules } from './grammar/say-rules.js'
export { sayPlainValue, sayValue } from './grammar/say-value.js'
export { sayWords } from './grammar/say-words.js'
export { type Saying, sayingOf } from './grammar/saying.js'
export type { SaidRule } from './grammar/told.js'
export { withParameters } from './grammar/with-parameters.js'
export { jsonSchemas, regulationJsonSchema } from './library/json-schema.js'
export type { KeptIn } from './library/keeping.js'
export { type Library, libraryOf, listRegulations, loadLibrary, type RegulationFolder } from './library/library.js'
export { type CalendarFiles, calendarOf, loadCalendar, type Overlay, readCalendars } from './library/load-calendar.js'
export {
  folderOf,
  isRegulationId,
  isVersion,
  type NewRegulation,
  type Scaffold,
  writeNewRegulation,
} from './library/new-regulation.js'
export { type ProjectedDuty, projectDuty } from './library/project-duty.js'
export { clauseMutationsOf } from './mutate/clause-mutations.js'
export { type Mutation, mutationsOf } from './mutate/mutations.js'
export { mutationTrial, type Outcome } from './mutate/try-mutations.js'
export type { DutyChange } from './scenario/duty-change.js'
export { type LoadedScenarios, loadScenarios, parseScenarios, type Scenario, scenarioFiles } from './scenario/load-scenarios.js'
export { type Failure, runScenario, type ScenarioRun, type StepRun } from './scenario/run-scenario.js'
export { actorOf } from './scenario/scenario-actor.js'
export type { Expectation, ExpectedDuty, ScenarioInput, StepInput } from './scenario/schema-scenario.js'
export { scenarioText } from './scenario/write-scenario.js'
export { type Upgraded, upgradesIn } from './upgrade/upgrade-folder.js'
