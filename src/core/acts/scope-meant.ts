import type { ActRequest } from '../events/act-request.js'
import type { Actor } from '../events/event.js'
import type { ActProgram } from '../fold/program.js'
import type { RunningItem } from '../fold/running-item.js'
import type { Scope } from '../fold/scope.js'
import type { Working } from '../fold/working.js'
import type { Act } from '../rules/regulation.js'
import { unreachable } from '../values/unreachable.js'

/**
 * What an act is about: its share or item, the only one that fits, or, where several do, the one that the payload names.
 * `unit` or `item`: it must be named. `none`: there is none that whoever acts may mean; `part`: there is, and not in a part that may do it.
 */
export function scopeMeant(
  working: Working,
  { rule }: ActProgram,
  request: ActRequest,
): Scope | null | 'none' | 'part' | 'unit' | 'item' {
  switch (rule.of) {
    case 'matter':
      return null
    case 'assignment': {
      const named = request.by.unit ?? (typeof request.with.unit === 'string' ? request.with.unit : null)
      const all = named === null ? working.assignments : working.assignments.filter((each) => each.unit === named)
      const able = all.filter(({ part }) => rule.parts.includes(part))
      return all.length > 0 && able.length === 0 ? 'part' : chosen(able, rule, named === null ? 'unit' : null)
    }
    case 'item': {
      const { item } = request.with
      if (isOutOfPart(working, rule, request.by)) return 'part'
      const all = itemsMeant(working, rule, request.by).filter(({ id }) => item === undefined || id === item)
      return chosen(all, rule, item === undefined ? 'item' : null)
    }
    default:
      return unreachable(rule.of)
  }
}

/** Whether whoever acts has a share, and not in a part that may do it. */
const isOutOfPart = ({ active }: Working, { parts }: Act, { unit }: Actor): boolean =>
  active.some((each) => each.unit === unit) && !active.some((each) => each.unit === unit && parts.includes(each.part))

/** The items of the act's kind that whoever acts may mean: a unit only those in its own share. */
export const itemsMeant = ({ items }: Working, { item: kind }: Act, { unit }: Actor): readonly RunningItem[] =>
  items.filter((each) => each.kind.id === kind && (unit === null || each.share === null || each.share.unit === unit))

/** One that runs and fits, else the last that fits, that runs, or that there was; several that fit must be told apart. */
function chosen<Of extends Scope>(all: readonly Of[], { from }: Act, ask: 'unit' | 'item' | null): Of | 'none' | 'unit' | 'item' {
  const fitting = all.filter((each) => from.includes(each.stage.id))
  const active = fitting.filter((each) => each.endedAt === null)
  if (ask !== null && active.length > 1) return ask
  return (
    active[0] ?? fitting[fitting.length - 1] ?? all.findLast((each) => each.endedAt === null) ?? all[all.length - 1] ?? 'none'
  )
}
