import type { Lang, TrackView } from '../../contract/index.js'
import { derive, type Folded, type MatterEvent, matterNameIn, publicView } from '../../core/index.js'
import { seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { givenOf } from '../matter/open-matter.js'
import { moment, shownNamed } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { begunIn } from '../records/project.js'
import { showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'
import { sinceWhen } from './read-thread.js'

/** No further than so many steps away. */
const mostSteps = 5

/**
 * 由来信引出. What came of one's own matter, as far as it is anybody's to know: a matter that was begun by an act of which its requester is
 * told, and that is public by its own regulation. What it is called, the plain state it is in, and since when; nothing else of it.
 */
export async function cameOf(
  deps: Deps,
  { office, given, lang }: { office: Office; given: Folded; lang: Lang },
): Promise<TrackView['came']> {
  const found: TrackView['came'][number][] = []
  const seen = new Set<string>()
  let open = begunTold(given)
  for (let step = 0; step < mostSteps && open.length > 0; step += 1) {
    const fresh = open.filter((number) => !seen.has(number))
    for (const number of fresh) seen.add(number)
    const begun = (await Promise.all(fresh.map((number) => publicGiven(deps, office, number)))).flatMap((each) => each ?? [])
    found.push(...begun.map((each) => rowOf(office, lang, each)))
    open = begun.flatMap(begunTold)
  }
  return found
}

/** What was begun by acts of which the requester is told. */
function begunTold({ program, events }: Folded): readonly string[] {
  const { acts, roles } = program.regulation
  const isTold = (event: MatterEvent): boolean =>
    event.kind === 'act' && acts[event.act]?.tells.some((role) => roles[role]?.kind === 'requester') === true
  return begunIn(events.filter(isTold))
}

async function publicGiven(deps: Deps, office: Office, number: string): Promise<Folded | null> {
  const row = await deps.store.findByNumber(office.id, number, seesAll)
  const loaded = row === null ? null : await deps.store.loadMatter(office.id, row.matter, seesAll)
  const given = loaded === null ? null : givenOf(office, loaded, nowOf(deps, office))
  return given === null || publicView(given) === null ? null : given
}

function rowOf(office: Office, lang: Lang, given: Folded): TrackView['came'][number] {
  const { regulation } = given.program
  const showing = showingOf(office, lang, given.program)
  return {
    kind: nameIn(lang, matterNameIn(regulation).name),
    shown: shownNamed(showing, regulation.stages[derive(given).stage]?.shown ?? ''),
    since: moment(sinceWhen(given), given.calendar.zone),
  }
}
