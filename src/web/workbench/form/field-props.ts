import type { FieldView } from '../../../contract/index.js'

/** What a form holds before it is sent: field by field, as typed. */
export type Values = Readonly<Record<string, unknown>>

/** An input for a field. It shows `value` whatever its shape, and hands back what was typed, readable or not: the server decides. */
export type InputProps = {
  readonly field: FieldView
  readonly id: string
  readonly value: unknown
  readonly change: (value: unknown) => void
  /** Attributes that tie the input to its hint and its problem. */
  readonly aria: { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true; readonly 'aria-required'?: true }
}

/** A field with its name, its hint and what is wrong with it. */
export type RowProps = {
  readonly field: FieldView
  readonly id: string
  readonly value: unknown
  readonly problem: string | null
  readonly change: (value: unknown) => void
  /** What the server said of fields within it, by `itemFieldId`. */
  readonly problems?: Readonly<Record<string, string>>
}

/** Whether an input is a group of controls, named by a legend, rather than one control with a label. */
export const isGroup = ({ type, options }: FieldView): boolean =>
  type === 'boolean' ||
  type === 'choices' ||
  type === 'assignments' ||
  type === 'items' ||
  type === 'limit' ||
  type === 'attachments' ||
  (type === 'choice' && options.length <= mostRadios) ||
  (type === 'people' && options.length <= mostTicks)

export const mostRadios = 7
/** A government has a dozen leaders at most. */
export const mostTicks = 15

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

export const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
