import {
  type Act,
  type Calendar,
  compile,
  type Day,
  type Duty,
  type DutyState,
  dayAt,
  derive,
  type Facts,
  type Instant,
  instant,
  type Payload,
  platform,
  type Receipt,
  type Regulation,
  receiptOf,
  weigh,
} from '../../core/index.js'

/** One duty by itself: as it would stand if it were opened at a moment, with its receipt; the rungs are those it would reach. */
export type ProjectedDuty = { readonly duty: DutyState; readonly receipt: Receipt; readonly rungs: DutyState['reached'] }

const opening = 'open'
/** How long after the due time rungs are looked for: a year and some. */
const ladderLength = 400 * 86_400_000

/**
 * Opens one duty in an otherwise empty matter and lets the core count. Answers null where it does not apply to the facts stated;
 * what nobody stated is taken not to stand in the way.
 */
export function projectDuty(
  regulation: Regulation,
  id: string,
  from: Instant,
  stated: Payload,
  calendar: Calendar,
): ProjectedDuty | null {
  const rule = regulation.duties[id]
  const [stage = ''] = Object.keys(regulation.stages)
  if (rule === undefined || !mayApply(regulation, rule, stated, dayAt(from, calendar.zone))) return null
  const still = Object.fromEntries(Object.values(regulation.stages).map((each) => [each.id, { ...each, next: [], isEnd: false }]))
  const alone = {
    ...rule,
    of: 'matter' as const,
    item: null,
    opens: [{ on: 'act' as const, act: opening, when: null, parts: [] }],
    from: null,
    appliesTo: null,
    appliesFrom: { kind: 'opening' as const },
    metBy: [],
  }
  const program = compile({ ...regulation, acts: { [opening]: openingIn(stage) }, duties: { [id]: alone }, stages: still })
  const events = [{ kind: 'act' as const, seq: 1, act: opening, by: platform, at: from, with: stated, assignment: null }]
  const at = (now: Instant) => derive({ program, calendar, events, now }).duties[0]
  const duty = at(from)
  if (duty === undefined) return null
  const last = instant((duty.dueAt ?? from) + ladderLength)
  return { duty, receipt: receiptOf(duty, rule, calendar), rungs: at(last)?.reached ?? [] }
}

/** The act that opens the duty, and rules nothing else. */
const openingIn = (stage: string): Act => ({
  id: opening,
  name: { zh: opening, en: opening },
  by: [platform.role],
  of: 'matter',
  parts: [],
  item: null,
  starts: true,
  from: [],
  during: [],
  to: [{ to: stage, when: null }],
  moves: null,
  movesItems: [],
  movesShare: null,
  itemsFor: null,
  assigns: null,
  changesPart: false,
  needs: [],
  takes: [],
  needsWhen: [],
  when: null,
  requires: [],
  waives: null,
  within: null,
  times: null,
  notBy: [],
  sets: {},
  follows: [],
  begins: [],
  releases: null,
  orders: null,
  hears: null,
  tells: [],
  keptFrom: [],
  slip: null,
  criticises: null,
  commends: null,
  chosen: null,
  corrects: false,
  empties: [],
  restates: [],
  needsForce: false,
  clause: [],
  note: null,
})

/** False only where what was stated rules the duty out. */
function mayApply({ fields }: Regulation, rule: Duty, stated: Payload, today: Day): boolean {
  if (rule.appliesTo === null) return true
  const facts: Facts = {
    value: (field) => stated[field] ?? fields[field]?.default,
    count: () => 0,
    latest: () => null,
    dutyStatuses: () => [],
    isOver: () => false,
    stage: '',
    part: rule.parts[0] ?? null,
    assignments: () => [],
    items: () => [],
    begun: () => [],
    signOff: () => '',
    unitKinds: () => [],
    viewer: { role: null, unit: null, person: null },
    today,
  }
  return weigh(rule.appliesTo, facts) !== false
}
