import { z } from 'zod'
import type { Requirement } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { condition, conditionEdits, conditionOf, readCondition } from './condition.js'
import { type Here, type Options, placed } from './option.js'
import { clausesOf, each, nameOf } from './reading.js'
import { clauseRefs, name } from './shapes.js'

/** 要件 as written. */
export const requirement = z
  .strictObject({ name, when: condition.optional(), met: condition, clause: clauseRefs.optional() })
  .meta({ id: 'RequirementRule' })
export type RequirementInput = z.infer<typeof requirement>

/** Every option of it. */
export const requirementOptions: Options<RequirementInput, Requirement> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  when: {
    read: ({ when }, { reading, path }) => conditionOf(reading, when, [...path, 'when']),
    edits: ({ when }, path) => conditionEdits(when, [...path, 'when']),
    conditions: (when, path) => placed(when, path),
  },
  met: {
    read: ({ met }, { reading, path }) => readCondition(reading, met, [...path, 'met']),
    edits: ({ met }, path) => conditionEdits(met, [...path, 'met']),
    conditions: (met, path) => placed(met, path),
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}

type Waiving = {
  readonly waives?: string | undefined
  readonly needs?: string | readonly string[] | undefined
  readonly keptFrom?: string | readonly string[] | undefined
}

/** The field by which an act waives: its options are the requirements that may be waived. */
export function waivedIn({ waives }: Waiving, { reading, path }: Here): string | null {
  if (waives === undefined) return null
  const at: Path = [...path, 'waives']
  const field = reading.input.fields?.[waives]
  if (field !== undefined && field.type !== 'choice' && field.type !== 'choices')
    reading.report(at, 'wrong-field-type', { field: waives, type: 'choices' })
  for (const option of Object.keys(field?.options ?? {}))
    reading.name('requirement', option, ['fields', waives, 'options', option], 'key')
  return reading.name('field', waives, at)
}

/** Whoever waives says what and why, and everybody may read it for ever. */
export function checkWaiving({ waives, needs, keptFrom }: Waiving, { reading, path }: Here): void {
  if (waives === undefined) return
  const needed = each(needs, []).map(({ value }) => value)
  const lacking = [waives, 'reason'].filter((field) => !needed.includes(field))
  for (const field of lacking) reading.report([...path, 'waives'], 'waives-without', { field }, 'key')
  if (each(keptFrom, []).length > 0) reading.report([...path, 'keptFrom'], 'waives-in-secret', {}, 'key')
}
