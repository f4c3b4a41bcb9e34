import { useEffect, useRef, useState } from 'react'
import type { FieldView, NeededFields, RequirementView } from '../../../contract/index.js'
import { type About, namedBy } from '../matter/act-key.js'
import { useSession } from '../session.js'
import type { Values } from './field-props.js'
import { isFilled, sentValues } from './sent-values.js'

type Form = {
  readonly path: string
  /** Behind the path of what is asked. */
  readonly query?: string
  /** The share or item it is about. */
  readonly about: About
  readonly fields: readonly FieldView[]
  readonly requirements?: readonly RequirementView[] | undefined
}

/** What is asked for now: fields, and what else must exist. */
type Asked = { readonly fields: readonly FieldView[]; readonly requirements: readonly RequirementView[] }

const nothing: readonly RequirementView[] = []

const pause = 300

/**
 * The form as it is with what has been filled in: a choice may make another field necessary, and the server says which. A field that
 * is only ever there because of such a choice comes and goes with it, but never with something typed or a problem in it. What must exist
 * beside the form is told with it, and lights up as it comes about.
 */
export function useNeeded(form: Form, values: Values, problems: Readonly<Record<string, string>>): Asked {
  const { path, query = '', about, fields, requirements = nothing } = form
  const { ask } = useSession()
  const [told, setTold] = useState<NeededFields | null>(null)
  const needed = told?.needed ?? null
  const deciding = JSON.stringify(fields.filter(({ decides }) => decides).map(({ id }) => [id, values[id] ?? null]))
  const asked = useRef<string | null>(null)
  const latest = useRef(values)
  latest.current = values
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what decides is asked about again.
  useEffect(() => {
    if (deciding === '[]' || asked.current === deciding) return
    const leaving = new AbortController()
    const send = async (): Promise<void> => {
      const stated = sentValues(fields, latest.current)
      const body = { with: { ...stated, ...namedBy(about) } }
      const answer = await ask<NeededFields>(`${path}/needs${query}`, { method: 'POST', body, signal: leaving.signal })
      asked.current = deciding
      if (answer.ok) setTold(answer.value)
    }
    const timer = setTimeout(() => void send().catch(() => undefined), asked.current === null ? 0 : pause)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [deciding, path, query, about.unit, about.item, ask])
  const isNeeded = ({ id, isNeeded: before }: FieldView): boolean => (needed === null ? before : needed.includes(id))
  const shown = fields
    .map((field) => ({ ...field, isNeeded: isNeeded(field) }))
    .filter((field) => !field.isConditional || field.isNeeded || problems[field.id] !== undefined || isFilled(values[field.id]))
  return { fields: shown, requirements: told?.requirements ?? requirements }
}
