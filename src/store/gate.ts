import type { Gate, GovernmentId } from './types.js'

/** Collects the values of a statement while its text is written. */
export class Values {
  readonly list: unknown[] = []
  /** Adds a value; answers its placeholder. */
  add(value: unknown): string {
    this.list.push(value)
    return `$${this.list.length}`
  }
}

/**
 * 可见范围. The one condition that decides what a viewer gets: every list, count, search, export and read of a matter,
 * or of what hangs on a matter, contains it. `m` is the matter.
 */
export function visible(government: GovernmentId, gate: Gate, values: Values): string {
  const conditions = [`m.government = ${values.add(government)}`]
  if (gate.scope === 'none') conditions.push('false')
  else if (gate.scope !== 'all') conditions.push(`m.units && ${values.add(gate.scope.units)}::text[]`)
  if (gate.notHiddenFrom.length > 0) conditions.push(`not m.hidden_from && ${values.add(gate.notHiddenFrom)}::text[]`)
  return conditions.join(' and ')
}

/** The same inside a function of the database, which is told it: whom the matter must reach (null: anybody), and who reads it. */
export const visibleIn = (government: string, reached: string, readers: string): string =>
  `m.government = ${government} and (${reached} is null or m.units && ${reached}) and not m.hidden_from && ${readers}`

/** A gate as such a function is told it. */
export const toldGate = ({
  scope,
  notHiddenFrom,
}: Gate): readonly [reached: readonly string[] | null, readers: readonly string[]] => [
  scope === 'all' ? null : scope === 'none' ? [] : scope.units,
  notHiddenFrom,
]
