import { useEffect, useRef, useState } from 'react'
import type { FieldView, NeededFields } from '../../../contract/index.js'
import { useSession } from '../session.js'
import type { Values } from './field-props.js'
import { isFilled, sentValues } from './sent-values.js'

type Form = {
  readonly path: string
  /** Behind the path of what is asked. */
  readonly query?: string
  readonly unit: string | null
  readonly fields: readonly FieldView[]
}

const pause = 300

/**
 * The form as it is with what has been filled in: a choice may make another field necessary, and the server says which. A field that
 * is only ever there because of such a choice comes and goes with it, but never with something typed or a problem in it.
 */
export function useNeeded(form: Form, values: Values, problems: Readonly<Record<string, string>>): readonly FieldView[] {
  const { path, query = '', unit, fields } = form
  const { ask } = useSession()
  const [needed, setNeeded] = useState<readonly string[] | null>(null)
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
      const body = { with: unit === null ? stated : { ...stated, unit } }
      const answer = await ask<NeededFields>(`${path}/needs${query}`, { method: 'POST', body, signal: leaving.signal })
      asked.current = deciding
      if (answer.ok) setNeeded(answer.value.needed)
    }
    const timer = setTimeout(() => void send().catch(() => undefined), asked.current === null ? 0 : pause)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [deciding, path, query, unit, ask])
  const isNeeded = ({ id, isNeeded: before }: FieldView): boolean => (needed === null ? before : needed.includes(id))
  return fields
    .map((field) => ({ ...field, isNeeded: isNeeded(field) }))
    .filter((field) => !field.isConditional || field.isNeeded || problems[field.id] !== undefined || isFilled(values[field.id]))
}
