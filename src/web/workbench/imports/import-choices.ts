import type { ImportAsked, ImportPreviewView } from '../../../contract/index.js'

/** What a person chose on the screen, as it stands in its inputs. */
export type Choices = {
  /** Field by field (`source` and `time` too): a column, or `''` for none said. */
  readonly map: Readonly<Record<string, string>>
  readonly set: Readonly<Record<string, string>>
  readonly head: string
  readonly sheet: string
  readonly mapping: string
  readonly kind: string
  readonly saveAs: string
  readonly isAccepting: boolean
  readonly takesAutomatic: boolean
}

export const noChoices: Choices = {
  map: {},
  set: {},
  head: '',
  sheet: '',
  mapping: '',
  kind: '',
  saveAs: '',
  isAccepting: false,
  takesAutomatic: false,
}

/** As the server is asked: what was left as it is, is found by itself. */
export function askedBy(choices: Choices, isTrial: boolean): ImportAsked {
  const { head, sheet, mapping, kind, saveAs, map, set, isAccepting, takesAutomatic } = choices
  const row = Number(head.trim())
  return {
    map: filled(map),
    set: filled(set),
    head: Number.isInteger(row) && row > 0 ? row : null,
    sheet: sheet.trim() || null,
    mapping: mapping || null,
    kind: kind || null,
    saveAs: saveAs.trim() || null,
    source: null,
    isAccepting,
    takesAutomatic,
    isTrial,
  }
}

const filled = (said: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value.trim() !== ''))

/** What each input shows: what was chosen, else what was found. */
export const columnOf = (choices: Choices, preview: ImportPreviewView, field: string): string =>
  choices.map[field] ?? preview.columns[field] ?? ''
export const sameOf = (choices: Choices, preview: ImportPreviewView, field: string): string =>
  choices.set[field] ?? preview.defaults[field] ?? ''
