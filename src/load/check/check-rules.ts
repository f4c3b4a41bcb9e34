import { type Finding, sortFindings } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import type { LoadedRegulation } from '../grammar/load-regulation.js'
import { assessmentChecks } from './check-assessment.js'
import { begunChecks } from './check-begun.js'
import { clauseChecks } from './check-clauses.js'
import { conditionChecks } from './check-conditions.js'
import { documentChecks } from './check-documents.js'
import { dutyChecks } from './check-duties.js'
import { factChecks } from './check-facts.js'
import { fieldChecks } from './check-fields.js'
import { languageChecks } from './check-languages.js'
import { limitChecks } from './check-limits.js'
import { matterChecks } from './check-matter.js'
import { numberChecks } from './check-numbers.js'
import { officeDutyChecks } from './check-office-duties.js'
import { publicationChecks } from './check-publication.js'
import { roleChecks } from './check-roles.js'
import { shareChecks } from './check-shares.js'
import { sightChecks } from './check-sight.js'
import { stageChecks } from './check-stages.js'
import { reachable } from './reachable.js'
import type { RuleCheck } from './rule-check.js'

/** Where nothing opens a matter, nothing else can be said. */
const nothingStarts: RuleCheck = ({ regulation }) =>
  Object.values(regulation.acts).some((act) => act.starts) ? [] : [{ code: 'nothing-starts', path: ['acts'] }]

const checks: readonly RuleCheck[] = [
  ...matterChecks,
  ...begunChecks,
  ...stageChecks,
  ...dutyChecks,
  ...officeDutyChecks,
  ...documentChecks,
  ...limitChecks,
  ...conditionChecks,
  ...fieldChecks,
  ...factChecks,
  ...clauseChecks,
  ...assessmentChecks,
  ...publicationChecks,
  ...numberChecks,
  ...sightChecks,
  ...roleChecks,
  ...shareChecks,
  ...languageChecks,
]

/** Reads a sound regulation for what makes no sense: what can never happen, never end, or stands on nothing. */
export function checkRules(loaded: LoadedRegulation): readonly Finding[] {
  const { regulation, written, writtenClauses, documents } = loaded
  if (!regulation || !written || !writtenClauses || !documents) return []
  const checked = { regulation, written, writtenClauses, reachable: reachable(regulation), raw: documents.rules.data }
  const findings = (nothingStarts(checked).length > 0 ? [nothingStarts] : checks).flatMap((check) =>
    check(checked).map(({ code, path, args = {}, in: where }) => {
      const document = where === 'clauses' ? documents.clauses : documents.rules
      return makeFinding({ file: document.file, ...document.place(path, 'key') }, code, args)
    }),
  )
  return sortFindings(findings)
}
