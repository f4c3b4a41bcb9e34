/** What a field may hold. */
export const fieldTypes = [
  'text',
  'longText',
  'choice',
  'choices',
  'boolean',
  'number',
  'date',
  'time',
  'unit',
  'person',
  'people',
  'requesters',
  'matter',
  'assignments',
  'limit',
  'items',
  'attachments',
] as const
export type FieldType = (typeof fieldTypes)[number]
