import type { ClauseRef, Regulation } from '../../core/index.js'
import { type Edit, isRecord, valueAt } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { resolveClauses } from '../grammar/citations.js'
import type { LoadedRegulation } from '../grammar/load-regulation.js'
import { type Among, optionEdits } from '../grammar/option.js'
import { type RegulationInput, regulationOptions } from '../grammar/regulation.js'

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

/** Each rule altered or taken out, one at a time: what each option of the format says of itself. */
export function mutationsOf({ regulation, written }: LoadedRegulation): readonly Mutation[] {
  if (regulation === null || written === null) return []
  return optionEdits(regulationOptions, written, [], amongIn(regulation, written)).map((edit) => ({
    rule: edit.path.slice(0, 2).join('.'),
    path: edit.path,
    clause: clausesAt(written, edit.path, regulation),
    what: edit.what,
    edits: [edit],
    isOfClause: false,
  }))
}

const amongIn = ({ roles }: Regulation, written: RegulationInput): Among => ({
  stages: Object.keys(written.stages),
  assignmentStages: Object.keys(written.assignmentStages ?? {}),
  itemStages: Object.keys(written.itemStages ?? {}),
  roles: Object.values(roles)
    .filter(({ kind }) => kind !== 'system' && kind !== 'outside')
    .map(({ id }) => id),
})

/** The clauses of the nearest rule around a place. */
function clausesAt(written: RegulationInput, path: Path, { clauses }: Regulation): readonly ClauseRef[] {
  for (let length = path.length; length > 0; length -= 1) {
    const holder = valueAt(written, path.slice(0, length))
    if (isRecord(holder) && holder.clause !== undefined) return resolveClauses(holder.clause, clauses)
  }
  return []
}
