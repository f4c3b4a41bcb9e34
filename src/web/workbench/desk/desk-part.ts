import type { Desk } from '../../../contract/index.js'

export type WorkKind = Desk['groups'][number]['kind']
const kinds: readonly WorkKind[] = ['receive', 'decide', 'review', 'handle', 'supervise', 'close']
export const shows = ['overdue', 'today', 'soon'] as const

/** What of the desk is looked at: the first of each kind, all of one kind, or what is due by a day. */
export type DeskPart =
  | { readonly by: 'all' }
  | { readonly by: 'kind'; readonly kind: WorkKind }
  | { readonly by: 'due'; readonly show: (typeof shows)[number] }

export function readPart(query: URLSearchParams): DeskPart {
  const kind = kinds.find((each) => each === query.get('kind'))
  if (kind !== undefined) return { by: 'kind', kind }
  const show = shows.find((each) => each === query.get('show'))
  return show === undefined ? { by: 'all' } : { by: 'due', show }
}

/** The same part, as the address holds it. */
export const partQuery = (part: DeskPart): { readonly kind: string; readonly show: string } => ({
  kind: part.by === 'kind' ? part.kind : '',
  show: part.by === 'due' ? part.show : '',
})

export const isSamePart = (one: DeskPart, other: DeskPart): boolean =>
  JSON.stringify(partQuery(one)) === JSON.stringify(partQuery(other))
