import { z } from 'zod'
import { type CountedOf, dutyWays, type MarkName, markNames, type Rate } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { clausesOf, each, named, nameOf, type Reading } from './reading.js'
import { clauseRefs, listOf, name, words } from './shapes.js'

const markName = z.enum(markNames)

const countedOf = z.union([
  z.strictObject({ marks: listOf(markName) }),
  z.strictObject({ rated: words }),
  z.strictObject({ duties: z.union([z.literal('all'), words]), are: z.enum(dutyWays).optional() }),
])
type CountedInput = z.infer<typeof countedOf>

/** 指标 as written. */
export const rate = z
  .strictObject({
    name,
    counts: countedOf,
    of: countedOf,
    excluding: z.boolean().optional(),
    public: z.boolean().optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Rate' })
export type RateInput = z.infer<typeof rate>

/** A share of nothing that is there, and one that leaves out what nothing leaves out, are refused. */
export function ratesOf(
  reading: Reading,
  written: Readonly<Record<string, RateInput>> | undefined,
  has: { readonly ratings: readonly string[]; readonly marks: Readonly<Record<MarkName, readonly unknown[]>> },
): readonly Rate[] {
  return Object.entries(written ?? {}).map(([id, each]) => {
    const path: Path = ['meaning', 'figures', 'rates', id]
    if (each.excluding === true && has.marks.excluded.length === 0)
      reading.report([...path, 'excluding'], 'excluding-nothing', { figure: id }, 'key')
    return {
      id,
      name: nameOf(each.name),
      counts: countedIn(reading, each.counts, has, [...path, 'counts']),
      of: countedIn(reading, each.of, has, [...path, 'of']),
      excluding: each.excluding ?? false,
      isPublic: each.public ?? false,
      clause: clausesOf(reading, each.clause, [...path, 'clause']),
    }
  })
}

function countedIn(
  reading: Reading,
  written: CountedInput,
  { ratings, marks }: Parameters<typeof ratesOf>[2],
  path: Path,
): CountedOf {
  if ('marks' in written) {
    const all = each<MarkName>(written.marks, [...path, 'marks'])
    for (const { value, path: at } of all) if (marks[value].length === 0) reading.report(at, 'counts-nothing', { word: value })
    return { of: 'marks', marks: all.map(({ value }) => value) }
  }
  if ('rated' in written) {
    const all = each<string>(written.rated, [...path, 'rated'])
    for (const { value, path: at } of all)
      if (!ratings.includes(value)) reading.report(at, 'unknown-word', { word: value, near: '', allowed: ratings.join(' ') })
    return { of: 'rating', options: all.map(({ value }) => value) }
  }
  const duties = written.duties === 'all' ? [] : named(reading, 'duty', written.duties, [...path, 'duties'])
  return { of: 'duties', duties, are: written.are ?? 'due' }
}
