import type { Lang } from '../contract/index.js'
import type { Program } from '../core/index.js'
import type { Office } from './office.js'
import { type Words, wordsOf } from './words/index.js'

/** What every view needs: the language, the office with its names, and the version of the regulation. */
export type Showing = {
  readonly lang: Lang
  readonly words: Words
  readonly office: Office
  readonly program: Program
  /** The titles of other matters that are named here, by number, as far as the reader may see them; absent: their numbers alone are shown. */
  readonly titles?: ReadonlyMap<string, string>
}

/** Figures of one kind of matter alone: by its own declarations. */
export const showingOfKind = (office: Office, lang: Lang, program: Program): Showing =>
  showingOf({ ...office, program, programs: [program] }, lang, program)

export const showingOf = (office: Office, lang: Lang, program: Program = office.program): Showing => ({
  lang,
  words: wordsOf(lang),
  office,
  program,
})
