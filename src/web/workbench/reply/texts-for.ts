import type { FieldView, StandardTextView } from '../../../contract/index.js'
import { type Loaded, useLoad } from '../use-load.js'

type Texts = readonly StandardTextView[]

/** What is kept for an act; asked for once for its form, where that has long texts. */
export const useStandardTexts = (act: string, fields: readonly FieldView[]): ReturnType<typeof useLoad<Texts>> =>
  useLoad<Texts>(fields.some(({ type }) => type === 'longText') ? `/api/standard-texts?act=${encodeURIComponent(act)}` : null)

/** Of what is kept for an act, what was written for a field or for any; `isOwn`: for this one alone. */
export const textsFor = (loaded: Loaded<Texts>, field: string, isOwn = false): Texts =>
  loaded.status === 'ready' ? loaded.value.filter((each) => each.field === field || (!isOwn && each.field === null)) : []
