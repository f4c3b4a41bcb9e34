import type { Here } from './option.js'
import { each, named } from './reading.js'
import { withinOf } from './within.js'

type Words = string | string[] | undefined
type Written = {
  readonly of?: string | undefined
  readonly by?: Words
  readonly needs?: Words
  readonly takes?: Words
  readonly empties?: Words
  readonly restates?: Words
}

/** Only what an act may leave out can be left empty. */
export function emptiedIn({ empties, takes }: Written, { reading, path }: Here): readonly string[] {
  const taken = each(takes, []).map(({ value }) => value)
  for (const { value, path: at } of each(empties, [...path, 'empties']))
    if (!taken.includes(value)) reading.report(at, 'empties-without-taking', { field: value })
  return named(reading, 'field', empties, [...path, 'empties'])
}

/** The platform states again what the act states where somebody does it, of the matter as a whole. */
export function restatedIn(written: Written, { reading, path }: Here): readonly string[] {
  const { restates, needs, takes, by } = written
  if (restates === undefined) return []
  const stated = [...each(needs, []), ...each(takes, [])].map(({ value }) => value)
  const isOurs = each(by, []).some(({ value }) => value === 'system')
  if (!isOurs || withinOf(written.of ?? 'matter') !== 'matter')
    reading.report([...path, 'restates'], 'restates-for-nobody', {}, 'key')
  for (const { value, path: at } of each(restates, [...path, 'restates']))
    if (!stated.includes(value)) reading.report(at, 'restates-without-stating', { field: value })
  return named(reading, 'field', restates, [...path, 'restates'])
}
