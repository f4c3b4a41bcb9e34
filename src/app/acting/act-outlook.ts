import type { ActOutlook } from '../../contract/index.js'
import { type Actor, type DutyState, derive, type Folded, isDutyKeptFrom, type Payload } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { openMatter } from '../matter/open-matter.js'
import { dutyView } from '../matter/view-duty.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { readPayload } from './read-payload.js'
import { decidedOn } from './record-act.js'

type Asked = { readonly matter: number; readonly act: string; readonly with: Readonly<Record<string, unknown>> }

/**
 * What an act would do to the days, with what is filled in so far: duties that would then run to another time than now, or for the first
 * time. Where it only asks for an extension, what would be if that were granted. Nothing, while the act could not be done. Nothing is recorded.
 */
export async function actOutlook(deps: Deps, viewer: Viewer, asked: Asked): Promise<Outcome<{ outlook: ActOutlook }>> {
  const { office, actor, lang } = viewer
  const stated = readPayload(asked.with)
  if (stated === null) return failed(wordsOf(lang), 'bad-request')
  const opened = await openMatter(deps, office, asked.matter, actor)
  if (opened === null) return failed(wordsOf(lang), 'not-found')
  const done = decidedOn(opened.given, { office, actor, lang, act: asked.act }, stated)
  if (done === null) return { ok: true, outlook: { duties: [], isIfGranted: false } }
  const granted = grantedOn(done, { act: asked.act, actor, stated })
  const after = granted ?? done
  const showing = showingOf(office, lang, after.program)
  const before = new Map(derive(opened.given).duties.map((duty) => [duty.key, duty]))
  const moved = derive(after).duties.filter(
    (duty) => !isDutyKeptFrom(after.program, duty.duty, actor.role) && isMoved(before.get(duty.key), duty),
  )
  return { ok: true, outlook: { duties: moved.map((duty) => dutyView(showing, after, duty)), isIfGranted: granted !== null } }
}

const isMoved = (before: DutyState | undefined, { status, dueAt }: DutyState): boolean =>
  (status === 'open' || status === 'overdue' || status === 'paused') && dueAt !== null && before?.dueAt !== dueAt

/** What would be if whoever decides granted what was asked for, as it was asked for; null: nothing was. */
function grantedOn(
  given: Folded,
  { act, actor, stated }: { readonly act: string; readonly actor: Actor; readonly stated: Payload },
): Folded | null {
  const asked = Object.values(given.program.regulation.duties)
    .flatMap(({ extend }) => extend ?? [])
    .find((extend) => extend.asked === act && stated[extend.amount] !== undefined)
  const request = given.events.findLast((event) => event.kind === 'act' && event.act === act)
  if (asked === undefined || request?.kind !== 'act') return null
  const seq = (given.events.at(-1)?.seq ?? 0) + 1
  return given.followedBy([{ ...request, seq, act: asked.granted, by: actor }])
}
