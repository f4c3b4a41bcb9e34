import { day } from '../time/day.js'
import type { FieldType } from './field-type.js'
import type { Field } from './regulation.js'

/** Nothing is without a bound: where a regulation sets none, as many letters, or as much, as nobody means to exceed. */
const most: Readonly<Record<FieldType, number>> = {
  text: 500,
  longText: 20_000,
  choice: 100,
  choices: 100,
  boolean: 1,
  number: 1_000_000_000_000,
  date: 10,
  time: 40,
  unit: 100,
  person: 100,
  people: 100,
  requesters: 100,
  matter: 100,
  assignments: 100,
  limit: 10_000,
  items: 50,
  attachments: 20,
}

/** The first and the last day that anybody means in a form. */
export const daysStated = { first: day('1900-01-01'), last: day('2199-12-31') } as const

/** 上限. Of letters in a text, of entries in a list, of a number; the same for a field wherever it is filled in. */
export const mostOf = ({ type, most: own }: Pick<Field, 'type' | 'most'>): number => own ?? most[type]
