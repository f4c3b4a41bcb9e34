import { z } from 'zod'
import type { ActWindow, Limit } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { condition, conditionEdits, conditionOf } from './condition.js'
import { limitEdits, limitOf, limitShape } from './limit.js'
import type { Here } from './option.js'
import { clausesOf, nameOf } from './reading.js'
import { name, word } from './shapes.js'

const disputed = z.strictObject({ ...limitShape, says: name })

/** 办理期间 as written: a limit, the act it is counted from, what lifts it, and a longer one that a higher text may give. */
export const actWindow = z.strictObject({
  ...limitShape,
  from: word,
  unless: condition.optional(),
  disputed: disputed.optional(),
})
type Written = z.infer<typeof actWindow> | undefined
type Place = Pick<Here, 'reading' | 'path'>

export function windowOf(written: Written, { reading, path }: Place): ActWindow | null {
  if (written === undefined) return null
  const { from, unless, disputed: longer, clause, ...limit } = written
  return {
    limit: limitOf(reading, limit, path),
    from: reading.name('act', from, [...path, 'from']),
    unless: conditionOf(reading, unless, [...path, 'unless']),
    disputed: longer === undefined ? null : disputedOf(longer, { reading, path: [...path, 'disputed'] }),
    clause: clausesOf(reading, clause, [...path, 'clause']),
  }
}

function disputedOf({ says, ...limit }: z.infer<typeof disputed>, { reading, path }: Place): ActWindow['disputed'] {
  return { limit: limitOf(reading, limit, path), says: nameOf(says) }
}

export const windowLimits = (window: ActWindow | null, path: Path): readonly { readonly limit: Limit; readonly path: Path }[] =>
  window === null
    ? []
    : [
        { limit: window.limit, path },
        ...(window.disputed === null ? [] : [{ limit: window.disputed.limit, path: [...path, 'disputed'] }]),
      ]

/** How a window could be written otherwise, but for left out whole. */
export function windowEdits(written: Written, path: Path): readonly Edit[] {
  if (written === undefined) return []
  const { from, unless, disputed: longer, ...limit } = written
  const kept = { from, ...(unless === undefined ? {} : { unless }), ...(longer === undefined ? {} : { disputed: longer }) }
  return [
    ...limitEdits(limit, path).map((edit) => keeping(edit, path, kept)),
    ...conditionEdits(unless, [...path, 'unless'], 'nothing'),
    ...(longer === undefined ? [] : disputedEdits(longer, [...path, 'disputed'])),
  ]
}

const disputedEdits = ({ says, ...limit }: z.infer<typeof disputed>, path: Path): readonly Edit[] => [
  { path, what: 'without the words for who comes a little too late' },
  ...limitEdits(limit, path).map((edit) => keeping(edit, path, { says })),
]

/** What puts another limit in its place leaves what stands beside it. */
function keeping(edit: Edit, path: Path, kept: Readonly<Record<string, unknown>>): Edit {
  return edit.path.length === path.length && isRecord(edit.value) ? { ...edit, value: { ...edit.value, ...kept } } : edit
}
