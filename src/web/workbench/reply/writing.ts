import { createContext, useContext } from 'react'
import type { FieldView, MatterView, StandardTextView } from '../../../contract/index.js'
import type { Values } from '../form/field-props.js'
import type { About } from '../matter/act-key.js'
import type { useLoad } from '../use-load.js'

/** What a reply is written about, and all that the form holds. */
export type Writing = {
  readonly matter: MatterView
  readonly act: string
  readonly about: About
  readonly fields: readonly FieldView[]
  readonly values: Values
  /** Under which ticks are kept, in this tab, until the act is recorded. */
  readonly draft: string
  /** 规范用语. What is kept for the fields of this act. */
  readonly texts: ReturnType<typeof useLoad<readonly StandardTextView[]>>
}

const Writings = createContext<Writing | null>(null)
export const WritingProvider = Writings.Provider

export const useWriting = (): Writing | null => useContext(Writings)
