import { useCallback, useEffect, useState } from 'react'
import type { Values } from '../form/field-props.js'
import { draftPrefix } from '../session.js'
import { forgetStored, readStored, writeStored } from '../stored.js'

type Draft = {
  readonly values: Values
  readonly change: (field: string, value: unknown) => void
  readonly forget: () => void
  /** Something was typed in an earlier visit and is here again. */
  readonly isFound: boolean
  /** There is something to throw away. */
  readonly isKept: boolean
}

/** What is typed into a form, kept in this tab until it is sent: a reload, a conflict or a sign-in loses nothing. */
export function useDraft(name: string, start: Values): Draft {
  const key = `${draftPrefix}${name}`
  const [found] = useState(() => readDraft(key))
  const [values, setValues] = useState<Values>(found ?? start)
  const [isChanged, setChanged] = useState(found !== null)
  useEffect(() => {
    if (isChanged) writeStored('session', key, JSON.stringify(values))
  }, [key, values, isChanged])
  const change = useCallback((field: string, value: unknown): void => {
    setChanged(true)
    setValues((before) => ({ ...before, [field]: value }))
  }, [])
  const forget = useCallback((): void => {
    setChanged(false)
    // With what is kept beside it: the ticks at the points of the message.
    forgetStored('session', `${key}:`)
    writeStored('session', key, null)
  }, [key])
  return { values, change, forget, isFound: found !== null, isKept: isChanged }
}

function readDraft(key: string): Values | null {
  const text = readStored('session', key)
  if (text === null) return null
  try {
    return JSON.parse(text) as Values
  } catch {
    return null
  }
}
