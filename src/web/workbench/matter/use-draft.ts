import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DraftView, Moment } from '../../../contract/index.js'
import type { Values } from '../form/field-props.js'
import { draftPrefix, useSession } from '../session.js'
import { forgetStored, readStored, writeStored } from '../stored.js'
import { type DraftKeeper, draftKeeper, type Saving } from './draft-keeper.js'

/** How it stands with what was typed: nothing to keep, on its way, kept by the server, in this tab alone, or not sent, since another tab of this person has saved something else. */
export type Keeping =
  | { readonly status: 'none' | 'saving' | 'failed' }
  | { readonly status: 'saved'; readonly at: Moment }
  | { readonly status: 'other'; readonly other: DraftView }

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
  /** With which of two to go on: what stands in this form, or what was saved elsewhere meanwhile. */
  readonly goOnWith: (which: 'own' | 'other') => void
  /** What the files are called that were kept with it. */
  readonly files: DraftView['files']
}

/** A text is saved when the hands rest for a moment. */
const pause = 700

/**
 * What is typed into a form: at once in this tab, so that a reload, a conflict or a sign-in loses nothing, and soon with the server, so that it is
 * there on any tab and machine (`path` null: in this tab alone). What this tab holds goes before what the server holds, and replaces nothing there
 * that it has not seen.
 */
export function useDraft(name: string, path: string | null, start: Values): Draft {
  const key = `${draftPrefix}${name}`
  const [here] = useState(() => readDraft(key))
  const [values, setValues] = useState<Values>(here ?? start)
  const [isChanged, setChanged] = useState(here !== null)
  const [isFound, setFound] = useState(here !== null)
  const [files, setFiles] = useState<DraftView['files']>([])
  const isTouched = useRef(here !== null)
  const { keeper, keeping, setKeeping, save, drop } = useKeeper(key, path)
  const take = (draft: DraftView): void => {
    setFiles(draft.files)
    setValues(draft.values)
    setChanged(true)
    setKeeping({ status: 'saved', at: draft.savedAt })
  }
  useFound(keeper, (found) => {
    setFiles(found.files)
    if (isTouched.current) return
    take(found)
    setFound(true)
  })
  const isHeld = keeping.status === 'other'
  useEffect(() => {
    if (!isChanged || !isTouched.current) return
    writeStored('session', key, JSON.stringify(values))
    if (isHeld) return
    const timer = setTimeout(() => void save(values), pause)
    return () => clearTimeout(timer)
  }, [key, values, isChanged, isHeld, save])
  const change = useCallback((field: string, value: unknown): void => {
    isTouched.current = true
    setChanged(true)
    setValues((before) => ({ ...before, [field]: value }))
  }, [])
  const goOnWith = (which: 'own' | 'other'): void => {
    if (keeping.status !== 'other' || keeper === null) return
    keeper.goOnFrom(keeping.other.savedAt.iso)
    if (which === 'own') {
      setKeeping({ status: 'saving' })
      return
    }
    isTouched.current = false
    writeStored('session', key, null)
    writeStored('session', afterKey(key), null)
    take(keeping.other)
  }
  const forget = useCallback((): void => {
    isTouched.current = false
    setChanged(false)
    // With what is kept beside it: the ticks at the points of the message.
    forgetStored('session', `${key}:`)
    writeStored('session', key, null)
    drop()
  }, [drop, key])
  const putBack = useCallback((): void => writeStored('session', key, JSON.stringify(values)), [key, values])
  return { values, change, forget, putBack, isFound, isKept: isChanged, keeping, goOnWith, files }
}

/** Looks once whether the server has a draft, and hands it over as the form then stands. */
function useFound(keeper: DraftKeeper | null, take: (found: DraftView) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    let isLeft = false
    void keeper?.read().then((found) => {
      if (found && !isLeft) latest.current(found)
    })
    return () => {
      isLeft = true
    }
  }, [keeper])
}

/** The draft with the server, and how it stands with it. */
function useKeeper(key: string, path: string | null) {
  const { ask } = useSession()
  const [keeping, setKeeping] = useState<Keeping>({ status: 'none' })
  const keeper = useMemo(
    () => (path === null ? null : draftKeeper(ask, path, readStored('session', afterKey(key)) ?? undefined)),
    [ask, path, key],
  )
  const isOver = useRef(false)
  const save = useCallback(
    async (values: Values): Promise<void> => {
      if (keeper === null) return
      setKeeping({ status: 'saving' })
      const saving = await keeper.save(values)
      if (isOver.current) return
      writeStored('session', afterKey(key), keeper.after() ?? null)
      setKeeping(keepingOf(saving))
    },
    [keeper, key],
  )
  const drop = useCallback((): void => {
    isOver.current = true
    void keeper?.drop()
  }, [keeper])
  return { keeper, keeping, setKeeping, save, drop }
}

function keepingOf(saving: Saving): Keeping {
  if (saving.is === 'kept') return { status: 'saved', at: saving.at }
  return saving.is === 'failed' ? { status: 'failed' } : { status: 'other', other: saving.other }
}

/** Beside a draft: when what it goes on from was saved. */
const afterKey = (key: string): string => `${key}:after`

function readDraft(key: string): Values | null {
  const text = readStored('session', key)
  if (text === null) return null
  try {
    return JSON.parse(text) as Values
  } catch {
    return null
  }
}
