import type { Values } from '../gate.js'

/** What a term is told of: a fact that figures count, of any duty or (where it fell due) of one. */
export type TermOf = { readonly regulation: string; readonly fact: string; readonly duty: string }

/**
 * 口径的一项. What a figure that regulations declare counts, or counts of: a matter belongs to it that had one of these facts in the time span.
 * Named by what it is, so that figures that count the same share it.
 */
export type Term = { readonly name: string; readonly of: readonly TermOf[] }

/** How a matter belongs to a term of duties: every due time of it that passed was met in time, one was missed, those missed are done since, one is not done to this day. */
export type TermHow = 'any' | 'onTime' | 'missed' | 'lateClosed' | 'lateOpen'

/** What is left out of a figure, with its reason, is counted beside it. */
export const leftOut = 'out:'

/** What is counted of a term, as `FigureCount.declared` names it. */
export const termKey = (
  name: string,
  what: 'any' | 'missed' | 'lateOpen' | { readonly rating: string },
  isOut = false,
): string => {
  const said = what === 'any' ? '' : typeof what === 'string' ? `:${what}` : `:rated:${what.rating}`
  return `${isOut ? leftOut : ''}${name}${said}`
}

/** As rows of a statement: `name, regulation, fact, duty`. */
export const termRows = (terms: readonly Term[]): string =>
  JSON.stringify(terms.flatMap(({ name, of }) => of.map((each) => ({ name, ...each }))))

export const termTable = (value: string): string =>
  `select name, regulation, fact, duty from jsonb_to_recordset(${value}::jsonb) as t(name text, regulation text, fact text, duty text)`

/** How each matter belongs to each term, from the facts of a time span, as a common table expression. */
export const toldOf = (terms: readonly Term[], own: string, values: Values): string => `, term as materialized (
  ${termTable(values.add(termRows(terms)))}
), told as materialized (
  select f.key, f.matter, t.name, bool_or(f.is_late) as was_late, bool_or(f.is_open) as is_open, substring(max(f.rating) from 19) as rating,
    exists(select from mark x where x.government = ${own} and x.matter = f.matter and x.mark = 'excluded') as is_out
  from fact f join term t on t.regulation = f.regulation and t.fact = f.fact and t.duty in ('', f.duty)
  group by f.key, f.matter, t.name
)`

/** Whether a row of `told` belongs in this way. */
export function isSo(how: TermHow): string {
  switch (how) {
    case 'any':
      return 'true'
    case 'onTime':
      return '(not was_late and not is_open)'
    case 'missed':
      return '(was_late or is_open)'
    case 'lateClosed':
      return '(was_late and not is_open)'
    case 'lateOpen':
      return 'is_open'
  }
}
