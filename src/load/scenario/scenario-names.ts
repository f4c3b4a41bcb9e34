import type { Regulation } from '../../core/index.js'
import { nearest } from '../format/nearest.js'
import { each } from '../grammar/reading.js'
import { unknownOfficeNames } from './check-office-expectation.js'
import type { Difference } from './difference.js'
import type { Scenario } from './load-scenarios.js'
import type { Expectation } from './schema-scenario.js'

/** Names in a scenario that the regulation does not know: a mistyped `mayNot` would otherwise always hold. */
export function unknownNames(scenario: Scenario, regulation: Regulation): readonly (Difference & { readonly line: number })[] {
  const cites = Object.values(regulation.clauses).map((clause) => clause.cite)
  const clauses = each(scenario.clauses, []).flatMap(({ value }) =>
    unknown('clauses', value, ['*', ...Object.keys(regulation.clauses), ...cites]),
  )
  return [
    ...clauses.map((each) => ({ ...each, line: scenario.line })),
    ...scenario.steps.flatMap(({ in: elsewhere, expect }, index) =>
      expect === undefined || elsewhere !== undefined
        ? []
        : expected(expect, regulation).map((each) => ({ ...each, line: scenario.lines[index] ?? scenario.line })),
    ),
  ]
}

function unknown(what: string, word: string, known: readonly string[]): readonly Difference[] {
  return known.includes(word) ? [] : [{ what, expected: nearest(word, known) ?? likely(word, known), actual: word }]
}

const mostTold = 12

/** Of a long list those that begin alike (article 3 for `3.9.1`), a few of them: nobody reads a hundred clauses. */
function likely(word: string, known: readonly string[]): readonly string[] {
  const all = [...new Set(known)]
  if (all.length <= mostTold) return all
  const alike = all.filter((each) => each.split('.')[0] === word.split('.')[0])
  return (alike.length > 0 ? alike : all).slice(0, mostTold)
}

function expected(expect: Expectation, regulation: Regulation): readonly Difference[] {
  const acts = [expect.may, expect.mayNot, expect.finds, expect.findsNot]
    .flatMap((each) => Object.entries(each ?? {}))
    .flatMap(([, names]) => each(names, []))
  const named = [...each(expect.rungs, []), ...each(expect.noRungs, [])]
  const duties = [...each(expect.duties, []), ...named].map(({ value }) => value.duty)
  const fields = [
    ...Object.keys(expect.facts ?? {}),
    ...Object.values(expect.shows ?? {}).flatMap(Object.keys),
    ...each(expect.items, []).flatMap(({ value }) => Object.keys(value.facts ?? {})),
  ]
  const rungs = named.flatMap(({ value: { duty, rung } }) =>
    unknown('rungs', rung, regulation.duties[duty]?.ladder.map((each) => each.id) ?? []),
  )
  return [
    ...acts.flatMap(({ value }) => unknown('may', value, Object.keys(regulation.acts))),
    ...[...duties, ...each(expect.noDuties, []).map((entry) => entry.value)].flatMap((duty) =>
      unknown('duties', duty, Object.keys(regulation.duties)),
    ),
    ...Object.keys(expect.signOffs ?? {}).flatMap((name) =>
      unknown('signOffs', name.split('@')[0] ?? '', Object.keys(regulation.signOffs)),
    ),
    ...fields.flatMap((field) => unknown('fields', field, Object.keys(regulation.fields))),
    ...each(expect.alerts, []).flatMap(({ value }) => unknown('alerts', value, Object.keys(regulation.alerts))),
    ...rungs,
    ...Object.values(expect.assessed ?? {}).flatMap((lines) =>
      Object.keys(lines).flatMap((line) => unknown('assessed', line, Object.keys(regulation.assessment))),
    ),
    ...each(expect.retention, []).flatMap(({ value }) =>
      unknown('retention', value, [...Object.keys(regulation.retention), 'none']),
    ),
    ...unknownOfficeNames(expect, regulation),
  ]
}
