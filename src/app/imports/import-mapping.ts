import { dayAt, dayText, type Field, instantText, meaningOf, type Regulation, shanghai, unreachable } from '../../core/index.js'
import { TableRefused } from '../tables/table-refused.js'
import {
  catchAll,
  kindsOfHeads,
  meaningHeads,
  noWords,
  plainHead,
  sourceHeads,
  timeHeads,
  usualHead,
  yesWords,
} from '../words/import-columns.js'
import { fileFaults } from '../words/table-faults.js'
import { readLooseTime } from './import-time.js'

/** Which column of a file holds what: a field of the first act, the source's id, or when it was written. */
export type Mapping = {
  readonly fields: Readonly<Record<string, string>>
  readonly source: string | null
  readonly time: string | null
}

type Said = Readonly<Record<string, string>>

/** The heads by which a field is found: its own id and names, then what others usually call it, the surer ones first. */
function namesOf(regulation: Regulation, id: string): readonly string[] {
  const field = regulation.fields[id]
  if (field === undefined) return [id]
  const own = [field.name.zh, field.name.en].filter(Boolean)
  const isNamedSo = (head: string): boolean => own.some((name) => plainHead(name).endsWith(plainHead(head)))
  const kind = kindsOfHeads.find(({ suits, heads }) => suits(field) && heads.some(isNamedSo))
  return [id, ...own, ...(meaningHeads[meaningOf(regulation, id)] ?? kind?.heads ?? [])]
}

/** Whether a cell looks like a head: by the names of the fields, the usual ones, or what a person said. */
export function headsOf(regulation: Regulation, said: Said): (cell: string) => boolean {
  const own = [...Object.keys(regulation.fields).flatMap((id) => namesOf(regulation, id)), ...Object.values(said).map(baseOf)]
  const known = new Set(own.map(plainHead))
  return (cell) => cell.trim() !== '' && (known.has(plainHead(cell)) || usualHead(cell))
}

const baseOf = (column: string): string => column.replace(/#\d+$/, '')

/** By the heads of the columns. What a person said holds; a column they name must be there, and a head must not stand twice. */
export function mapColumns(regulation: Regulation, known: readonly string[], columns: readonly string[], said: Said): Mapping {
  const column = (id: string, names: readonly string[]): string | null =>
    said[id] === undefined ? found(columns, names) : named(columns, said[id])
  const fields = known.flatMap((id) => {
    const mapped = column(id, namesOf(regulation, id))
    return mapped === null ? [] : [[id, mapped]]
  })
  return {
    fields: Object.fromEntries(fields),
    source: column('source', sourceHeads),
    time: column('time', timeHeads),
  }
}

function named(columns: readonly string[], said: string): string {
  const there = columns.find((column) => column === said) ?? found(columns, [said])
  if (there === null) throw new TableRefused(fileFaults.noSuchColumn(said, columns))
  return there
}

function found(columns: readonly string[], names: readonly string[]): string | null {
  for (const name of names) {
    const alike = columns.filter((column) => plainHead(column) === plainHead(name) || isOneOfSeveral(columns, column, name))
    const [first] = alike
    if (first === undefined) continue
    if (alike.length > 1) throw new TableRefused(fileFaults.sameHead(baseOf(first), alike))
    return first
  }
  return null
}

/** A head that stands several times has its place behind it. */
const isOneOfSeveral = (columns: readonly string[], column: string, name: string): boolean =>
  plainHead(baseOf(column)) === plainHead(name) && columns.filter((other) => baseOf(other) === baseOf(column)).length > 1

/** What is stated where the file has no column: the option of a choice that must be made which takes in whatever fits nowhere else. */
export function defaultsFor(
  regulation: Regulation,
  needs: readonly string[],
  mapping: Mapping,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const id of needs) {
    const options = regulation.fields[id]?.options ?? []
    if (mapping.fields[id] !== undefined || options.length === 0) continue
    const other =
      options.find(({ name }) => catchAll.includes(plainHead(name.zh)) || catchAll.includes(plainHead(name.en))) ??
      (id === regulation.meaning.channel ? options[0] : undefined)
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
      return yesOrNo(text)
    case 'date':
    case 'time':
      return momentOf(field.type, text)
    case 'text':
    case 'longText':
    case 'unit':
    case 'person':
    case 'people':
    case 'requesters':
    case 'matter':
    case 'assignments':
    case 'items':
    case 'limit':
    case 'attachments':
      return text
    default:
      return unreachable(field.type)
  }
}

/** A word that is neither is not taken for a no. */
function yesOrNo(text: string): boolean | string {
  const word = text.toLowerCase()
  if (yesWords.includes(word)) return true
  return noWords.includes(word) ? false : text
}

function momentOf(type: 'date' | 'time', text: string): string {
  const at = readLooseTime(text)
  if (at === null) return text
  return type === 'time' ? instantText(at, shanghai) : dayText(dayAt(at, shanghai))
}

const optionOf = (field: Field, text: string): string =>
  field.options.find(({ id, name }) => id === text || name.zh === text || name.en.toLowerCase() === text.toLowerCase())?.id ??
  text
