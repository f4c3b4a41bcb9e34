import type { Condition } from './condition.js'
import { fieldsRead } from './condition-reads.js'
import type { Regulation } from './regulation.js'

/** Every field that some rule reads: in a condition, in a limit, in who may see what. Only these need be at hand while folding. */
export function ruleFields(regulation: Regulation): ReadonlySet<string> {
  const found = new Set<string>()
  const { acts, duties, stages, prohibitions, requirements, visibility, meaning } = regulation
  collect({ acts, duties, stages, prohibitions, requirements, visibility, meaning }, found)
  for (const { criticises, commends } of Object.values(acts))
    for (const field of [criticises, commends]) if (field !== null) found.add(field)
  for (const { itemsFor } of Object.values(acts)) if (itemsFor !== null) found.add(itemsFor.field)
  for (const { id, type } of Object.values(regulation.fields)) if (type === 'requesters') found.add(id)
  for (const { field } of visibility.hiddenFrom) found.add(field)
  for (const field of visibility.public?.fields ?? []) found.add(field)
  return found
}

/** Conditions are known by `op`, limits that read a field by `kind`, starts by `on`, named holders by `names`; all stand anywhere in the rules. */
function collect(part: unknown, found: Set<string>): void {
  if (part === null || typeof part !== 'object') return
  if (Array.isArray(part)) {
    for (const each of part) collect(each, found)
    return
  }
  if ('op' in part) for (const field of fieldsRead(part as Condition)) found.add(field)
  if ('names' in part && 'field' in part) found.add(String(part.field))
  if ('on' in part && part.on === 'field' && 'field' in part) found.add(String(part.field))
  if ('kind' in part && (part.kind === 'set' || part.kind === 'before') && 'field' in part) found.add(String(part.field))
  if ('carries' in part) for (const field of Object.values(part.carries as Record<string, string>)) found.add(field)
  for (const each of Object.values(part)) collect(each, found)
}
