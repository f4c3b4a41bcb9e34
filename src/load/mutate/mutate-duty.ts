import { type Edit, edited, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { each } from '../grammar/reading.js'
import type { DutyInput, ExtendInput, RungInput } from '../grammar/schema-duties.js'
import {
  change,
  conditionEdits,
  drop,
  dropEach,
  dropSome,
  inAnotherUnit,
  limitEdits,
  nudge,
  periodEdits,
  timeEdits,
  toAnother,
} from './mutate-parts.js'

const effectKeys = ['metBy', 'reopenedBy', 'cancelledBy', 'pausedBy', 'resumedBy', 'tightenedBy'] as const

/** Roles there are, and what the duty's rungs are called. */
export type DutyNames = { readonly roles: readonly string[]; readonly rungs: readonly string[] }

/** Ways in which a duty could be written otherwise. */
export function dutyEdits(written: DutyInput, path: Path, names: DutyNames): readonly Edit[] {
  const at = (key: string): Path => [...path, key]
  return [
    { path, what: 'without this duty' },
    ...toAnother(names.roles, written.holder, at('holder')),
    ...dropSome(written.parts, at('parts')),
    ...triggerEdits(written.opens, at('opens')),
    ...conditionEdits(written.appliesTo, at('appliesTo'), 'nothing'),
    ...drop(written, 'within', path),
    ...limitEdits(written.within, at('within')),
    ...drop(written, 'countFrom', path),
    ...drop(written, 'notAfter', path),
    ...limitEdits(written.notAfter, at('notAfter')),
    ...drop(written, 'soft', path),
    ...effectKeys.flatMap((key) => triggerEdits(written[key], at(key))),
    ...extendEdits(written.extend, at('extend')),
    ...dropEach(written.ladder, at('ladder')),
    ...each(written.ladder, at('ladder')).flatMap(({ value, path: place }, index) =>
      rungEdits(value, place, names.rungs[index] ?? ''),
    ),
  ]
}

/** What opens, meets, stops a duty: one fewer, and under which condition. */
const triggerEdits = (written: unknown, path: Path): readonly Edit[] => [
  ...dropEach(written, path),
  ...each(written, path).flatMap(({ value, path: at }) =>
    isRecord(value) ? [...conditionEdits(value.when, [...at, 'when']), ...dropSome(value.in, [...at, 'in'])] : [],
  ),
]

function extendEdits(written: ExtendInput | undefined, path: Path): readonly Edit[] {
  if (written === undefined) return []
  const at = (key: string): Path => [...path, key]
  const unit = written.unit ?? 'workdays'
  const [other] = inAnotherUnit(unit, 2)
  const asks = written.asks === 'any-time' ? 'before-due' : 'any-time'
  return [
    { path, what: 'without extension' },
    ...nudge(written.times, at('times')),
    ...drop(written, 'times', path),
    change(at('unit'), unit, other),
    change(at('asks'), written.asks ?? 'before-due', asks),
    change(at('holds'), written.holds ?? false, !(written.holds ?? false)),
    ...conditionEdits(written.unless, at('unless'), 'nothing'),
    ...drop(written, 'total', path),
    ...(typeof written.total === 'number' ? nudge(written.total, at('total')) : []),
    ...(Array.isArray(written.total) ? each(written.total, at('total')) : []).flatMap(({ value, path: place }) => [
      { path: place, what: `without total ${value.total}` },
      ...nudge(value.total, [...place, 'total']),
      ...conditionEdits(value.when, [...place, 'when']),
    ]),
  ]
}

/**
 * A rung. Whom it urges, to whom it refers and how often it criticises shows in notices and reports, which no worked example looks
 * at: they are left out. An id made of the alert or the moment would change with it: it is written out, so that only they do.
 */
export function rungEdits(bare: RungInput, path: Path, id: string): readonly Edit[] {
  const written: RungInput = { ...bare, id }
  const at = (key: string): Path => [...path, key]
  const { alert, ...dark } = written
  const moments = (['before', 'late', 'after'] as const).flatMap((key) => periodEdits(written[key], at(key)))
  return [
    ...moments.map((edit) => ({ ...edit, path, value: edited(written, [{ ...edit, path: edit.path.slice(path.length) }]) })),
    ...timeEdits(written.earlierOnDayOff, at('earlierOnDayOff')),
    ...drop(written, 'earlierOnDayOff', path),
    ...timeEdits(written.at, at('at')),
    ...drop(written, 'at', path),
    ...(alert === undefined ? [] : [{ path, what: `without ${alert}`, value: dark }]),
    ...(written.deduct ? [...nudge(written.deduct, at('deduct')), ...drop(written, 'deduct', path)] : []),
    ...conditionEdits(written.unless, at('unless'), 'nothing'),
  ]
}
