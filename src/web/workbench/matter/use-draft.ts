import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftSaved, DraftView, Moment } from '../../../contract/index.js'
import type { Values } from '../form/field-props.js'
import { draftPrefix, useSession } from '../session.js'
import { forgetStored, readStored, writeStored } from '../stored.js'

/** How it stands with what was typed: nothing to keep, on its way, kept by the server, or in this tab alone. */
export type Keeping = { readonly status: 'none' | 'saving' | 'failed' } | { readonly status: 'saved'; readonly at: Moment }

type Draft = {
  readonly values: Values
  readonly change: (field: string, value: unknown) => void
  readonly forget: () => void
  /** What was forgotten last is there again when the form is opened next. */
  readonly putBack: () => void
  /** Something was typed in an earlier visit, here or on another machine, and is here again. */
  readonly isFound: boolean
  /** There is something to throw away. */
  readonly isKept: boolean
  readonly keeping: Keeping
  /** What the files are called that were kept with it. */
  readonly files: DraftView['files']
}

/** A text is saved when the hands rest for a moment. */
const pause = 700

/**
 * What is typed into a form: at once in this tab, so that a reload, a conflict or a sign-in loses nothing, and soon with the server, so that it is
 * there on any tab and machine (`path` null: in this tab alone). What this tab holds goes before what the server holds.
 */
export function useDraft(name: string, path: string | null, start: Values): Draft {
  const { ask } = useSession()
  const key = `${draftPrefix}${name}`
  const [here] = useState(() => readDraft(key))
  const [values, setValues] = useState<Values>(here ?? start)
  const [isChanged, setChanged] = useState(here !== null)
  const [isFound, setFound] = useState(here !== null)
  const [keeping, setKeeping] = useState<Keeping>({ status: 'none' })
  const [files, setFiles] = useState<DraftView['files']>([])
  const isTouched = useRef(here !== null)
  const isOver = useRef(false)
  // Sent and not answered yet: what is thrown away meanwhile must not be kept by what arrives after it.
  const onItsWay = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    if (path === null) return
    const leaving = new AbortController()
    ask<DraftView | null>(path, { signal: leaving.signal }).then(
      (answer) => {
        if (!answer.ok || !answer.value) return
        setFiles(answer.value.files)
        if (isTouched.current) return
        setValues(answer.value.values)
        setChanged(true)
        setFound(true)
        setKeeping({ status: 'saved', at: answer.value.savedAt })
      },
      () => undefined,
    )
    return () => leaving.abort()
  }, [ask, path])
  useEffect(() => {
    if (!isChanged || !isTouched.current) return
    writeStored('session', key, JSON.stringify(values))
    if (path === null) return
    const timer = setTimeout(() => {
      setKeeping({ status: 'saving' })
      onItsWay.current = ask<DraftSaved>(path, { method: 'PUT', body: { values } }).then((answer) => {
        if (!isOver.current) setKeeping(answer.ok ? { status: 'saved', at: answer.value.savedAt } : { status: 'failed' })
      })
    }, pause)
    return () => clearTimeout(timer)
  }, [key, path, values, isChanged, ask])
  const change = useCallback((field: string, value: unknown): void => {
    isTouched.current = true
    setChanged(true)
    setValues((before) => ({ ...before, [field]: value }))
  }, [])
  const forget = useCallback((): void => {
    isOver.current = true
    isTouched.current = false
    setChanged(false)
    // With what is kept beside it: the ticks at the points of the message.
    forgetStored('session', `${key}:`)
    writeStored('session', key, null)
    const drop = (): unknown => path !== null && ask<null>(path, { method: 'DELETE' })
    void onItsWay.current.then(drop, drop)
  }, [ask, key, path])
  const putBack = useCallback((): void => writeStored('session', key, JSON.stringify(values)), [key, values])
  return { values, change, forget, putBack, isFound, isKept: isChanged, keeping, files }
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
