import type {
  AssessedFigure,
  ChosenBy,
  Cycle,
  FieldSight,
  FieldType,
  Keep,
  MatterSight,
  RoundEdge,
  RungMoment,
  signOffStandings,
} from '../../core/index.js'

/** What is heard of another matter: that it ended or was opened again, that these acts were done, or one of so many whose names are not at hand. */
export type StepHeard = 'ended' | 'open' | number | { readonly acts: string }

/** Words for rules in one language: whole sentences, each said for one option of the format. Names come quoted. */
export type RuleWords = {
  readonly when: (condition: string, then: string) => string
  readonly unless: (condition: string) => string
  readonly otherwise: (then: string) => string
  readonly act: {
    readonly starts: (by: string) => string
    readonly inMatter: (by: string, stages: string) => string
    readonly anyStage: (by: string) => string
    readonly inShare: (by: string, stages: string) => string
    readonly onItem: (by: string, item: string, stages: string) => string
    readonly during: (stages: string) => string
    readonly when: (condition: string) => string
    readonly requires: (requirements: string) => string
    readonly waives: (field: string) => string
    readonly needs: (fields: string) => string
    readonly takes: (fields: string) => string
    readonly also: (fields: string) => string
    readonly to: (stage: string) => string
    readonly stays: string
    readonly moves: (parts: string | null, stage: string) => string
    readonly movesItems: (item: string, from: string, to: string) => string
    readonly movesShare: (from: string, to: string) => string
    readonly itemsFor: (field: string, item: string) => string
    readonly ofParts: (parts: string) => string
    /** Of an act of the matter: in which parts it names units. */
    readonly namesAs: (parts: string) => string
    readonly assigns: (stage: string) => string
    /** To units below its own. */
    readonly handsOn: (stage: string) => string
    readonly changesPart: string
    readonly times: (count: number) => string
    readonly notBy: (acts: string) => string
    readonly sets: (facts: string) => string
    readonly follows: (act: string) => string
    readonly begins: (matter: string, carried: string | null) => string
    /** Needed, the field always names one, and none ever begins. */
    readonly joins: (matter: string, field: string, isNeeded: boolean) => string
    readonly releases: (field: string) => string
    readonly orders: (member: string, before: string) => string
    /** What is heard, wherever the matter stands; at these stages (null: at any) it moves the matter on, or lets it be held by that step. */
    readonly heard: (by: string, stages: string | null, does: { readonly isAdmitted: boolean; readonly moves: boolean }) => string
    /** Such a matter comes from here as soon as it names this one. */
    readonly namedBy: (matter: string) => string
    readonly hears: (matter: string, of: StepHeard, learned: string | null, isOfHolder: boolean) => string
    readonly tells: (roles: string) => string
    readonly keptFrom: (roles: string) => string
    readonly slip: (name: string) => string
    readonly criticises: (field: string) => string
    readonly commends: (field: string) => string
    readonly chosen: (by: ChosenBy, record: string) => string
    readonly corrects: string
    readonly empties: (fields: string) => string
    readonly restates: (fields: string) => string
    readonly needsForce: string
    readonly within: (after: string, limit: string, isUntil: boolean) => string
    /** On a day or at a moment, and no later. */
    readonly on: (limit: string) => string
    /** What was stated once must be stated each time. */
    readonly again: (fields: string) => string
    /** What needs not be stated where it was stated before. */
    readonly unlessStated: (then: string) => string
    /** What whoever comes too late is told until a longer limit ends. */
    readonly disputed: (after: string, limit: string, says: string) => string
  }
  readonly duty: {
    readonly named: (role: string, field: string) => string
    readonly namedUnit: (field: string) => string
    readonly owes: (holder: string, within: string) => string
    readonly undated: (holder: string) => string
    readonly claimant: (role: string) => string
    readonly parts: (parts: string) => string
    /** Of one who owes it for each unit's share. */
    readonly forParts: (parts: string) => string
    readonly forItems: (item: string) => string
    readonly inMatter: string
    /** Its clock begins there; or only the duty does, where the limit names a start of its own. */
    readonly opens: Readonly<Record<'starts' | 'arises', (cause: string) => string>>
    readonly cause: {
      readonly act: (act: string, parts: string | null) => string
      readonly due: (duty: string) => string
      readonly rung: (duty: string, rung: string) => string
      readonly stage: (stage: string) => string
      readonly turn: (signOff: string) => string
    }
    readonly appliesTo: (condition: string) => string
    readonly appliesFrom: { readonly now: string; readonly atLeast: (period: string) => string }
    readonly from: (act: string) => string
    readonly notAfter: (within: string) => string
    readonly tightenedBy: (act: string) => string
    readonly soft: string
    /** `unmet`: no act meets it; it only comes to its day. */
    readonly lapses: Readonly<Record<'answered' | 'unmet', string>>
    readonly metBy: (act: string) => string
    readonly reopenedBy: (act: string) => string
    readonly cancelledBy: (act: string) => string
    readonly pausedBy: (act: string) => string
    readonly resumedBy: (act: string) => string
    readonly forgivenBy: (act: string) => string
    readonly internal: string
  }
  readonly extend: {
    readonly how: (granted: string, asked: string | null, refused: string | null) => string
    readonly amount: (field: string, unit: string) => string
    readonly times: (count: number) => string
    readonly total: (period: string) => string
    readonly asks: Readonly<Record<'before-due' | 'any-time' | 'unasked', string>>
    readonly holds: Readonly<Record<'yes' | 'no', string>>
    readonly clips: string
    readonly unless: string
  }
  readonly rung: {
    /** Null: at that very moment. `nth`: on the first, second … day of that unit. */
    readonly moment: Readonly<Record<RungMoment['kind'], (period: string | null) => string>>
    readonly nth: (count: number, unit: 'workdays' | 'calendarDays') => string
    readonly at: (time: string) => string
    readonly earlierOnDayOff: (time: string) => string
    readonly alert: (alert: string) => string
    readonly urges: (roles: string) => string
    readonly deducts: (points: number) => string
    readonly refers: (role: string) => string
    readonly criticisms: (count: number) => string
    readonly courtesy: string
  }
  readonly stage: (from: string, then: string) => string
  readonly stageKeptFrom: (stage: string, roles: string) => string
  readonly moves: (to: string) => string
  readonly signOff: {
    readonly sent: (acts: string, fields: string) => string
    readonly levels: (levels: readonly string[]) => string
    readonly sentBack: (act: string, field: string | null) => string
    readonly jumpedBy: (act: string) => string
    readonly standings: Readonly<Record<(typeof signOffStandings)[number], string>>
    readonly at: (level: string) => string
  }
  readonly document: {
    readonly ofShare: string
    readonly after: (acts: string) => string
    /** `signers` null: whoever drafts it issues it. */
    readonly by: (roles: string, signers: string | null) => string
    readonly seenBy: (roles: string) => string
    readonly series: (series: string) => string
    readonly unitSeries: (ending: string) => string
    readonly writes: (texts: readonly string[]) => string
    readonly asks: (names: readonly string[]) => string
    readonly among: (values: string) => string
    readonly does: (act: string) => string
    readonly text: (name: string, most: number | null) => string
  }
  /** What must exist: it does where this holds. */
  readonly requirement: (met: string) => string
  /** What a unit is assessed by. */
  readonly assessment: {
    readonly rungs: string
    readonly count: (figure: string) => string
    readonly share: (figure: string) => string
    readonly figures: Readonly<Record<AssessedFigure | 'criticised', string>>
    readonly each: (points: number) => string
    readonly whole: (points: number) => string
    readonly unstated: string
    readonly most: (points: number) => string
  }
  /** How long a class of matters is kept. */
  readonly retention: (keep: Keep) => string
  readonly forbids: (acts: string) => string
  readonly sees: Readonly<
    Record<MatterSight['sees'], { readonly ever: (roles: string) => string; readonly here: (roles: string) => string }>
  >
  readonly look: Readonly<Record<FieldSight['as'], (roles: string, fields: string) => string>>
  readonly hiddenFrom: (field: string, isUnit: boolean) => string
  readonly publishes: (fields: string) => string
  readonly usualRun: (acts: readonly string[]) => string
  readonly recusal: (declared: string, field: string, lifted: string) => string
  /** What the calendar opens, and when. */
  readonly rounds: (every: string, edge: string) => string
  readonly edge: Readonly<Record<RoundEdge, string>>
  readonly every: Readonly<Record<Cycle, string>>
  readonly reading: (value: string) => string
  readonly judged: (words: string, judge: string) => string
  /** The text says nothing of it: when something is done, or by when at the latest. */
  readonly left: { readonly when: (judge: string) => string; readonly howLong: (judge: string) => string }
  readonly untimed: string
  readonly word: {
    readonly role: string
    readonly field: Readonly<Record<FieldType, string>>
    /** Of a kind of items: where one begins; of a field: which it states. */
    /** At which level it stands; null where the text ranks none. */
    readonly unitKind: (level: number | null) => string
    /** What is commonly called so, by its name in this text. */
    readonly part: (common: string) => string
    readonly item: (stage: string) => string
    readonly items: (item: string) => string
    readonly forStaff: string
    readonly silent: (value: string) => string
    readonly least: (amount: number, isText: boolean) => string
    readonly most: (amount: number, isText: boolean) => string
    readonly units: (units: string) => string
    /** A day instead of so many. */
    readonly day: string
    readonly parts: (parts: string) => string
    readonly needsLead: string
    readonly lists: (lists: string) => string
    readonly roles: (roles: string, isOne: boolean) => string
    readonly requesterList: string
    readonly identity: string
    readonly redacts: (names: string) => string
    readonly earliest: string
    readonly ranked: (by: string, order: string) => string
    readonly actingRole: string
    readonly notBefore: (bound: string) => string
    readonly notAfter: (bound: string) => string
    readonly bound: {
      readonly today: string
      readonly act: (act: string) => string
      readonly field: (field: string) => string
      readonly duty: (duty: string) => string
    }
    readonly option: (field: string) => string
    readonly inForce: string
    readonly awaited: string
    readonly from: (day: string) => string
    readonly to: (day: string) => string
  }
  readonly topic: {
    readonly published: string
    readonly days: string
    readonly points: string
  }
  readonly movesToWorkday: Readonly<Record<'yes' | 'no', string>>
  readonly points: Readonly<Record<'highest' | 'sum', string>>
}
