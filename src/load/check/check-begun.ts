import { plainParts } from '../../core/index.js'
import { conditionsIn } from '../grammar/regulation.js'
import type { RuleCheck } from './rule-check.js'

/** What is heard of must be begun somewhere, or name this matter. */
const hearsOfNone: RuleCheck = ({ regulation }) => {
  const acts = Object.values(regulation.acts)
  const naming = acts.flatMap(({ hears }) => (hears === null || hears.namedBy === null ? [] : [hears]))
  const known = new Set([...acts.flatMap(({ begins }) => begins), ...naming].map(({ kind }) => kind))
  return acts.flatMap(({ id, hears }) =>
    hears === null || hears.isOfHolder || known.has(hears.kind)
      ? []
      : [{ code: 'hears-of-none', path: ['acts', id, 'hears', 'kind'], args: { kind: hears.kind } }],
  )
}

/** That a begun matter has ended is known only where it is heard. */
const neverHeard: RuleCheck = ({ regulation }) => {
  const acts = Object.values(regulation.acts)
  const heard = acts.flatMap(({ hears }) => (hears === null ? [] : [hears]))
  const isHeard = (kind: string): boolean =>
    heard.some((each) => each.kind === kind && (!('turns' in each.of) || each.of.turns === 'ended'))
  const kinds = [...new Set([...acts.flatMap(({ begins }) => begins.map(({ kind }) => kind)), ...heard.map(({ kind }) => kind)])]
  return conditionsIn(regulation).flatMap(({ condition, path }) =>
    plainParts(condition)
      .flatMap((part) => (part.op !== 'begun' || part.isEnded === null ? [] : part.kind === null ? kinds : [part.kind]))
      .filter((kind) => !isHeard(kind))
      .map((kind) => ({ code: 'begun-never-heard', path, args: { kind } })),
  )
}

export const begunChecks: readonly RuleCheck[] = [hearsOfNone, neverHeard]
