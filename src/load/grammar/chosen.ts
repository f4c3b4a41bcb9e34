import { z } from 'zod'
import { type Act, chosenBy } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { drop } from './alter.js'
import type { Here } from './option.js'
import { each } from './reading.js'
import { word } from './shapes.js'

/** 选取 as written: by lot or by hand, and the field that keeps how. */
export const chosen = z.strictObject({ by: z.enum(chosenBy), record: word })

type Written = {
  readonly chosen?: z.infer<typeof chosen> | undefined
  readonly starts?: unknown
  readonly of?: string | undefined
  readonly needs?: string | readonly string[] | undefined
}

/** The platform writes the record in every matter chosen, and nothing else is asked for there: each is done to at once. */
export function chosenIn({ chosen: written, needs, starts, of }: Written, { reading, path }: Here): Act['chosen'] {
  if (written === undefined) return null
  const at = [...path, 'chosen']
  const type = reading.input.fields?.[written.record]?.type
  if (type !== undefined && type !== 'text') {
    reading.report([...at, 'record'], 'wrong-field-type', { field: written.record, type: 'text' })
  }
  const needed = each(needs, []).map(({ value }) => value)
  if (starts !== undefined || (of ?? 'matter') !== 'matter' || needed.length !== 1 || needed[0] !== written.record) {
    reading.report(at, 'chosen-needs-record', { field: written.record }, 'key')
  }
  return { by: written.by, record: reading.name('field', written.record, [...at, 'record']) }
}

export const chosenEdits = (written: Written, path: Path): readonly Edit[] => drop(written, 'chosen', path)

export const chosenFields = (rule: Act['chosen'], path: Path) =>
  rule === null ? [] : [{ field: rule.record, path: [...path, 'record'] }]
