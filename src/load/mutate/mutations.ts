import type { ClauseRef, Regulation } from '../../core/index.js'
import { type Edit, isRecord, valueAt } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { resolveClauses } from '../grammar/citations.js'
import type { LoadedRegulation } from '../grammar/load-regulation.js'
import { each } from '../grammar/reading.js'
import type { RegulationInput } from '../grammar/schema.js'
import { actEdits, passageEdits, type StageNames } from './mutate-act.js'
import { dutyEdits } from './mutate-duty.js'
import { officeDutyEdits } from './mutate-office-duty.js'
import { dayEdits, drop, dropEach, dropSome, nudge, tableIn } from './mutate-parts.js'
import { frameEdits, prohibitionEdits, sightEdits } from './mutate-sight.js'

/**
 * 变异. A regulation that differs in one rule, or in all that rest on one clause. Some worked example should notice: else either an
 * example is missing or the rule is superfluous.
 */
export type Mutation = {
  /** `acts.dispatch`, `duties.reply`, `visibility.fields`. */
  readonly rule: string
  readonly path: Path
  readonly clause: readonly ClauseRef[]
  readonly what: string
  readonly edits: readonly Edit[]
  /** All that rests on one clause, not one rule. */
  readonly isOfClause: boolean
}

/** Each rule altered or taken out, one at a time. */
export function mutationsOf({ regulation, written }: LoadedRegulation): readonly Mutation[] {
  if (regulation === null || written === null) return []
  const edits = [
    ...fieldEdits(written),
    ...stageEdits(written),
    ...Object.entries(written.acts).flatMap(([id, act]) => actEdits(act, ['acts', id], stageNames(written))),
    ...Object.entries(written.duties ?? {}).flatMap(([id, duty]) =>
      dutyEdits(duty, ['duties', id], { roles: holders(regulation), rungs: rungs(regulation, id) }),
    ),
    ...Object.entries(written.officeDuties ?? {}).flatMap(([id, duty]) =>
      officeDutyEdits(duty, ['officeDuties', id], {
        roles: holders(regulation),
        rungs: regulation.officeDuties[id]?.ladder.map((rung) => rung.id) ?? [],
      }),
    ),
    ...prohibitionEdits(written),
    ...sightEdits(written),
    ...frameEdits(written),
    ...dayEdits(written.effective.from, ['effective', 'from']),
    ...dayEdits(written.effective.to, ['effective', 'to']),
  ]
  return edits.map((edit) => ({
    rule: edit.path.slice(0, 2).join('.'),
    path: edit.path,
    clause: clausesAt(written, edit.path, regulation),
    what: edit.what,
    edits: [edit],
    isOfClause: false,
  }))
}

const stageNames = (written: RegulationInput): StageNames => ({
  matter: Object.keys(written.stages),
  assignment: Object.keys(written.assignmentStages ?? {}),
})

const holders = ({ roles }: Regulation): readonly string[] =>
  Object.values(roles)
    .filter(({ kind }) => kind !== 'system' && kind !== 'outside')
    .map(({ id }) => id)

const rungs = ({ duties }: Regulation, id: string): readonly string[] => duties[id]?.ladder.map((rung) => rung.id) ?? []

/** Bounds, parts and units of what may be stated; options that rest on a clause. */
const fieldEdits = ({ fields }: RegulationInput): readonly Edit[] =>
  Object.entries(fields ?? {}).flatMap(([id, field]) => {
    const at = (key: string): Path => ['fields', id, key]
    return [
      ...nudge(field.least, at('least')),
      ...nudge(field.most, at('most')),
      ...(field.units === undefined ? [] : drop(field, 'units', ['fields', id])),
      ...dropSome(field.parts, at('parts')),
      ...drop(field, 'needsLead', ['fields', id]),
      ...drop(field, 'identity', ['fields', id]),
      ...drop(field, 'default', ['fields', id]),
      ...tableIn(field.options)
        .filter(([, option]) => option.clause !== undefined)
        .map(([option]) => ({ path: [...at('options'), option], what: `without ${option}` })),
    ]
  })

const stageEdits = (written: RegulationInput): readonly Edit[] =>
  Object.entries(written.stages).flatMap(([id, { next }]) => {
    const path = ['stages', id, 'next']
    const all = Object.keys(written.stages)
    return each(next, path).length > 1
      ? passageEdits(next, path, all)
      : [...dropEach(next, path), ...passageEdits(next, path, all)]
  })

/** The clauses of the nearest rule around a place. */
function clausesAt(written: RegulationInput, path: Path, { clauses }: Regulation): readonly ClauseRef[] {
  for (let length = path.length; length > 0; length -= 1) {
    const holder = valueAt(written, path.slice(0, length))
    if (isRecord(holder) && holder.clause !== undefined) return resolveClauses(holder.clause, clauses)
  }
  return []
}
