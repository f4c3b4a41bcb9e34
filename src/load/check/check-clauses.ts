import { citationsOf } from '../grammar/citations.js'
import { each } from '../grammar/reading.js'
import type { RuleCheck } from './check-rules.js'

/** Every rule names the clause it executes; `"*"` where it is the regulation as a whole. */
const citesNothing: RuleCheck = ({ written }) => {
  const tables = (['acts', 'duties', 'officeDuties'] as const).flatMap((table) =>
    Object.entries(written[table] ?? {}).map(([id, entry]) => ({ path: [table, id], clause: entry.clause })),
  )
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
    .filter((clause) => clause.status === 'executed' && !cited.has(clause.id))
    .map((clause) => ({ code: 'clause-without-rule', path: ['clauses', clause.id], args: { clause: clause.id }, in: 'clauses' }))
}

const noStatus: RuleCheck = ({ writtenClauses }) =>
  Object.entries(writtenClauses.clauses)
    .filter(([, clause]) => clause.status === undefined)
    .map(([id]) => ({ code: 'clause-without-status', path: ['clauses', id], args: { clause: id }, in: 'clauses' }))

const noReason: RuleCheck = ({ writtenClauses }) =>
  Object.entries(writtenClauses.clauses)
    .filter(([, { status, why }]) => status !== undefined && status !== 'executed' && (why ?? '') === '')
    .map(([id]) => ({ code: 'clause-without-why', path: ['clauses', id], args: { clause: id }, in: 'clauses' }))

export const clauseChecks: readonly RuleCheck[] = [citesNothing, citedByNone, noStatus, noReason]
