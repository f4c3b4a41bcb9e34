import type { Refusal } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import type { ActEvent } from '../events/event.js'
import { withKinds } from '../events/units-named.js'
import { apply, consequence } from '../fold/fold.js'
import { Folded } from '../fold/folded.js'
import type { RunningItem } from '../fold/running-item.js'
import { itemOf, scopeOfEvent, shareOf } from '../fold/scope.js'
import { copyOf, FactView, type Given, holds, type Working } from '../fold/working.js'
import type { UsualRun } from '../rules/regulation.js'
import { actsNamed, statedIn } from '../rules/usual-run.js'
import { isFilled, type Payload } from '../values/value.js'
import { check } from './check.js'

/** Done, with the events to record (the act and what follows from it by rule), or refused. */
export type Decision =
  | { readonly ok: true; readonly events: readonly ActEvent[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** Decides an act, or a usual run of acts, at `given.now`. Pure: nothing is recorded here. */
export function decide(given: Given, request: ActRequest): Decision {
  const run = given.program.regulation.usualRuns[request.act]
  const decision = run === undefined ? decideAct(given, request) : decideRun(given, run, request)
  return decision.ok ? { ok: true, events: inOneGo(decision.events) } : decision
}

const inOneGo = ([first, ...others]: readonly ActEvent[]): readonly ActEvent[] =>
  first === undefined ? [] : [first, ...others.map((event) => ({ ...event, doneWith: first.seq }))]

/** All of a run or nothing: each act is decided by what the ones before it left. */
function decideRun(given: Given, run: UsualRun, request: ActRequest): Decision {
  const { regulation } = given.program
  const events: ActEvent[] = []
  let standing = Folded.of(given)
  for (const act of actsNamed(regulation, run.id)) {
    const decision = decideAct(standing, { ...request, act: act.id, with: statedIn(run, act, regulation, request.with) })
    if (!decision.ok) return decision
    events.push(...decision.events)
    standing = standing.followedBy(decision.events)
  }
  return { ok: true, events }
}

function decideAct(given: Given, asked: ActRequest): Decision {
  const working = Folded.workingOf(given)
  const request = { ...asked, with: withKinds(given.program.regulation, asked) }
  const checked = check(working, given, request, true)
  if ('code' in checked) return { ok: false, refusal: checked }
  const event: ActEvent = {
    kind: 'act',
    seq: working.lastSeq + 1,
    act: request.act,
    by: request.by,
    at: given.now,
    with: request.with,
    assignment: shareOf(checked.scope)?.id ?? null,
    ...namedItem(itemOf(checked.scope)),
  }
  return { ok: true, events: [event, ...consequences(working, event)] }
}

const namedItem = (item: RunningItem | null): Pick<ActEvent, 'item'> => (item === null ? {} : { item: item.id })

/** What an act states again: of the matter as a whole, as somebody last stated it. */
function restated({ program, done }: Working, act: string): Payload {
  const stood = (program.acts.get(act)?.rule.restates ?? []).flatMap((field) => {
    const value = done.findLast((event) => event.assignment === null && event.item === undefined && isFilled(event.with[field]))
      ?.with[field]
    return value === undefined ? [] : [[field, value] as const]
  })
  return Object.fromEntries(stood)
}

/** What the platform does by rule right after an act, each by the facts the one before it left. */
export function consequences(working: Working, cause: ActEvent): readonly ActEvent[] {
  const found: ActEvent[] = []
  const facts = new FactView(working, scopeOfEvent(working, cause), cause.with, cause.by)
  const follows = working.program.acts.get(cause.act)?.rule.follows ?? []
  const due = follows.filter((each) => holds(each.when, facts))
  if (due.length === 0) return found
  const after = copyOf(working)
  apply(after, cause)
  for (const { act } of due) {
    const event = { ...consequence(act, cause, after.lastSeq + 1), with: restated(after, act) }
    apply(after, event)
    found.push(event)
  }
  return found
}
