import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { each } from '../grammar/reading.js'
import type { ActInput } from '../grammar/schema-acts.js'
import {
  change,
  conditionEdits,
  drop,
  dropEach,
  dropSome,
  limitEdits,
  nudge,
  optional,
  tableIn,
  toAnother,
} from './mutate-parts.js'

/** Stages there are, of the matter and of its shares. */
export type StageNames = { readonly matter: readonly string[]; readonly assignment: readonly string[] }

/** Ways in which an act could be written otherwise. Whom it `tells` shows in notices, which no worked example looks at: left out. */
export function actEdits(written: ActInput, path: Path, stages: StageNames): readonly Edit[] {
  const at = (key: string): Path => [...path, key]
  const own = written.of === 'assignment' ? stages.assignment : stages.matter
  return [
    ...dropEach(written.by, at('by')),
    ...fromEdits(written.from, at('from'), own),
    ...fromEdits(written.during, at('during'), stages.matter),
    ...passageEdits(written.starts, at('starts'), own),
    ...passageEdits(written.to, at('to'), own),
    ...drop(written, 'to', path),
    ...movesEdits(written.moves, at('moves'), stages),
    ...toAnother(stages.assignment, written.assigns, at('assigns')),
    ...each(written.needs, at('needs')).map(({ value }) => optional(written, value, path)),
    ...needsWhenEdits(written.needsWhen, at('needsWhen')),
    ...conditionEdits(written.when, at('when'), 'nothing'),
    ...windowEdits(written, path),
    ...nudge(written.times, at('times'), 1),
    ...drop(written, 'times', path),
    ...dropEach(written.notBy, at('notBy')),
    ...dropEach(written.keptFrom, at('keptFrom')),
    ...tableOrList(written.sets, at('sets')),
    ...followsEdits(written.follows, at('follows')),
    ...drop(written, 'needsForce', path),
  ]
}

/** One stage fewer. Where all stages are meant: the first alone; where all but some: one exception fewer. */
function fromEdits(written: ActInput['from'], path: Path, stages: readonly string[]): readonly Edit[] {
  if (written === 'any') return stages.slice(0, 1).map((first) => change(path, written, first))
  return isRecord(written) ? dropEach(written.except, [...path, 'except']) : dropEach(written, path)
}

/** Passages: one fewer, to another stage, their conditions. */
export function passageEdits(written: unknown, path: Path, stages: readonly string[]): readonly Edit[] {
  const passages = each(written, path)
  return [
    ...(passages.length > 1 ? dropEach(written, path) : []),
    ...passages.flatMap(({ value, path: at }) =>
      isRecord(value)
        ? [...toAnother(stages, value.to, [...at, 'to']), ...conditionEdits(value.when, [...at, 'when'])]
        : toAnother(stages, value, at),
    ),
  ]
}

function movesEdits(written: ActInput['moves'], path: Path, stages: StageNames): readonly Edit[] {
  if (written === undefined) return []
  return [
    { path, what: 'without moves' },
    ...toAnother(stages.assignment, written.to, [...path, 'to']),
    ...dropSome(written.of, [...path, 'of']),
  ]
}

const needsWhenEdits = (written: ActInput['needsWhen'], path: Path): readonly Edit[] =>
  each(written, path).flatMap(({ value, path: at }) => [
    ...(at.length > path.length ? [{ path: at, what: 'without this need' }] : [{ path, what: 'without this need', value: [] }]),
    ...dropSome(value.fields, [...at, 'fields']),
    ...conditionEdits(value.when, [...at, 'when']),
  ])

function windowEdits(written: ActInput, path: Path): readonly Edit[] {
  const at = [...path, 'within']
  return [
    ...drop(written, 'within', path),
    ...limitEdits(written.within, at),
    ...conditionEdits(written.within?.unless, [...at, 'unless'], 'nothing'),
  ]
}

const tableOrList = (written: unknown, path: Path): readonly Edit[] =>
  isRecord(written)
    ? Object.keys(written).map((key) => ({ path: [...path, key], what: `without ${key}` }))
    : dropEach(written, path)

const followsEdits = (written: ActInput['follows'], path: Path): readonly Edit[] => [
  ...tableOrList(written, path),
  ...tableIn(written).flatMap(([act, { when }]) => conditionEdits(when, [...path, act, 'when'])),
]
