import type { Lang, RetentionView, TermsRequest } from '../../contract/index.js'
import type { Program, RetentionClass } from '../../core/index.js'
import { administer, type Wrong, wrongly } from '../administration/administer.js'
import type { Settings } from '../administration/settings.js'
import type { Deps, Viewer } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { clauseViews } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { nameIn } from '../words/index.js'

/** What archives of offices are kept for, besides for ever (国家档案局令第8号, 机关文件材料归档范围和文书档案保管期限规定). */
export const yearsOffered: readonly number[] = [10, 30]

/** Who wrote is kept no longer than the answer to it may need (个人信息保护法 19, 47): shorter terms than those of files. */
export const identityYearsOffered: readonly number[] = [1, 2, 3, 5, 10, 30]

/** A number of years or for ever; null: nobody has said, and it is kept. */
export type Term = number | 'permanent' | null

/** By which the office's own terms are kept; a regulation that names no class has one without a name. */
const termKey = (regulation: string, ofClass: string): string => `${regulation}/${ofClass}`

/** 保管期限 of a class: the regulation's own, or as the office set it. */
export function termOf({ settings }: Pick<Office, 'settings'>, regulation: string, found: RetentionClass | null): Term {
  if (found !== null && found.keep !== 'set-by-office') return found.keep
  return settings.retentionTerms[termKey(regulation, found?.id ?? '')] ?? null
}

/** Classes of a regulation; one without a name where it names none. */
export const classesOf = ({ regulation }: Program): readonly (RetentionClass | null)[] => {
  const declared = Object.values(regulation.retention)
  return declared.length === 0 ? [null] : declared
}

export const className = (lang: Lang, of: RetentionClass | null): string => (of === null ? '' : nameIn(lang, of.name))

/** Whoever works for the office, which keeps the files. */
export const isKeeper = ({ office, actor }: Pick<Viewer, 'office' | 'actor'>): boolean =>
  office.roles.get(actor.role)?.kind === 'office'

/** 保管期限 of all that is handled here, and what whoever asks may do. */
export async function readRetention(deps: Deps, who: SignedIn): Promise<RetentionView> {
  const { office, lang } = who
  const terms = office.programs.flatMap((program) =>
    classesOf(program).map((each) => {
      const { regulation } = program
      return {
        regulation: { id: regulation.id, name: nameIn(lang, regulation.shortTitle) },
        class: { id: each?.id ?? '', name: className(lang, each) },
        clauses: each === null ? [] : [...clauseViews(regulation, each.clause)],
        keep: termOf(office, regulation.id, each),
        isByRegulation: each !== null && each.keep !== 'set-by-office',
      }
    }),
  )
  return {
    revision: await deps.store.administration.governmentRevision(office.id),
    terms,
    ...{ mayPropose: isKeeper(who), mayDecide: who.isAdmin },
    years: [...yearsOffered],
    identity: { keep: office.settings.identityYears, years: [...identityYearsOffered] },
  }
}

/** An administrator says how long what the regulations leave open is kept. Nothing goes by this: that takes three people for each matter. */
export async function changeTerms(
  deps: Deps,
  admin: SignedIn,
  { terms, identity, revision }: TermsRequest,
): Promise<Outcome<{ done: object }>> {
  const { office, lang } = admin
  const open = new Set(
    office.programs.flatMap((program) =>
      classesOf(program).flatMap((each) =>
        each === null || each.keep === 'set-by-office' ? [termKey(program.regulation.id, each?.id ?? '')] : [],
      ),
    ),
  )
  const wrong: Wrong[] = terms.flatMap(({ regulation, class: of, keep }): readonly Wrong[] => {
    const isKnown = open.has(termKey(regulation, of))
    const isOffered = keep === null || keep === 'permanent' || yearsOffered.includes(keep)
    return isKnown && isOffered ? [] : [{ field: 'term', code: 'not-an-option' }]
  })
  if (identity !== undefined && identity !== null && !identityYearsOffered.includes(identity))
    wrong.push({ field: 'term', code: 'not-an-option' })
  if (wrong.length > 0) return wrongly(lang, wrong)
  const set: Settings['retentionTerms'] = { ...office.settings.retentionTerms }
  for (const { regulation, class: of, keep } of terms) {
    const key = termKey(regulation, of)
    if (keep === null) delete set[key]
    else set[key] = keep
  }
  return administer(deps, admin, async (changing) => {
    const ofIdentity = identity === undefined ? {} : { identityYears: identity }
    await changing.changeGovernment({ settings: { retentionTerms: set, ...ofIdentity }, revision })
    const kept = terms.map(({ regulation, class: of, keep }) => [termKey(regulation, of), keep])
    const detail = { ...Object.fromEntries(kept), ...(identity === undefined ? {} : { identity }) }
    return { done: {}, entry: { kind: 'retention-terms-changed', about: '', detail } }
  })
}
