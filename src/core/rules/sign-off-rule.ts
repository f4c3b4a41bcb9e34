import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'

/**
 * 签批. A text that is signed level by level. A level is a duty: its holder signs, by the act that meets it; where it does not apply it is passed
 * over, and where it lapses silence is agreement. Whoever drafted the text signs at no level.
 */
export type SignOff = {
  readonly id: string
  readonly name: Name
  /** Of the matter, or of each share. */
  readonly of: 'matter' | 'assignment'
  /** The fields that are signed. Whatever states one of them anew undoes all signatures. */
  readonly text: readonly string[]
  /** Acts that send it up to the first level. */
  readonly sentBy: readonly string[]
  /** The duties, in order. */
  readonly levels: readonly string[]
  /** The act by which a level sends it back, and the field that names the level (left empty, or null: to whoever drafted it). */
  readonly sentBack: { readonly act: string; readonly to: string | null } | null
  /** The act by which a later level signs before its turn; the levels passed over owe nothing more. */
  readonly jumpedBy: string | null
  readonly clause: readonly ClauseRef[]
}

/** How a sign-off stands where no level has it. */
export const signOffStandings = ['unsent', 'returned', 'signed'] as const
