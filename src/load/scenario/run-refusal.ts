import type { Refusal, Regulation } from '../../core/index.js'
import { each } from '../grammar/reading.js'
import { type Difference, differs } from './difference.js'
import type { StepInput } from './schema-scenario.js'

/** Where what became of a step is not what it expects: done, or refused with that code and clause. */
export function againstRefusal(
  what: string,
  { refused, clause, lacks, forbids, disputed }: StepInput,
  refusal: Refusal | null,
  { clauses }: Regulation,
): readonly Difference[] {
  if (refusal === null) return refused === undefined ? [] : [{ what, expected: refused, actual: 'done' }]
  const cites = refusal.clause.flatMap((ref) => [ref, clauses[ref]?.cite])
  const isExpected = refused === refusal.code && (clause === undefined || cites.includes(clause))
  if (isExpected) {
    const isDisputed = refusal.because.some(({ kind }) => kind === 'disputed')
    return [
      ...exactly('lacks', lacks, lackingIn(refusal)),
      ...exactly('forbids', forbids, forbiddingIn(refusal)),
      ...(disputed === undefined ? [] : differs('disputed', disputed, isDisputed)),
    ]
  }
  const expected = clause === undefined ? (refused ?? 'done') : `${refused} (${clause})`
  return [{ what, expected, actual: brief(refusal), because: refusal.because }]
}

const exactly = (
  what: string,
  written: string | readonly string[] | undefined,
  found: readonly string[],
): readonly Difference[] =>
  written === undefined
    ? []
    : differs(
        what,
        each(written, [])
          .map(({ value }) => value)
          .sort(),
        [...found].sort(),
      )

const lackingIn = ({ because }: Refusal): readonly string[] =>
  because.flatMap((each) => (each.kind === 'lacks' ? [each.requirement] : []))

const forbiddingIn = ({ because }: Refusal): readonly string[] =>
  because.flatMap((each) => (each.kind === 'forbids' ? [each.prohibition] : []))

/** A refusal in one line: its code, its clauses, and what it names. */
function brief(refusal: Refusal): string {
  const { code, clause, missing, problems } = refusal
  const named = [...missing, ...problems.filter((each) => each.code !== 'missing').map((each) => `${each.field}: ${each.code}`)]
  return [code, `(${clause.join(', ')})`, ...forbiddingIn(refusal), ...named].filter(Boolean).join(' ')
}
