import type { Clause, ClauseRef } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'

/** A place in regulation.yaml that cites clauses: which rule, where, and which clauses. */
export type Citation = { readonly rule: string; readonly path: Path; readonly clauses: readonly ClauseRef[] }

/** Every citation in the rules, resolved to ids of clauses. */
export function citationsOf(written: unknown, clauses: Readonly<Record<ClauseRef, Clause>>): readonly Citation[] {
  const found: Citation[] = []
  const walk = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, entry] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key]
      if (key === 'clause' && !Array.isArray(value))
        found.push({ rule: path.join('.'), path: at, clauses: resolveClauses(entry, clauses) })
      else walk(entry, at)
    }
  }
  walk(written, [])
  return found
}

/** Ids as they stand, and every entry that has a cite. */
export function resolveClauses(written: unknown, clauses: Readonly<Record<ClauseRef, Clause>>): readonly ClauseRef[] {
  const words = [written].flat().map(String)
  return words.flatMap((word) =>
    Object.hasOwn(clauses, word) ? [word] : Object.values(clauses).flatMap((clause) => (clause.cite === word ? [clause.id] : [])),
  )
}

/** Whether it is for these rules to carry a clause out: one text may rule matters of several kinds, each kind with rules of its own. */
export const isCarriedBy = (
  { regulation, text }: { readonly regulation: string; readonly text?: string | undefined },
  { carriedBy }: Clause,
): boolean => (carriedBy === undefined ? text === undefined : carriedBy === regulation)
