import {
  type DocumentList,
  type DocumentRule,
  type DocumentValue,
  documentLists,
  documentValues,
  type Regulation,
} from '../../core/index.js'
import { listNames, valueNames } from './tag-names.js'

/** What one name in a template means. */
export type Meant =
  | { readonly kind: 'value'; readonly value: DocumentValue }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'list'; readonly list: DocumentList }

/**
 * Every name that a template of a document may use, with what it means: what is written for it goes before what any matter has, and that
 * before a field of the regulation. Ids do as well as Chinese names.
 */
export function namesIn(regulation: Regulation, rule: DocumentRule): ReadonlyMap<string, Meant> {
  const names = new Map<string, Meant>()
  for (const { id, name } of Object.values(regulation.fields))
    for (const each of [id, name.zh]) names.set(each, { kind: 'field', field: id })
  for (const value of documentValues) for (const each of [value, valueNames[value]]) names.set(each, { kind: 'value', value })
  for (const list of listsKnown) for (const each of [list, listNames[list].name]) names.set(each, { kind: 'list', list })
  for (const { id, name } of Object.values(rule.writes))
    for (const each of [id, name.zh]) names.set(each, { kind: 'written', text: id })
  return names
}

const listsKnown = Object.keys(documentLists) as DocumentList[]

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
