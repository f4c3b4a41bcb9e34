import { useEffect, useRef, useState } from 'react'
import type { ActOutlook, FieldView } from '../../../contract/index.js'
import type { Values } from '../form/field-props.js'
import { sentValues } from '../form/sent-values.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'
import { StripLine } from './strip-lines.js'

type Props = {
  /** Of the act. */
  readonly path: string
  readonly unit: string | null
  readonly fields: readonly FieldView[]
  readonly values: Values
}

/** Hands that type are not interrupted. */
const pause = 500

/** The day that an act leads to, before it is done: the strips as they would be with what is filled in. */
export function Outlook({ path, unit, fields, values }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const [outlook, setOutlook] = useState<ActOutlook | null>(null)
  // Long words move no day: they are sent as they are when something else changes.
  const latest = useRef(values)
  latest.current = values
  const moving = JSON.stringify(fields.map(({ id, type }) => (type === 'longText' ? (values[id] ?? '') !== '' : values[id])))
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what may move a day asks again.
  useEffect(() => {
    const leaving = new AbortController()
    const look = async (): Promise<void> => {
      const stated = sentValues(fields, latest.current)
      const body = { with: unit === null ? stated : { ...stated, unit } }
      const answer = await ask<ActOutlook>(`${path}/outlook`, { method: 'POST', body, signal: leaving.signal })
      if (answer.ok) setOutlook(answer.value)
    }
    const timer = setTimeout(() => void look().catch(() => undefined), pause)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [path, unit, moving, ask])
  if (outlook === null || outlook.duties.length === 0) return null
  return (
    <section className="outlook" aria-live="polite">
      <h3>{outlook.isIfGranted ? words.acts.outlookIfGranted : words.acts.outlook}</h3>
      {outlook.duties.map((duty) => (
        <StripLine key={duty.key} duty={duty} />
      ))}
    </section>
  )
}
