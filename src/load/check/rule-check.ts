import type { Regulation } from '../../core/index.js'
import type { FindingArgs } from '../format/finding-text-table.js'
import type { Path } from '../format/yaml-file.js'
import type { ClausesInput } from '../grammar/clauses.js'
import type { RegulationInput } from '../grammar/regulation.js'
import type { Reachable } from './reachable.js'

/** What a check looks at. */
export type Checked = {
  readonly regulation: Regulation
  readonly written: RegulationInput
  readonly writtenClauses: ClausesInput
  readonly reachable: Reachable
  /** What stands in regulation.yaml, parameters not yet put in place. */
  readonly raw: unknown
}

/** Something a check found: a code, what it speaks of, and where; in clauses.yaml if it says so. */
export type Remark = {
  readonly code: string
  readonly path: Path
  readonly args?: FindingArgs
  readonly in?: 'clauses'
}

/** One thing to look for. A new one is a function in one of the lists below. */
export type RuleCheck = (checked: Checked) => readonly Remark[]
