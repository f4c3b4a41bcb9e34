import type { Part, Payload } from '../values/value.js'
import { factsOf } from './facts-of.js'
import { fold } from './fold.js'
import { Folded } from './folded.js'
import { presentSignOffs } from './presented-sign-offs.js'
import type { RunningAssignment } from './running-assignment.js'
import type { RunningItem } from './running-item.js'
import type { AssignmentState, DutyState, ItemState, MatterState } from './state.js'
import { type Given, holdsFor, viewOf, type Working } from './working.js'

/** The arrow: a regulation, events, a calendar and a moment give the matter as it stood then. Pure; any moment may be asked. */
export function derive(given: Given): MatterState {
  return new Presented(Folded.workingOf(given), given)
}

/** The stages it stood in, in their order, as each event left it. */
export function stagesPassed(given: Given): readonly string[] {
  const passed: string[] = []
  fold(given, ({ stage }) => passed.push(stage.id))
  return passed
}

/** What the world sees of a folded matter. All that was stated is gathered only when somebody asks for it. */
class Presented implements MatterState {
  readonly stage: string
  readonly assignments: readonly AssignmentState[]
  readonly items: readonly ItemState[]
  readonly duties: readonly DutyState[]
  readonly holdings: MatterState['holdings']
  readonly marks: MatterState['marks']
  readonly signOffs: MatterState['signOffs']
  readonly lastSeq: number
  readonly lastAt: MatterState['lastAt']
  readonly done: MatterState['done']
  readonly events: MatterState['events']
  private stated: Payload | null = null

  constructor(
    working: Working,
    private readonly given: Given,
  ) {
    this.stage = working.stage.id
    this.assignments = working.assignments.map((share) => new PresentedShare(share, given))
    this.items = working.items.map((item) => new PresentedItem(item, given))
    this.duties = presentDuties(working, given)
    this.holdings = working.holdings
    this.marks = working.marks
    this.signOffs = presentSignOffs(working)
    this.lastSeq = working.lastSeq
    this.lastAt = working.lastAt
    this.done = working.done
    this.events = given.events
  }

  get facts(): Payload {
    this.stated ??= factsOf(this.given, null)
    return this.stated
  }

  /** As data, with what is otherwise gathered only when asked for. */
  toJSON(): MatterState {
    const { stage, facts, assignments, items, duties, holdings, marks, signOffs, lastSeq, lastAt, done, events } = this
    return { stage, facts, assignments, items, duties, holdings, marks, signOffs, lastSeq, lastAt, done, events }
  }
}

class PresentedShare implements AssignmentState {
  private stated: Payload | null = null
  readonly id: number
  readonly unit: string
  readonly part: Part
  readonly above: AssignmentState['above']
  readonly stage: string
  readonly since: AssignmentState['since']
  readonly endedAt: AssignmentState['endedAt']

  constructor(
    private readonly share: RunningAssignment,
    private readonly given: Given,
  ) {
    this.id = share.id
    this.unit = share.unit
    this.part = share.part
    this.above = share.above?.id ?? null
    this.stage = share.stage.id
    this.since = share.since
    this.endedAt = share.endedAt
  }

  get facts(): Payload {
    this.stated ??= factsOf(this.given, this.share)
    return this.stated
  }

  toJSON(): AssignmentState {
    const { id, unit, part, above, stage, since, endedAt, facts } = this
    return { id, unit, part, above, stage, since, endedAt, facts }
  }
}

class PresentedItem implements ItemState {
  private stated: Payload | null = null
  readonly id: number
  readonly kind: string
  readonly assignment: number | null
  readonly above: number | null
  readonly stage: string
  readonly since: ItemState['since']
  readonly addedBy: number
  readonly endedAt: ItemState['endedAt']

  constructor(
    private readonly item: RunningItem,
    private readonly given: Given,
  ) {
    this.id = item.id
    this.kind = item.kind.id
    this.assignment = item.share?.id ?? null
    this.above = item.above?.id ?? null
    this.stage = item.stage.id
    this.since = item.since
    this.addedBy = item.addedBy
    this.endedAt = item.endedAt
  }

  get facts(): Payload {
    this.stated ??= factsOf(this.given, this.item)
    return this.stated
  }

  toJSON(): ItemState {
    const { id, kind, assignment, above, stage, since, addedBy, endedAt, facts } = this
    return { id, kind, assignment, above, stage, since, addedBy, endedAt, facts }
  }
}

/** Duties that do not apply to such a matter are left out. */
function presentDuties(working: Working, { now, calendar, program }: Given): readonly DutyState[] {
  const presenting = { now, calendar, recorded: working.recorded, points: program.regulation.points }
  const duties: DutyState[] = []
  for (const duty of working.duties) {
    const { appliesTo, readsFacts } = duty.rule
    if (!holdsFor(appliesTo, working, duty.scope, null)) continue
    duties.push(duty.present(presenting, readsFacts ? viewOf(working, duty.scope) : null))
  }
  return duties
}
