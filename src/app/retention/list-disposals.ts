import type { DisposalPage, DisposalView, HoldPage } from '../../contract/index.js'
import { dayText } from '../../core/index.js'
import type { Disposal, Page } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { moment } from '../matter/view-parts.js'
import { programFor } from '../office.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { retentionWords } from '../words/retention.js'
import { todayIn } from './kept-matter.js'
import { className, isKeeper } from './terms.js'

/** Numbers, reasons and people alone: whoever decides does not read the matters by it. */
const mayRead = (who: SignedIn): boolean => isKeeper(who) || who.isAdmin || who.isAuditor

/** 待审批的处置, and the register of what was decided; newest first. */
export async function listDisposals(
  deps: Deps,
  who: SignedIn,
  asked: { readonly areDecided: boolean; readonly page: Page },
): Promise<Outcome<{ page: DisposalPage }>> {
  const { office, lang } = who
  if (!mayRead(who)) return failed(wordsOf(lang), 'wrong-role')
  const { rows, next } = await deps.store.retention.listDisposals(office.id, asked)
  return { ok: true, page: { rows: rows.map((row) => disposalView(who, row)), next } }
}

function disposalView({ office, lang }: SignedIn, row: Disposal): DisposalView {
  const { id, number, what, reason, class: of, term, proposedBy, proposedAt, agreedBy, agreedAt, agreed } = row
  const { decidedBy, decidedAt, isApproved, decision } = row
  const known = programFor(office, row).regulation.retention[of]
  const by = (account: string) => ({ id: account, name: office.people.get(account) ?? account })
  const { zone } = office.calendar
  const decided =
    decidedBy === null || decidedAt === null
      ? null
      : { by: by(decidedBy), at: moment(decidedAt, zone), isApproved: isApproved === true, reason: decision }
  return {
    ...{ id, number, what, reason },
    // Before a class was kept by its id, and years as a number, both were kept as words.
    class: known === undefined ? of : className(lang, known),
    term: /^\d+$/.test(term) ? retentionWords[lang].term(Number(term)) : term,
    proposed: { by: by(proposedBy), at: moment(proposedAt, zone) },
    agreed: agreedBy === null || agreedAt === null ? null : { by: by(agreedBy), at: moment(agreedAt, zone), reason: agreed },
    decided,
  }
}

/** Holds that stand. */
export async function listHolds(deps: Deps, who: SignedIn, page: Page): Promise<Outcome<{ page: HoldPage }>> {
  const { office, lang } = who
  if (!mayRead(who)) return failed(wordsOf(lang), 'wrong-role')
  const found = await deps.store.retention.listHolds(office.id, { today: dayText(todayIn(deps, office)), page })
  const rows = found.rows.map(({ id, number, reason, until, account, at }) => ({
    ...{ id, number, reason, until, at: moment(at, office.calendar.zone) },
    by: { id: account, name: office.people.get(account) ?? account },
  }))
  return { ok: true, page: { rows, next: found.next } }
}
