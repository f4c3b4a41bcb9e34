import type { Desk } from '../../../contract/index.js'

export type Work = Desk['groups'][number]['work']
const works: readonly Work[] = ['receive', 'decide', 'review', 'handle', 'supervise', 'close']
export const shows = ['overdue', 'today', 'soon'] as const

/** What of the desk is looked at: the first of each kind of work, all of one, or what is due by a day. */
export type DeskPart =
  | { readonly by: 'all' }
  | { readonly by: 'work'; readonly work: Work }
  | { readonly by: 'due'; readonly show: (typeof shows)[number] }

export function readPart(query: URLSearchParams): DeskPart {
  const work = works.find((each) => each === query.get('work'))
  if (work !== undefined) return { by: 'work', work }
  const show = shows.find((each) => each === query.get('show'))
  return show === undefined ? { by: 'all' } : { by: 'due', show }
}

/** The same part, as the address holds it. */
export const partQuery = (part: DeskPart): { readonly work: string; readonly show: string } => ({
  work: part.by === 'work' ? part.work : '',
  show: part.by === 'due' ? part.show : '',
})

export const isSamePart = (one: DeskPart, other: DeskPart): boolean =>
  JSON.stringify(partQuery(one)) === JSON.stringify(partQuery(other))
