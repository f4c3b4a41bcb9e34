import type { Act } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { drop } from './alter.js'
import type { Here, Option } from './option.js'

type Key = 'criticises' | 'commends'
type Written = { readonly [K in Key]?: string | undefined }

/** The field that holds the unit which an act criticises or praises. */
export const naming = <K extends Key>(key: K): Option<Written, Act, K> =>
  ({
    read: (written: Written, here: Here) => namedUnit(written[key], key, here),
    edits: (written: Written, path: Path) => drop(written, key, path),
    fields: (field: string | null, path: Path) => (field === null ? [] : [{ field, path }]),
  }) as Option<Written, Act, K>

function namedUnit(field: string | undefined, key: Key, { reading, path }: Here): string | null {
  if (field === undefined) return null
  const type = reading.input.fields?.[field]?.type
  const at = [...path, key]
  if (type !== undefined && type !== 'unit') reading.report(at, 'wrong-field-type', { field, type: 'unit' })
  return reading.name('field', field, at)
}
