import { z } from 'zod'
import type { Condition, FieldType } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { boundEdits, drop, tableIn } from './alter.js'
import type { Reading } from './reading.js'
import { bounds, parts } from './shapes.js'

/** How long a text is, or a list, by its field; of assignments, the units in one part. */
export const lengths = z.record(z.string(), z.strictObject({ ...bounds.shape, part: parts.optional() }))

const haveLength: readonly FieldType[] = ['text', 'longText', 'choices', 'people', 'assignments', 'attachments']

/** What a file asks, as conditions. */
export function lengthsOf(reading: Reading, written: z.infer<typeof lengths>, path: Path): readonly Condition[] {
  return Object.entries(written).map(([field, { atLeast, atMost, part }]): Condition => {
    const at = [...path, field]
    const type = reading.input.fields?.[field]?.type
    if (type !== undefined && !haveLength.includes(type))
      reading.report(at, 'wrong-field-type', { field, type: haveLength.join(', ') }, 'key')
    if (part !== undefined && type !== undefined && type !== 'assignments')
      reading.report([...at, 'part'], 'wrong-field-type', { field, type: 'assignments' })
    return {
      op: 'length',
      field: reading.name('field', field, at, 'key'),
      part: part ?? null,
      atLeast: atLeast ?? null,
      atMost: atMost ?? null,
    }
  })
}

/** Other bounds; any part. */
export const lengthEdits = (written: unknown, path: Path): readonly Edit[] =>
  tableIn(written).flatMap(([field, asked]) => [...boundEdits(asked, [...path, field]), ...drop(asked, 'part', [...path, field])])
