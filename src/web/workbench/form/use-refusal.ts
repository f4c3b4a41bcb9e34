import { useState } from 'react'
import type { Problem } from '../../../contract/index.js'
import type { Values } from './field-props.js'

type Refused = { readonly problem: Problem; readonly values: Values }

type Refusal = {
  /** As it was answered; null: nothing was refused. */
  readonly problem: Problem | null
  /** The same without what has been filled in otherwise since. */
  readonly left: Problem | null
  readonly refuse: (problem: Problem | null) => void
}

/** What was refused of a form, and what of it still stands: nobody reads that a field lacks something beside what they have filled in there. */
export function useRefusal(values: Values): Refusal {
  const [refused, setRefused] = useState<Refused | null>(null)
  return {
    problem: refused?.problem ?? null,
    left: refused === null ? null : stillWrong(refused, values),
    refuse: (problem) => setRefused(problem === null ? null : { problem, values }),
  }
}

/** What is wrong with a field is said until something else stands in it. */
export function stillWrong({ problem, values }: Refused, now: Values): Problem {
  const stands = (field: string): boolean => JSON.stringify(values[field]) === JSON.stringify(now[field])
  const { missing, problems } = problem
  return {
    ...problem,
    ...(missing && { missing: missing.filter(({ id }) => stands(id)) }),
    ...(problems && {
      problems: problems.filter(({ field, within }) =>
        within === undefined
          ? stands(field)
          : JSON.stringify(inRow(values, within)[field]) === JSON.stringify(inRow(now, within)[field]),
      ),
    }),
  }
}

/** What lacks or is wrong is all in fields: a line for each says it, and all of it is over as they are filled in. */
export const isOfFields = ({ code, problems = [] }: Problem): boolean =>
  (code === 'missing' || code === 'invalid') && problems.length > 0

/** Why a field is asked for that otherwise is not. */
export const whyAsked = ({ because = [] }: Problem): readonly string[] => because.map(({ says }) => says)

type Within = { readonly field: string; readonly row: number }

function inRow(values: Values, { field, row }: Within): Values {
  const rows: unknown = values[field]
  const found: unknown = Array.isArray(rows) ? rows[row] : undefined
  return typeof found === 'object' && found !== null ? { ...found } : {}
}
