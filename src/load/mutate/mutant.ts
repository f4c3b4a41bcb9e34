import type { Regulation } from '../../core/index.js'
import { checkRules } from '../check/check-rules.js'
import { edited } from '../format/edit.js'
import type { Finding } from '../format/finding.js'
import type { LoadedRegulation } from '../grammar/load-regulation.js'
import { readRegulation } from '../grammar/read-regulation.js'
import { startReading } from '../grammar/reading.js'
import type { RegulationInput } from '../grammar/regulation.js'
import type { Mutation } from './mutations.js'

/** A regulation with a mutation made, and what keeps it from being loaded, if anything does. */
export type Mutant = { readonly regulation: Regulation; readonly written: RegulationInput; readonly findings: readonly Finding[] }

/** Reads the regulation again as the mutation has it. Its shape holds: mutations keep to the format. */
export function mutantOf(loaded: LoadedRegulation, mutation: Mutation): Mutant {
  const { regulation, written: input, documents } = loaded
  if (regulation === null || input === null || documents === null) throw new Error('only a sound regulation can be mutated')
  const written = edited(input, mutation.edits) as RegulationInput
  const { reading, findings } = startReading(written, regulation.clauses, { document: documents.rules, data: written })
  return { regulation: readRegulation(reading, written), written, findings }
}

/** Why such a regulation would not stand, by the codes of `check`: errors that the sound one has not. */
export function refusedBy(loaded: LoadedRegulation, { regulation, written, findings }: Mutant): readonly string[] {
  const found = findings.length > 0 ? findings : checkRules({ ...loaded, regulation, written })
  return [...new Set(found.filter(({ level }) => level === 'error').map(({ code }) => code))]
}
