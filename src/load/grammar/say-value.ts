import {
  allParts,
  assignmentsIn,
  type Field,
  type Name,
  type Payload,
  periodUnits,
  recordsIn,
  unreachable,
  type Value,
} from '../../core/index.js'
import { nameOf, partName, type Saying } from './saying.js'

/** A value as people read it, by the type of its field. */
export function sayValue(saying: Saying, field: Field, value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  const { words, names } = saying
  switch (field.type) {
    case 'choice':
      return optionName(saying, field, String(value))
    case 'choices':
      return listOf(value)
        .map((each) => optionName(saying, field, each))
        .join(words.comma)
    case 'boolean':
      return value === true ? words.yes : words.no
    case 'unit':
      return names.unit(String(value))
    case 'person':
      return names.person(String(value))
    case 'matter':
      return listOf(value).map(names.matter).join(words.comma)
    case 'people':
      return listOf(value).map(names.person).join(words.comma)
    case 'requesters': {
      const [first = '', ...others] = listOf(value).map(names.person)
      return [others.length === 0 ? first : words.leads(first), ...others].join(words.comma)
    }
    case 'assignments':
      return assignmentsIn(value)
        .map(({ unit, part }) => words.withPart(names.unit(unit), partName(saying, part)))
        .join(words.comma)
    case 'limit':
      return sayStatedLimit(saying, value)
    case 'items':
      return recordsIn(value)
        .map((item, at) => `${at + 1}. ${sayItem(saying, field, item)}`)
        .join(words.semicolon)
    case 'attachments':
      return listOf(value).map(names.file).join(words.comma)
    case 'text':
    case 'longText':
    case 'number':
    case 'date':
    case 'time':
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
    default:
      return unreachable(field.type)
  }
}

/** Field by field, in the regulation's order. */
function sayItem(saying: Saying, { items: of }: Field, item: Payload): string {
  const { fields, items: kinds } = saying.regulation
  const kind = kinds[of ?? '']
  return [...(kind?.needs ?? []), ...(kind?.takes ?? [])]
    .flatMap((id) => (fields[id] === undefined || item[id] === undefined ? [] : [sayValue(saying, fields[id], item[id])]))
    .join(saying.words.comma)
}

const listOf = (value: Value): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)])

function optionName(saying: Saying, field: Field, id: string): string {
  return nameOf(saying, id, field.options.find((each) => each.id === id)?.name)
}

/** What an act stated as a limit: `{ workdays: 3 }` or `{ on: '2025-05-06' }`. */
function sayStatedLimit({ words }: Saying, value: Value): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return String(value)
  const [unit, amount] = Object.entries(value as { readonly [key: string]: Value })[0] ?? []
  if (unit === 'on') return String(amount)
  const known = periodUnits.find((each) => each === unit)
  return known === undefined || typeof amount !== 'number' ? '' : words.period(amount, known)
}

/** A parameter's value: what it names by its name, whatever kind of thing that is. */
export function sayPlainValue(saying: Saying, value: unknown): string {
  const { words } = saying
  if (Array.isArray(value))
    return value.length === 0 ? words.none : value.map((each) => sayPlainValue(saying, each)).join(words.comma)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (value === null) return words.none
  if (isInWords(value)) return nameOf(saying, value.zh, { zh: value.zh, en: value.en ?? '' })
  if (typeof value !== 'string') return JSON.stringify(value)
  const part = allParts.find((each) => each === value)
  if (part !== undefined) return partName(saying, part)
  // What the regulation itself calls so comes first.
  const name = namedBy(saying, value)
  return name === undefined && isOffered(words, value) ? words.offered[value] : nameOf(saying, value, name)
}

/** A value that nothing bears the name of, written in words. */
const isInWords = (value: unknown): value is { readonly zh: string; readonly en?: string } =>
  typeof value === 'object' && value !== null && 'zh' in value && typeof value.zh === 'string'

const isOffered = (words: Saying['words'], value: string): value is keyof Saying['words']['offered'] => value in words.offered

export type Taken = { readonly question: string; readonly taken: string }

/**
 * 取舍. What is asked, and what is taken: the answer that stands after the question, where one does. A value without a name in the
 * reader's language says nothing; then the whole says what is taken.
 */
export function sayTaken(saying: Saying, value: unknown, asks: string): Taken {
  const end = asks.search(/[？?][^？?]*$/) + 1
  const answer = asks.slice(end).trim()
  if (end > 0 && answer !== '') return { question: asks.slice(0, end), taken: answer }
  const said = sayPlainValue(saying, value)
  return { question: asks, taken: isForeign(saying, said) && said === value ? asks : said }
}

/** The readings not taken, as far as they have words in the reader's language: a code among them says nothing. */
export const sayOthers = (saying: Saying, alternatives: readonly unknown[]): readonly string[] =>
  alternatives.flatMap((each) => {
    const said = sayPlainValue(saying, each)
    if (isInWords(each)) return saying.lang === 'en' && each.en === undefined ? [] : [said]
    return said === each && isForeign(saying, said) ? [] : [said]
  })

const isForeign = ({ lang }: Saying, said: string): boolean => foreignTo[lang].test(said)

/** Letters in which a text of the language is not written: what is left of a code, or of the other language. */
const foreignTo = { zh: /[a-z]/i, en: /\p{L}/u } as const

/** The name of whatever in the regulation bears this id. */
function namedBy({ regulation }: Saying, value: string): Name | undefined {
  const options = Object.values(regulation.fields).flatMap((field) => field.options)
  const { acts, roles, duties, stages, assignmentStages, itemStages, fields, unitKinds } = regulation
  const found =
    acts[value] ??
    roles[value] ??
    duties[value] ??
    stages[value] ??
    assignmentStages[value] ??
    itemStages[value] ??
    fields[value] ??
    unitKinds[value] ??
    options.find(({ id }) => id === value)
  return found?.name
}
