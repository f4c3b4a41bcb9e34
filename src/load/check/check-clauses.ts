import type { Regulation } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { citationsOf, isCarriedBy } from '../grammar/citations.js'
import { fieldsUsed } from '../grammar/fields-used.js'
import { each } from '../grammar/reading.js'
import type { RuleCheck } from './rule-check.js'

/** Every rule names the clause it executes; `"*"` where it is the regulation as a whole. */
const citesNothing: RuleCheck = ({ written }) => {
  const tables = (
    ['acts', 'duties', 'officeDuties', 'requirements', 'signOffs', 'documents', 'retention', 'assessment'] as const
  ).flatMap((table) => Object.entries(written[table] ?? {}).map(([id, entry]) => ({ path: [table, id], clause: entry.clause })))
  const lists = [
    ...each(written.prohibitions, ['prohibitions']),
    ...each(written.visibility?.matters, ['visibility', 'matters']),
    ...each(written.visibility?.fields, ['visibility', 'fields']),
    ...each(written.visibility?.hiddenFrom, ['visibility', 'hiddenFrom']),
  ].map(({ value, path }) => ({ path, clause: value.clause }))
  return [...tables, ...lists]
    .filter(({ clause }) => [clause ?? []].flat().length === 0)
    .map(({ path }) => ({ code: 'cites-nothing', path }))
}

/** A clause said to be executed is cited by a rule. */
const citedByNone: RuleCheck = ({ regulation, written }) => {
  const cited = new Set(citationsOf(written, regulation.clauses).flatMap((citation) => citation.clauses))
  return Object.values(regulation.clauses)
    .filter((clause) => clause.status === 'executed' && isCarriedBy(written, clause) && !cited.has(clause.id))
    .map((clause) => ({ code: 'clause-without-rule', path: ['clauses', clause.id], args: { clause: clause.id }, in: 'clauses' }))
}

/** Names carry nothing out: a role, a field that may be left empty, a stage say only what things are called. */
const citedByNames: RuleCheck = ({ regulation, written }) => {
  const citations = citationsOf(written, regulation.clauses)
  const weighing = new Set([...fieldsNeeded(regulation), ...fieldsUsed(regulation).map(({ field }) => field)])
  return Object.values(regulation.clauses)
    .filter((clause) => clause.status === 'executed' && isCarriedBy(written, clause))
    .filter(({ id }) => {
      const citing = citations.filter(({ clauses }) => clauses.includes(id))
      return citing.length > 0 && citing.every(({ path }) => isName(path, weighing))
    })
    .map(({ id }) => ({ code: 'clause-by-name-only', path: ['clauses', id], args: { clause: id }, in: 'clauses' }))
}

const fieldsNeeded = ({ acts }: Regulation): readonly string[] =>
  Object.values(acts).flatMap(({ needs, needsWhen }) => [...needs, ...needsWhen.flatMap(({ fields }) => fields)])

const names: ReadonlySet<string> = new Set(['roles', 'stages', 'assignmentStages', 'readings', 'discretions'])

/** An option is a rule: what may be chosen. So is a field that some act needs or some rule hangs on. */
function isName([table, id, below]: Path, weighing: ReadonlySet<string>): boolean {
  if (table === 'fields') return below !== 'options' && !weighing.has(String(id))
  return names.has(String(table))
}

const noStatus: RuleCheck = ({ writtenClauses }) =>
  Object.entries(writtenClauses.clauses)
    .filter(([, clause]) => clause.status === undefined)
    .map(([id]) => ({ code: 'clause-without-status', path: ['clauses', id], args: { clause: id }, in: 'clauses' }))

const noReason: RuleCheck = ({ writtenClauses }) =>
  Object.entries(writtenClauses.clauses)
    .filter(([, { status, why }]) => status !== undefined && status !== 'executed' && (why ?? '') === '')
    .map(([id]) => ({ code: 'clause-without-why', path: ['clauses', id], args: { clause: id }, in: 'clauses' }))

export const clauseChecks: readonly RuleCheck[] = [citesNothing, citedByNone, citedByNames, noStatus, noReason]
