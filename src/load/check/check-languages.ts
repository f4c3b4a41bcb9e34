import { z } from 'zod'
import type { Path } from '../format/yaml-file.js'
import { clausesSchema } from '../grammar/clauses.js'
import { regulationSchema } from '../grammar/regulation.js'
import { sayOthers } from '../grammar/say-value.js'
import { sayingOf } from '../grammar/saying.js'
import type { Remark, RuleCheck } from './rule-check.js'

/**
 * A text whose title is in English too is read in English: where a name has none, its readers meet Chinese. Told once for each file, at the
 * first. Whoever writes Chinese alone is asked for nothing.
 */
const inOneLanguage: RuleCheck = ({ raw, regulation, writtenClauses }) =>
  regulation.title.en === regulation.title.zh
    ? []
    : [
        ...told(namesWithoutEnglish(regulationSchema, raw), {}),
        ...told(namesWithoutEnglish(clausesSchema, writtenClauses), { in: 'clauses' }),
      ]

function told(paths: readonly Path[], where: Pick<Remark, 'in'>): readonly Remark[] {
  const [path] = paths
  if (path === undefined) return []
  const names = paths.slice(0, mostNamed).map((each) => each.join('.'))
  return [{ code: 'name-without-english', path, args: { count: String(paths.length), names: names.join(', ') }, ...where }]
}

const mostNamed = 12

/** Where the shape of a file says that a name stands, and only Chinese is written. */
export function namesWithoutEnglish(schema: z.ZodType, data: unknown): readonly Path[] {
  const { $defs = {}, ...whole } = z.toJSONSchema(schema, { io: 'input' }) as Shape & { $defs?: Readonly<Record<string, Shape>> }
  const below = (shape: Shape | undefined, value: unknown, path: Path): readonly Path[] => {
    if (shape === undefined || typeof shape !== 'object') return []
    if (shape.$ref === nameRef) return isChineseOnly(value) ? [path] : []
    if (shape.$ref !== undefined) return below($defs[shape.$ref.replace('#/$defs/', '')], value, path)
    if (shape.anyOf !== undefined) return shape.anyOf.flatMap((each) => below(each, value, path))
    if (Array.isArray(value)) return value.flatMap((each, index) => below(shape.items, each, [...path, index]))
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, each]) =>
      below(shape.properties?.[key] ?? shape.additionalProperties, each, [...path, key]),
    )
  }
  // What several shapes allow is looked at under each; it is one place all the same.
  return [...new Map(below(whole, data, []).map((path) => [path.join('.'), path])).values()]
}

/** As much of JSON Schema as the shapes of these files are made of. */
type Shape = {
  readonly $ref?: string
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape
}

const nameRef = '#/$defs/Name'
const isChinese = (text: unknown): boolean => typeof text === 'string' && /\p{Script=Han}/u.test(text)

function isChineseOnly(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isChinese(value)
  return 'zh' in value && isChinese(value.zh) && !('en' in value)
}

/** What else a choice of the text could have been is told in words: a code says nothing to whoever reads it. */
const readingsInWords: RuleCheck = ({ regulation }) => {
  const languages = regulation.title.en === regulation.title.zh ? (['zh'] as const) : (['zh', 'en'] as const)
  const untold = (alternative: unknown): boolean =>
    languages.some((lang) => sayOthers(sayingOf(regulation, lang), [alternative]).length === 0)
  return (['parameters', 'readings'] as const).flatMap((key) =>
    Object.values(regulation[key]).flatMap(({ id, alternatives }): readonly Remark[] =>
      alternatives.some(untold) ? [{ code: 'reading-without-words', path: [key, id, 'alternatives'], args: { id } }] : [],
    ),
  )
}

export const languageChecks: readonly RuleCheck[] = [inOneLanguage, readingsInWords]
