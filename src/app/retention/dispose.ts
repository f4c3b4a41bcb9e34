import type { DecisionDone, DecisionRequest, DisposalRequest, Disposed, HoldRequest, KeptPage } from '../../contract/index.js'
import { dayText } from '../../core/index.js'
import {
  type Decided,
  type Decision,
  type Disposal,
  type MatterRow,
  type NewDisposal,
  type Page,
  seesAll,
} from '../../store/index.js'
import { dayWrong, textWrong, wrongly } from '../administration/administer.js'
import { confirmingIn } from '../administration/second-admin.js'
import type { Deps, Viewer } from '../deps.js'
import { matterRowView } from '../desk/view-lists.js'
import type { SignedIn } from '../entry/signed-in.js'
import { gateOf } from '../gate.js'
import { givenOf } from '../matter/open-matter.js'
import { moment } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { retentionWords } from '../words/retention.js'
import { endedIn, keptAs, keptOf, overSince, todayIn } from './kept-matter.js'
import { className, isKeeper } from './terms.js'

const longestReason = 1000

/** 期满待鉴定. Matters that need not be kept any more, or of which need not be kept who wrote them, neither proposed nor held; by when something happened in them last. */
export async function listOver(deps: Deps, who: SignedIn, { what, page }: OverAsked): Promise<Outcome<{ page: KeptPage }>> {
  const { office, actor, lang } = who
  if (!isKeeper(who)) return failed(wordsOf(lang), 'wrong-role')
  const today = todayIn(deps, office)
  const asked = { what, of: endedIn(deps, office, what), today: dayText(today), gate: gateOf(office, actor), page }
  const found = await deps.store.retention.listEnded(office.id, asked)
  const rows: KeptPage['rows'] = []
  for (const row of found.rows) {
    const kept = await keptOf(deps, who, row)
    const since = kept === null ? null : overSince(kept, what, today)
    if (kept === null || since === null) continue
    const { id, number, title, kind } = matterRowView(showingOf(office, lang), row)
    rows.push({
      ...{ id, number, title, kind: kind?.name ?? '', class: className(lang, kept.class), keep: kept[what].term, since },
      movedAt: moment(row.updatedAt, office.calendar.zone),
    })
  }
  return { ok: true, page: { rows, next: found.next } }
}

export type OverAsked = { readonly what: Disposed; readonly page: Page }

/** 提出处置. Either all of them are proposed, or it is said which cannot be and why, and none is. */
export async function proposeDisposal(
  deps: Deps,
  who: SignedIn,
  { numbers, what, reason }: DisposalRequest,
): Promise<Outcome<{ proposed: number }>> {
  const { office, lang, account } = who
  if (!isKeeper(who)) return failed(wordsOf(lang), 'wrong-role')
  const wrong = textWrong('reason', reason, longestReason)
  if (wrong.length > 0) return wrongly(lang, wrong)
  const asked = await namedBy(deps, who, numbers)
  const weighed = await Promise.all(asked.map((each) => weigh(deps, who, { ...each, what, reason: reason.trim() })))
  const hindered = weighed.flatMap((each) => ('hindrance' in each ? [each.hindrance] : []))
  if (hindered.length > 0) return failed(wordsOf(lang), 'not-disposable', { detail: hindered.join('\n') })
  const of = weighed.flatMap((each) => ('disposal' in each ? [each.disposal] : []))
  return { ok: true, proposed: await deps.store.retention.propose(office.id, of, { at: nowOf(deps, office), account }) }
}

type Named = { readonly number: string; readonly row: MatterRow | null }

/** Each once, whatever is written twice. */
async function namedBy(deps: Deps, { office, actor }: Viewer, numbers: readonly string[]): Promise<readonly Named[]> {
  const asked = [...new Set(numbers.map((each) => each.trim()))]
  const rows = await deps.store.findByNumbers(office.id, asked, { ...gateOf(office, actor), rounds: 'beside' })
  return asked.map((number) => ({ number, row: rows.find((row) => row.number === number) ?? null }))
}

type Weighed = { readonly hindrance: string } | { readonly disposal: NewDisposal }

async function weigh(
  deps: Deps,
  who: SignedIn,
  { number, row, what, reason }: Named & Pick<DisposalRequest, 'what' | 'reason'>,
): Promise<Weighed> {
  const { office, lang } = who
  const words = retentionWords[lang]
  const kept = row === null ? null : await keptOf(deps, who, row)
  if (row === null || kept === null) return { hindrance: words.notThere(number) }
  const today = todayIn(deps, office)
  if (!kept.hasEnded) return { hindrance: words.notEnded(number) }
  // Who wrote it may be asked to go sooner: on request, where the law gives a right to it; a person says on what ground.
  const term = words.term(kept.matter.term)
  const isOver = overSince(kept, what, today) !== null
  if (what === 'matter' && !isOver) return { hindrance: words.notOver(number, term) }
  if (what === 'identity' && row.requester === null) return { hindrance: words.noIdentity(number) }
  const { store } = deps
  if ((await store.retention.holdsOf(office.id, row.matter, dayText(today))).length > 0) return { hindrance: words.held(number) }
  const disposals = await store.retention.disposalsOf(office.id, row.matter)
  if (disposals.some(({ decidedAt }) => decidedAt === null)) return { hindrance: words.waits(number) }
  // Where it rests on the reason alone, no term is named with it.
  return {
    disposal: { matter: row.matter, what, reason, class: kept.class?.id ?? '', term: isOver ? String(kept[what].term) : '' },
  }
}

/**
 * 审批处置. One by one, each another person's than its proposer's. A whole matter goes when a second person approves it, who wrote it when the
 * first does: at once, and it cannot be taken back.
 */
export async function decideDisposals(
  deps: Deps,
  admin: SignedIn,
  { ids, isApproved, reason }: DecisionRequest,
): Promise<Outcome<DecisionDone>> {
  const { office, lang, account } = admin
  if (!admin.isAdmin) return failed(wordsOf(lang), 'admin-only')
  const wrong = isApproved && reason.trim() === '' ? [] : textWrong('reason', reason, longestReason)
  if (wrong.length > 0) return wrongly(lang, wrong)
  const { areTwo } = await confirmingIn(deps, office)
  const by = { at: nowOf(deps, office), account, today: dayText(todayIn(deps, office)), isApproved, why: reason.trim() }
  const results: DecisionDone['results'] = []
  for (const id of new Set(ids)) {
    const found = await deps.store.retention.findDisposal(office.id, id)
    if (found === null) results.push({ id, done: 'gone' })
    else if ([found.proposedBy, found.agreedBy].some((each) => each !== null && !areTwo(each, account)))
      results.push({ id, done: 'own' })
    else results.push({ id, done: await decideOne(deps, admin, { ...by, id }, found) })
  }
  return { ok: true, results }
}

/** What somebody does in the matter between the proposal and the decision makes it one to be kept: it is looked at once more, as whoever proposed it did. */
async function decideOne(deps: Deps, { office }: SignedIn, decision: Decision, { matter, what }: Disposal): Promise<Decided> {
  const { retention } = deps.store
  const loaded = decision.isApproved ? await deps.store.loadMatter(office.id, matter, seesAll) : null
  if (loaded === null) return retention.decide(office.id, decision)
  const kept = keptAs(office, { loaded, given: givenOf(office, loaded, nowOf(deps, office)) })
  const mayGo = what === 'matter' ? overSince(kept, what, todayIn(deps, office)) !== null : kept.hasEnded
  return mayGo ? retention.decide(office.id, { ...decision, seen: loaded.row.revision }) : 'moved'
}

/** 暂缓销毁. As long as it stands nothing of these goes, whatever was proposed. */
export async function holdMatters(deps: Deps, who: SignedIn, { numbers, reason, until }: HoldRequest): Promise<Outcome<object>> {
  const { office, lang, account } = who
  if (!isKeeper(who)) return failed(wordsOf(lang), 'wrong-role')
  const day = until.trim() === '' ? [] : dayWrong('until', until)
  const wrong = [...textWrong('reason', reason, longestReason), ...day]
  if (wrong.length > 0) return wrongly(lang, wrong)
  const named = await namedBy(deps, who, numbers)
  const unknown = named.flatMap(({ number, row }) => (row === null ? [retentionWords[lang].notThere(number)] : []))
  if (unknown.length > 0) return failed(wordsOf(lang), 'not-disposable', { detail: unknown.join('\n') })
  const of = named.flatMap(({ row }) => (row === null ? [] : [row.matter]))
  const held = of.map((matter) => ({ matter, reason: reason.trim(), until: until.trim() === '' ? null : until.trim() }))
  await deps.store.retention.hold(office.id, held, { at: nowOf(deps, office), account })
  return { ok: true }
}

export async function liftHold(
  deps: Deps,
  who: SignedIn,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<Outcome<object>> {
  const { office, lang, account } = who
  if (!isKeeper(who)) return failed(wordsOf(lang), 'wrong-role')
  const wrong = textWrong('reason', reason, longestReason)
  if (wrong.length > 0) return wrongly(lang, wrong)
  const lifted = await deps.store.retention.liftHold(office.id, id, reason.trim(), { at: nowOf(deps, office), account })
  return lifted ? { ok: true } : failed(wordsOf(lang), 'not-found')
}
