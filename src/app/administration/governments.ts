import type { GovernmentView, Lang } from '../../contract/index.js'
import { type Program, startingAct } from '../../core/index.js'
import { type MatterFilter, seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { type Counts, governmentView, programAtDoor } from './view-government.js'

const freshFor = 30_000
type Kept = { readonly counts: Counts; readonly until: number }
const kept = new WeakMap<Deps, Map<string, Kept>>()

export async function listGovernments(deps: Deps, lang: Lang): Promise<readonly GovernmentView[]> {
  const offices = await deps.offices.own()
  return Promise.all(
    offices.map((office) => viewOf(deps, { office, program: programAtDoor(office, null) ?? office.program }, lang)),
  )
}

/** With the form of one of its doors; the first where none is named. */
export async function readGovernment(
  deps: Deps,
  id: string,
  { lang, door }: { readonly lang: Lang; readonly door: string | null },
): Promise<Outcome<{ government: GovernmentView }>> {
  const office = await deps.offices.get(id)
  if (office === null) return failed(wordsOf(lang), 'government-unknown')
  const program = programAtDoor(office, door)
  if (program === null) return failed(wordsOf(lang), 'kind-unknown')
  return { ok: true, government: await viewOf(deps, { office, program }, lang) }
}

const viewOf = async (deps: Deps, shown: { office: Office; program: Program }, lang: Lang): Promise<GovernmentView> =>
  governmentView(shown, lang, { now: nowOf(deps, shown.office), counts: await countsOf(deps, shown.office) })

/** Totals for the portal's first page, counted twice a minute at most. */
async function countsOf(deps: Deps, office: Office): Promise<Counts> {
  const ofDeps = kept.get(deps) ?? new Map<string, Kept>()
  kept.set(deps, ofDeps)
  const found = ofDeps.get(office.id)
  if (found !== undefined && found.until > deps.now()) return found.counts
  const ofPublic = await openToPublic(deps, office)
  const count = (filter: MatterFilter) => deps.store.countMatters(office.id, { filter, gate: seesAll })
  const [received, answered, published] = await Promise.all([
    count(ofPublic),
    count({ ...ofPublic, isAnswered: true }),
    // What anybody may read is in the list of it, whoever brought it in: the number is the list's.
    count({ isPublished: true }),
  ])
  const each = Object.entries({ received, answered, published })
  const counts = {
    ...{ received: received.count, answered: answered.count, published: published.count },
    capped: each.filter(([, { isCapped }]) => isCapped).map(([name]) => name),
  }
  ofDeps.set(office.id, { counts, until: deps.now() + freshFor })
  return counts
}

/** The public is told of what it may bring in itself: of a kind without a door, such as leaders' instructions, not even how many there are. */
async function openToPublic({ store, library }: Deps, office: Office): Promise<MatterFilter> {
  const held = await store.overview.regulationsHeld(office.id)
  const open = held.filter((id) => library.regulations.get(id)?.some((each) => startingAct(each, 'requester') !== null) === true)
  return open.length === held.length ? {} : { regulations: open }
}
