import { dayAt, dayText, type Field, instantText, type Regulation, shanghai } from '../core/index.js'
import { readLooseTime } from './import-time.js'
import { columnNames, yesWords } from './words/import-columns.js'

/** Which column of a file holds what: a field of the first act, the source's id, or when it was written. */
export type Mapping = {
  readonly fields: Readonly<Record<string, string>>
  readonly source: string | null
  readonly time: string | null
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s_\-\uFEFF]/g, '')

/** By the heads of the columns: the field's id or name, or what others usually call it. What a person said holds. */
export function mapColumns(
  regulation: Regulation,
  known: readonly string[],
  columns: readonly string[],
  said: Readonly<Record<string, string>>,
): Mapping {
  const find = (names: readonly string[]) => columns.find((column) => names.some((name) => plain(name) === plain(column))) ?? null
  const usual: Readonly<Record<string, readonly string[]>> = columnNames
  const fields: Record<string, string> = {}
  for (const id of known) {
    const field = regulation.fields[id]
    const column =
      said[id] ?? find([id, ...(field === undefined ? [] : [field.name.zh, field.name.en].filter(Boolean)), ...(usual[id] ?? [])])
    if (column !== null) fields[id] = column
  }
  return { fields, source: said.source ?? find(columnNames.source), time: said.time ?? find(columnNames.time) }
}

/** What is stated where the file has no column: the option `other` of a choice that must be made. */
export function defaultsFor(
  regulation: Regulation,
  needs: readonly string[],
  mapping: Mapping,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const id of needs) {
    const options = regulation.fields[id]?.options ?? []
    if (mapping.fields[id] !== undefined || options.length === 0) continue
    const other = options.find((option) => option.id === 'other') ?? (id === 'channel' ? options[0] : undefined)
    if (other !== undefined) found[id] = other.id
  }
  return found
}

/** A cell as the field takes it: an option by its name or id, a number, yes or no. */
export function readCell(field: Field | undefined, text: string): unknown {
  if (field === undefined) return text
  switch (field.type) {
    case 'choice':
      return optionOf(field, text)
    case 'choices':
      return text.split(/[,，、;；]/).map((each) => optionOf(field, each.trim()))
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : text
    case 'boolean':
      return [...yesWords].includes(text.toLowerCase())
    case 'date':
    case 'time':
      return momentOf(field.type, text)
    default:
      return text
  }
}

function momentOf(type: 'date' | 'time', text: string): string {
  const at = readLooseTime(text)
  if (at === null) return text
  return type === 'time' ? instantText(at, shanghai) : dayText(dayAt(at, shanghai))
}

const optionOf = (field: Field, text: string): string =>
  field.options.find(({ id, name }) => id === text || name.zh === text || name.en.toLowerCase() === text.toLowerCase())?.id ??
  text
