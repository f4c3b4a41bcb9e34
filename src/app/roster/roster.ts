import type { AccountLinkView, Lang } from '../../contract/index.js'
import { isSameName } from '../../core/index.js'
import type { Wrong } from '../administration/administer.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { adminWords } from '../words/administration.js'
import { reasonsIn } from '../words/index.js'

/** What a row says, by the columns that are known. */
export type RosterCells = Readonly<Record<string, string>>

/** What a row comes to, beside all that is there when it is read. */
export type RosterRow =
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'new'
      /** What would be kept, column by column. */
      readonly values: RosterCells
      /** From now on rows that follow find it. */
      take(): void
      write(): Promise<Outcome<{ readonly link: LinkMade | null }>>
    }

export type LinkMade = { readonly name: string; readonly login: string; readonly link: AccountLinkView }

/** 花名册. Reads the rows of one kind of list, one after another; made anew for each file. */
export type RosterReader = (cells: RosterCells) => RosterRow
export type RosterAsked = { readonly deps: Deps; readonly admin: SignedIn }

export const refused = (lang: Lang, reasons: readonly string[]): RosterRow => ({
  kind: 'refused',
  reason: reasonsIn(lang, reasons),
})

export const wrongSentences = (lang: Lang, wrong: readonly Wrong[]): readonly string[] =>
  wrong.map(({ field, called = field, code, limit }) =>
    adminWords[lang].problems[code](adminWords[lang].fields[called], limit ?? 0),
  )

/** Something that a cell names: by its id, or by what it is called in either language. */
export type Nameable = { readonly id: string; readonly names: readonly string[] }

export const namedSo = (all: readonly Nameable[], text: string): readonly Nameable[] => {
  const found = all.filter(({ names }) => names.some((name) => name !== '' && isSameName(name, text)))
  return found.length === 0 ? all.filter(({ id }) => id === text) : found
}

export const staffRoles = ({ roles }: Pick<Office, 'roles'>) =>
  [...roles.values()].filter(({ kind }) => kind !== 'requester' && kind !== 'system')
