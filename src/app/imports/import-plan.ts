import {
  type Act,
  type Actor,
  compile,
  type Field,
  mostOf,
  type Program,
  type Regulation,
  startingAct,
} from '../../core/index.js'
import type { Office } from '../office.js'
import { TableRefused } from '../tables/table-refused.js'
import { fileFaults, notes, rowFaults, type Said } from '../words/table-faults.js'
import { defaultsFor, type Mapping, mapColumns, readCell } from './import-mapping.js'
import type { ImportRow } from './import-row.js'
import { readLooseTime } from './import-time.js'
import { contentId, isRounded } from './import-words.js'

type Importer = { readonly program: Program; readonly act: Act; readonly actor: Actor }
/** How the rows of one file become statements of one act. */
export type Plan = Importer & { readonly mapping: Mapping; readonly defaults: Readonly<Record<string, string>> }
export type Cells = Extract<ImportRow, { readonly cells: unknown }>

type PlanAsked = {
  readonly program: Program
  readonly person: string | null
  readonly map: Readonly<Record<string, string>>
  readonly set: Readonly<Record<string, string>>
}

/** The plans for a file with these columns, in the order they are tried; none where it cannot be said what a column holds. */
export function plansFor(columns: readonly string[], asked: PlanAsked): readonly Plan[] {
  const program = roomier(asked.program)
  const importing = importers(program.regulation, asked.person)
  refuseUnknownFields(importing, program.regulation, asked)
  const plans = importing.map((each) => planFor({ ...each, program }, columns, asked))
  const missing = plans.map(missingTexts)
  const [first = []] = missing
  if (missing.every((fields) => fields.length > 0)) throw new TableRefused(fileFaults.columnMissing(first, columns))
  return plans
}

function planFor(importing: Importer, columns: readonly string[], { map, set }: PlanAsked): Plan {
  const { regulation } = importing.program
  // What a person set holds against a column that happens to be called so.
  const known = fieldsOf(importing).filter((id) => set[id] === undefined || map[id] !== undefined)
  const mapping = mapColumns(regulation, known, columns, map)
  return { ...importing, mapping, defaults: { ...defaultsFor(regulation, importing.act.needs, mapping), ...set } }
}

/** The fields that a file may fill in: of the act by which the office registers what came in elsewhere. */
export function importable(regulation: Regulation): readonly { readonly field: Field; readonly isNeeded: boolean }[] {
  const [first] = importers(regulation, null)
  const ids = first === undefined ? [] : fieldsOf(first)
  return [...new Set(ids)].flatMap((id) => {
    const field = regulation.fields[id]
    return field === undefined ? [] : [{ field, isNeeded: first?.act.needs.includes(id) === true }]
  })
}

const fieldsOf = ({ act: { needs, takes } }: Pick<Importer, 'act'>): readonly string[] => [...needs, ...takes]

/** What is misspelt is said at once, not of every row. */
function refuseUnknownFields(importing: readonly Pick<Importer, 'act'>[], { fields }: Regulation, { map, set }: PlanAsked): void {
  const known = [...new Set(importing.flatMap(fieldsOf))].filter((id) => fields[id] !== undefined)
  const strange = [...Object.keys(map).filter((id) => id !== 'source' && id !== 'time'), ...Object.keys(set)].find(
    (id) => !known.includes(id),
  )
  if (strange !== undefined) throw new TableRefused(fileFaults.noSuchField(strange, [...known, 'source', 'time']))
}

/** Texts the act needs that no column holds; a title can be taken from the text. */
function missingTexts({ act, program, mapping, defaults }: Plan): readonly Said[] {
  const { fields, meaning } = program.regulation
  return act.needs.flatMap((id) => {
    const field = fields[id]
    const isText = (field?.type === 'text' || field?.type === 'longText') && !field.isIdentity
    const isThere = mapping.fields[id] !== undefined || defaults[id] !== undefined
    const isMade = id === meaning.title && mapping.fields[meaning.letter] !== undefined
    return isText && !isThere && !isMade ? [{ zh: field.name.zh, en: field.name.en || id }] : []
  })
}

const longestBody = 10_000
const longestTitle = 200

/** Texts that were written elsewhere were written under other limits. */
function roomier(program: Program): Program {
  const { regulation } = program
  const wider = (field: Field): Field => {
    if (field.type === 'longText') return { ...field, least: null, most: Math.max(mostOf(field), longestBody) }
    if (field.type === 'text') return { ...field, least: null, most: Math.max(mostOf(field), longestTitle) }
    return field
  }
  const fields = Object.fromEntries(Object.values(regulation.fields).map((field) => [field.id, wider(field)]))
  return compile({ ...regulation, fields })
}

/**
 * The office registers what came in elsewhere; where it has no such act, or may not for this channel, it is received as
 * from the requester.
 */
function importers(regulation: Regulation, person: string | null): readonly { act: Act; actor: Actor }[] {
  const roles = Object.values(regulation.roles)
  const office = roles.find((role) => role.kind === 'office' && startingAct(regulation, role.id) !== null)
  const found = [
    ...(office === undefined ? [] : [{ role: office.id, unit: null, person }]),
    { role: 'requester', unit: null, person: null },
  ].flatMap((actor) => {
    const act = startingAct(regulation, actor.role)
    return act === null ? [] : [{ act, actor }]
  })
  if (found.length === 0) throw new Error(`${regulation.id}: nobody may open a matter`)
  return found
}

/** 可以导入的事项种类. The office's regulations under which files come in; for one role, or for whoever works on the machine. */
export const importedKinds = ({ programs }: Pick<Office, 'programs'>, role: string | null): readonly Program[] =>
  programs.filter(({ regulation }) => (role === null ? hasImporter(regulation) : mayImport(regulation, role)))

const hasImporter = (regulation: Regulation): boolean =>
  Object.values(regulation.roles).some(
    ({ id, kind }) => (kind === 'office' || id === 'requester') && startingAct(regulation, id) !== null,
  )

/** Whose rows are recorded as theirs; where no role of the office registers, any of it brings in as from the requester. */
function mayImport(regulation: Regulation, role: string): boolean {
  if (regulation.roles[role]?.kind !== 'office') return false
  const registering = Object.values(regulation.roles).find(
    ({ id, kind }) => kind === 'office' && startingAct(regulation, id) !== null,
  )
  return registering === undefined ? startingAct(regulation, 'requester') !== null : registering.id === role
}

/** What a row states, field by field. */
export const statedBy = (plan: Plan, row: Cells): Readonly<Record<string, unknown>> => {
  const { act, defaults } = plan
  const { title, letter } = plan.program.regulation.meaning
  const stated = Object.fromEntries([...Object.entries(defaults), ...mappedBy(plan, row)])
  // A message without a title gets its first words as one; the text itself stays whole.
  const written = stated[letter]
  const isMade = stated[title] === undefined && typeof written === 'string' && act.needs.includes(title)
  return isMade ? { ...stated, [title]: firstWords(written) } : stated
}

/**
 * What its columns state, as a list: an object that grows field by field is laid where garbage is seldom taken out, and what it names stays with it
 * (of a list of a million rows a gigabyte).
 */
export function mappedBy(
  { program, mapping }: Plan,
  { cells, files }: Cells,
): readonly (readonly [field: string, value: unknown])[] {
  const { fields } = program.regulation
  const stated: (readonly [string, unknown])[] = []
  const sender = senderWithAddress(mapping, cells)
  for (const field of Object.keys(mapping.fields)) {
    const text = (cells[mapping.fields[field] ?? ''] ?? '').trim()
    const isNames = files !== undefined && fields[field]?.type === 'attachments'
    if (field === sender?.field) stated.push([field, sender.text])
    else if (text !== '' && !isNames) stated.push([field, readCell(fields[field], text)])
  }
  return stated
}

/** Where a regulation has no field for it, the address of a mail stands behind the name: an answer must be able to find back. */
function senderWithAddress({ fields }: Mapping, cells: Cells['cells']): { readonly field: string; readonly text: string } | null {
  const { sender = '', senderAddress = '' } = cells
  if (senderAddress === '') return null
  const field = Object.keys(fields).find((each) => fields[each] === 'sender')
  if (field === undefined || Object.values(fields).includes('senderAddress')) return null
  return { field, text: `${sender} <${senderAddress}>`.trim() }
}

const firstWords = (letter: string): string => {
  const line =
    letter
      .trim()
      .split(/[\n\u3002\uff01\uff1f!?]/)[0]
      ?.trim() ?? ''
  return [...line].slice(0, 30).join('')
}

/** 来源. Under which number a row is known, and when it was written; `told` is what is to be said of that. */
export type RowOrigin = {
  readonly id: string
  readonly hasOwnId: boolean
  readonly time: string | null
  readonly told: Said | null
}

export function originOf({ mapping, program }: Plan, { cells }: Pick<Cells, 'cells'>): RowOrigin | { readonly unreadable: Said } {
  const written = cellOf(cells, mapping.time)
  const at = written === '' ? null : readLooseTime(written)
  if (written !== '' && at === null) return { unreadable: rowFaults.badTime(mapping.time ?? '', written) }
  const own = cellOf(cells, mapping.source)
  const hasOwnId = own !== '' && !isRounded(own)
  return {
    id: hasOwnId ? own : contentId(program.regulation, cells),
    hasOwnId,
    time: at === null ? null : new Date(at).toISOString(),
    told: own !== '' && !hasOwnId ? notes.roundedId(own) : null,
  }
}

const cellOf = (cells: Readonly<Record<string, string>>, column: string | null): string =>
  column === null ? '' : (cells[column] ?? '').trim()

const errors = /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)|#{4,})$/

/** A mapped cell that is an error of the spreadsheet, if there is one. */
export function cellError({ mapping }: Plan, { cells }: Pick<Cells, 'cells'>): Said | null {
  const columns = [...Object.values(mapping.fields), mapping.source, mapping.time]
  const wrong = columns.find((column) => column !== null && errors.test(cellOf(cells, column)))
  return wrong == null ? null : rowFaults.cellError(wrong, cellOf(cells, wrong))
}
