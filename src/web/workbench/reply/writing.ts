import { createContext, useContext } from 'react'
import type { FieldView, MatterView } from '../../../contract/index.js'
import type { Values } from '../form/field-props.js'
import type { About } from '../matter/act-key.js'

/** What a reply is written about, and all that the form holds. */
export type Writing = {
  readonly matter: MatterView
  readonly act: string
  readonly about: About
  readonly fields: readonly FieldView[]
  readonly values: Values
  /** Under which ticks are kept, in this tab, until the act is recorded. */
  readonly draft: string
}

const Writings = createContext<Writing | null>(null)
export const WritingProvider = Writings.Provider

export const useWriting = (): Writing | null => useContext(Writings)
