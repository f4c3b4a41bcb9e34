import { type Act, type ActWindow, assignmentRoles } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { checkValue, conditionOf, grounds, readCondition } from './read-condition.js'
import { limitOf } from './read-limit.js'
import { passagesOf, tableOf } from './read-parts.js'
import { clausesOf, each, named, nameOf, type Reading } from './reading.js'
import type { ActInput, StagesFromInput, WindowInput } from './schema-acts.js'

export const actsOf = (reading: Reading): Readonly<Record<string, Act>> =>
  tableOf(reading.input.acts, ['acts'], (id, written, path) => actOf(reading, id, written, path))

function actOf(reading: Reading, id: string, written: ActInput, path: Path): Act {
  const at = (key: string): Path => [...path, key]
  const isOfShare = written.of === 'assignment'
  const kind = isOfShare ? 'assignment-stage' : 'stage'
  checkForm(reading, written, path)
  return {
    id,
    name: nameOf(written.name),
    by: named(reading, 'role', written.by, at('by')),
    of: written.of ?? 'matter',
    starts: written.starts !== undefined,
    from: written.from === undefined ? [] : stagesFrom(reading, written.from, at('from'), kind),
    during: written.during === undefined ? [] : stagesFrom(reading, written.during, at('during'), 'stage'),
    to: passagesOf(reading, written.starts ?? written.to, at(written.starts === undefined ? 'to' : 'starts'), kind),
    moves: movesOf(reading, written, at('moves')),
    assigns: written.assigns === undefined ? null : reading.name('assignment-stage', written.assigns, at('assigns')),
    needs: named(reading, 'field', written.needs, at('needs')),
    takes: named(reading, 'field', written.takes, at('takes')),
    needsWhen: each(written.needsWhen, at('needsWhen')).map((entry) => ({
      fields: named(reading, 'field', entry.value.fields, [...entry.path, 'fields']),
      when: readCondition(reading, entry.value.when, [...entry.path, 'when']),
      clause: clausesOf(reading, entry.value.clause, [...entry.path, 'clause']),
    })),
    ...grounds(reading, written, path),
    within: written.within === undefined ? null : windowOf(reading, written.within, at('within')),
    times: written.times ?? null,
    notBy: named(reading, 'act', written.notBy, at('notBy')),
    sets: setsOf(reading, written, at('sets')),
    follows: followsOf(reading, written, at('follows')),
    tells: named(reading, 'role', written.tells, at('tells')),
    keptFrom: named(reading, 'role', written.keptFrom, at('keptFrom')),
    slip:
      written.slip === undefined
        ? null
        : { name: nameOf(written.slip.name), when: conditionOf(reading, written.slip.when, [...at('slip'), 'when']) },
    corrects: written.corrects ?? false,
    needsForce: written.needsForce ?? false,
    note: written.note ?? '',
  }
}

/** What must and must not stand together. */
function checkForm(reading: Reading, written: ActInput, path: Path): void {
  const isOfShare = written.of === 'assignment'
  if (written.starts === undefined && written.from === undefined) reading.report(path, 'missing-key', { word: 'from' }, 'key')
  if (written.starts !== undefined && (written.from !== undefined || written.to !== undefined)) {
    reading.report(path, 'exactly-one', { words: 'starts, from/to' }, 'key')
  }
  if (written.during !== undefined && !isOfShare) reading.report([...path, 'during'], 'only-for-shares', { key: 'during' }, 'key')
  for (const key of ['starts', 'assigns', 'moves'] as const) {
    if (written[key] !== undefined && isOfShare) reading.report([...path, key], 'not-for-shares', { key }, 'key')
  }
  if (written.assigns === undefined) return
  const asked = [...each(written.needs, []), ...each(written.takes, [])].map((entry) => entry.value)
  const type = reading.input.fields?.assignments?.type ?? 'assignments'
  const isDeclared = type === 'assignments' && reading.known('field').includes('assignments')
  if (!asked.includes('assignments') || !isDeclared) reading.report([...path, 'assigns'], 'assigns-without-field', {}, 'key')
}

/** Stages as written: some, any that is no end, or all that are no end but some. */
function stagesFrom(
  reading: Reading,
  written: StagesFromInput,
  path: Path,
  kind: 'stage' | 'assignment-stage',
): readonly string[] {
  const all = (kind === 'stage' ? reading.input.stages : reading.input.assignmentStages) ?? {}
  const running = Object.keys(all).filter((id) => all[id]?.end !== true)
  if (written === 'any') return running
  if (typeof written === 'string' || Array.isArray(written)) return named(reading, kind, written, path)
  const except = named(reading, kind, written.except, [...path, 'except'])
  return running.filter((id) => !except.includes(id))
}

function movesOf(reading: Reading, { moves }: ActInput, path: Path): Act['moves'] {
  if (moves === undefined) return null
  const roles = each(moves.of, path).map((entry) => entry.value)
  return { to: reading.name('assignment-stage', moves.to, [...path, 'to']), roles: roles.length > 0 ? roles : assignmentRoles }
}

function windowOf(reading: Reading, written: WindowInput, path: Path): ActWindow {
  const { after, unless, clause, ...limit } = written
  return {
    limit: limitOf(reading, limit, path),
    after: reading.name('act', after, [...path, 'after']),
    unless: conditionOf(reading, unless, [...path, 'unless']),
    clause: clausesOf(reading, clause, [...path, 'clause']),
  }
}

function setsOf(reading: Reading, { sets }: ActInput, path: Path): Act['sets'] {
  for (const [field, value] of Object.entries(sets ?? {})) {
    reading.name('field', field, [...path, field], 'key')
    for (const entry of each(value, [...path, field])) checkValue(reading, field, entry.value, entry.path)
  }
  return sets ?? {}
}

function followsOf(reading: Reading, { follows }: ActInput, path: Path): Act['follows'] {
  const listed =
    typeof follows === 'string' || Array.isArray(follows) || follows === undefined
      ? each(follows, path).map((entry) => ({ act: entry.value, when: null, path: entry.path, at: 'value' as const }))
      : Object.entries(follows).map(([act, entry]) => ({
          act,
          when: entry === null || entry === true ? null : conditionOf(reading, entry.when, [...path, act, 'when']),
          path: [...path, act],
          at: 'key' as const,
        }))
  return listed.map(({ act, when, path: place, at }) => {
    reading.name('act', act, place, at)
    const followed = reading.input.acts[act]
    const isOurs = each(followed?.by, []).some(
      (entry) => reading.input.roles?.[entry.value]?.kind === 'system' || entry.value === 'system',
    )
    if (followed && !isOurs) reading.report(place, 'follows-needs-system', { act }, at)
    return { act, when }
  })
}
