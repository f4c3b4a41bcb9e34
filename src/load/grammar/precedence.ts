import { z } from 'zod'
import type { Lead, Precedence } from '../../core/index.js'
import type { Finding } from '../format/finding.js'
import { readShape } from '../format/shape-findings.js'
import type { YamlDocument } from '../format/yaml-file.js'
import { type Text, wholeOf } from './parts-text.js'
import { nameOf } from './reading.js'
import { clauseRefs, identifier, name, word, words } from './shapes.js'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** 以谁为准 as written. `leads`: one of the regulations, `earliest` or `turns`. */
const precedence = z.strictObject({
  asks: name,
  between: z.array(z.strictObject({ regulation: word, clause: clauseRefs, duty: identifier.optional() })).min(2),
  leads: word,
  reading: name,
  /** Examples of these regulations that show the rules doing so, by their titles. */
  shownBy: z.array(z.strictObject({ regulation: word, example: word })).min(1),
  /** Matters under which regulations, each with the day on which it falls due there if it does, and which lead (in turn). */
  examples: z.array(z.strictObject({ of: z.record(z.string(), day.nullable()), leads: words })).min(1),
})
export type PrecedenceInput = z.infer<typeof precedence>

/** `precedence/PLACE.yaml`. */
export const precedenceSchema = z.strictObject({ format: z.number().int(), precedence: z.record(identifier, precedence) })

/** One entry with what is written of it; `key` is its name in the file. */
export type WrittenPrecedence = { readonly key: string; readonly written: PrecedenceInput; readonly precedence: Precedence }

/** A file of them, or what is wrong with it; never half of it. */
export type LoadedPrecedence = {
  readonly entries: readonly WrittenPrecedence[]
  readonly document: YamlDocument | null
  readonly findings: readonly Finding[]
}

export function parsePrecedence(text: Text): LoadedPrecedence {
  const { document, findings } = wholeOf([text])
  if (document === null) return { entries: [], document, findings }
  const read = readShape(document, precedenceSchema)
  if (read.value === null) return { entries: [], document: null, findings: read.findings }
  const entries = Object.entries(read.value.precedence).map(([key, written]) => ({
    key,
    written,
    precedence: precedenceOf(key, written),
  }))
  return { entries, document, findings: [] }
}

/** The words that stand for no regulation. */
export const leadWords = ['earliest', 'turns'] as const

export const leadOf = (written: string): Lead =>
  written === 'earliest' || written === 'turns' ? { by: written } : { by: 'regulation', regulation: written }

const precedenceOf = (id: string, { asks, between, leads, reading }: PrecedenceInput): Precedence => ({
  id,
  asks: nameOf(asks),
  between: between.map(({ regulation, clause, duty }) => ({ regulation, clause: [clause].flat(), duty: duty ?? null })),
  leads: leadOf(leads),
  reading: nameOf(reading),
})
