import type { FieldView } from '../../contract/index.js'

const filledAs = {
  name: { type: 'text', autoComplete: 'name' },
  telephone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  address: { type: 'text', autoComplete: 'street-address' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  other: { type: 'text', autoComplete: 'off' },
} as const

/** By what a text is (`content` of its field), browsers fill it in and telephones show its keys; the attributes of its input. */
export const filledIn = (content: FieldView['content']) => filledAs[content ?? 'other']
