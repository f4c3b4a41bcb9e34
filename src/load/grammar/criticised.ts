import type { Act } from '../../core/index.js'
import type { Here } from './option.js'

/** The field that holds the unit which is named in a bulletin. */
export function criticisedIn(
  { criticises }: { readonly criticises?: string | undefined },
  { reading, path }: Here,
): Act['criticises'] {
  if (criticises === undefined) return null
  const type = reading.input.fields?.[criticises]?.type
  const at = [...path, 'criticises']
  if (type !== undefined && type !== 'unit') reading.report(at, 'wrong-field-type', { field: criticises, type: 'unit' })
  return reading.name('field', criticises, at)
}
