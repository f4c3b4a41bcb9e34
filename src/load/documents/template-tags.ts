import {
  countedColumns,
  type DocumentList,
  type DocumentRule,
  type DocumentValue,
  documentLists,
  documentValues,
  type Question,
  type Regulation,
} from '../../core/index.js'
import { countedNames, formerValueNames, listNames, partName, totalName, valueNames } from './tag-names.js'

/** What one name in a template means. */
export type Meant =
  | { readonly kind: 'value'; readonly value: DocumentValue }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'list'; readonly list: DocumentList }
  | { readonly kind: 'asked'; readonly question: Question }

/**
 * Every name that a template of a document may use, with what it means: what is written for it goes before what any matter has, and that
 * before a field of the regulation. Ids do as well as Chinese names. What a name meant before, it means where nothing else bears it.
 */
export function namesIn(regulation: Regulation, rule: DocumentRule): ReadonlyMap<string, Meant> {
  const names = new Map<string, Meant>()
  for (const [former, value] of Object.entries(formerValueNames)) names.set(former, { kind: 'value', value })
  for (const { id, name } of Object.values(regulation.fields))
    for (const each of [id, name.zh]) names.set(each, { kind: 'field', field: id })
  for (const value of documentValues) for (const each of [value, valueNames[value]]) names.set(each, { kind: 'value', value })
  for (const list of listsKnown) for (const each of [list, listNames[list].name]) names.set(each, { kind: 'list', list })
  for (const { id, name } of Object.values(rule.writes))
    for (const each of [id, name.zh]) names.set(each, { kind: 'written', text: id })
  for (const question of Object.values(rule.asks))
    for (const each of [question.id, question.name.zh]) names.set(each, { kind: 'asked', question })
  return names
}

const listsKnown = Object.keys(documentLists) as DocumentList[]

/** What the rows say that answer a question, by the names that a template uses; a question that one text answers has none. */
export function columnsAsked({ asks }: Pick<DocumentRule, 'asks'>, question: Question): ReadonlyMap<string, string> {
  const columns = columnsOfKind(asks, question)
  return new Map(columns.flatMap(([id, zh]) => [[id, id] as const, [zh, id] as const]))
}

type Column = readonly [id: string, zh: string]

function columnsOfKind(asks: DocumentRule['asks'], question: Question): readonly Column[] {
  const part: Column = [partName.id, partName.zh]
  switch (question.kind) {
    case 'figure':
      return []
    case 'apart':
      return [part, ...question.columns.map((id): Column => [id, asks[id]?.name.zh ?? id])]
    case 'matters':
      return countedColumns.map((id): Column => [id, countedNames[id]])
    case 'assessed':
      return [part, ...question.lines.map(({ id, name }): Column => [id, name.zh]), [totalName.id, totalName.zh]]
  }
}

/** What the rows of a list say, by the names that a template uses. */
export function columnsOf(list: DocumentList): ReadonlyMap<string, string> {
  const { columns } = listNames[list]
  return new Map(
    documentLists[list].flatMap((id): [string, string][] => [
      [id, id],
      [columns[id] ?? id, id],
    ]),
  )
}
