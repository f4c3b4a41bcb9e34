import { z } from 'zod'
import { type Passage, unreachable } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { change, dropEach, toAnother } from './alter.js'
import { condition, conditionEdits, conditionOf } from './condition.js'
import { each, named, type Reading } from './reading.js'
import { word, words } from './shapes.js'

export const passage = z.strictObject({ to: word, when: condition.optional() })
export const passages = z.union([word, z.array(z.union([word, passage])), passage]).meta({ id: 'Passages' })
export type PassagesInput = z.infer<typeof passages>

/** Stages an act may start from: one, several, `any`, or all but some. */
export const stagesFrom = z.union([word, z.array(word), z.strictObject({ except: words })]).meta({ id: 'StagesFrom' })
export type StagesFromInput = z.infer<typeof stagesFrom>

export type StageKind = 'stage' | 'assignment-stage' | 'item-stage'

/** Where to, in order: the first whose condition holds. */
export function passagesOf(
  reading: Reading,
  written: PassagesInput | undefined,
  path: Path,
  kind: StageKind,
): readonly Passage[] {
  return each(written, path).map(({ value, path: at }) => {
    if (typeof value === 'string') return { to: reading.name(kind, value, at), when: null }
    return { to: reading.name(kind, value.to, [...at, 'to']), when: conditionOf(reading, value.when, [...at, 'when']) }
  })
}

/** Stages as written: some, any that is no end, or all that are no end but some. */
export function stagesOf(reading: Reading, written: StagesFromInput | undefined, path: Path, kind: StageKind): readonly string[] {
  if (written === undefined) return []
  const all = stagesAmong(reading, kind) ?? {}
  const running = Object.keys(all).filter((id) => all[id]?.end !== true)
  if (written === 'any') return running
  if (typeof written === 'string' || Array.isArray(written)) return named(reading, kind, written, path)
  const except = named(reading, kind, written.except, [...path, 'except'])
  return running.filter((id) => !except.includes(id))
}

function stagesAmong({ input }: Reading, kind: StageKind): Reading['input']['stages'] {
  switch (kind) {
    case 'stage':
      return input.stages
    case 'assignment-stage':
      return input.assignmentStages
    case 'item-stage':
      return input.itemStages
    default:
      return unreachable(kind)
  }
}

/** One stage fewer. Where all stages are meant: the first alone; where all but some: one exception fewer. */
export function stagesEdits(written: StagesFromInput | undefined, path: Path, stages: readonly string[]): readonly Edit[] {
  if (written === 'any') return stages.slice(0, 1).map((first) => change(path, written, first))
  return isRecord(written) ? dropEach(written.except, [...path, 'except']) : dropEach(written, path)
}

/** Passages: one fewer, to another stage, their conditions. */
export function passageEdits(written: unknown, path: Path, stages: readonly string[]): readonly Edit[] {
  const entries = each(written, path)
  return [
    ...(entries.length > 1 ? dropEach(written, path) : []),
    ...entries.flatMap(({ value, path: at }) =>
      isRecord(value)
        ? [...toAnother(stages, value.to, [...at, 'to']), ...conditionEdits(value.when, [...at, 'when'])]
        : toAnother(stages, value, at),
    ),
  ]
}
