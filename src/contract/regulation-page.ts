import { z } from 'zod'
import { ruleKinds } from '../core/index.js'
import { actView, alertView, clauseView, dutyView, moment, named, refusalView } from './parts.js'
import { regulationSummary } from './regulation.js'

/** 办法页. The regulations in force here, each version with what runs under it. */
export const regulationsHere = z
  .object({
    versions: z.array(regulationSummary.extend({ isNew: z.boolean(), matters: z.number() })),
    /** May replay stored matters under changed numbers. */
    mayReplay: z.boolean(),
    /** What time it is here, as steps are written. */
    now: z.string(),
  })
  .meta({ id: 'RegulationsHere' })
export type RegulationsHere = z.infer<typeof regulationsHere>

/** A rule that cites a clause, in plain words. */
export const citingRule = z.object({ id: z.string(), kind: z.enum(ruleKinds), name: z.string(), says: z.array(z.string()) })

const clauseStatus = z.enum(['executed', 'form', 'judgement', 'not-covered'])

export const clausePage = z
  .object({
    clauses: z.array(
      clauseView.extend({
        cite: z.string(),
        kind: z.string(),
        status: clauseStatus,
        why: z.string().nullable(),
        rules: z.array(citingRule),
        /** Where the rules for matters of another kind carry it out: which ones, and the version that holds here; null: these rules do. */
        carriedBy: named.extend({ version: z.string().nullable() }).nullable(),
        /** Matters in which a duty that rests on it is owed now, and those of them in which one is late; null: no duty rests on it. */
        now: z.object({ matters: z.number(), late: z.number() }).nullable(),
        /** Those duties, as the list of the same figures names them. */
        duties: z.array(named),
      }),
    ),
  })
  .meta({ id: 'ClausePage' })
export type ClausePage = z.infer<typeof clausePage>

/** The worked examples of a version, run now. */
export const scenarioRuns = z
  .object({
    at: moment,
    scenarios: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        clauses: z.array(z.string()),
        steps: z.number(),
        holds: z.boolean(),
        /** `difference`: what was expected and what is; `reasons`: what in the rules stood in the way. */
        failures: z.array(z.object({ difference: z.string(), reasons: z.array(z.string()) })),
      }),
    ),
  })
  .meta({ id: 'ScenarioRuns' })
export type ScenarioRuns = z.infer<typeof scenarioRuns>

const diagramNode = named.extend({
  heldBy: z.string(),
  isStart: z.boolean(),
  isEnd: z.boolean(),
  /** Matters, or shares, that stand in it now. */
  count: z.number(),
})
const diagramEdge = z.object({
  from: z.string(),
  to: z.string(),
  /** `when`: under which condition an act leads there, in words; null: whenever it is done. */
  acts: z.array(named.extend({ by: z.string(), when: z.string().nullable() })),
  /** Moves on by itself. */
  isAutomatic: z.boolean(),
  /** Under which conditions, in words: any of them will do. */
  when: z.array(z.string()),
})
export const stageDiagram = z.object({ nodes: z.array(diagramNode), edges: z.array(diagramEdge) })
export type StageDiagram = z.infer<typeof stageDiagram>

/** 环节图. Of the matter, and of one unit's share. */
export const stageDiagrams = z
  .object({ regulation: z.string(), matter: stageDiagram, share: stageDiagram })
  .meta({ id: 'StageDiagrams' })
export type StageDiagrams = z.infer<typeof stageDiagrams>

/** 取舍与裁量. */
export const readings = z
  .object({
    parameters: z.array(
      z.object({
        id: z.string(),
        value: z.string(),
        asks: z.string(),
        alternatives: z.array(z.string()),
        clauses: z.array(clauseView),
      }),
    ),
    discretions: z.array(
      z.object({
        id: z.string(),
        words: z.string(),
        judge: z.string(),
        duties: z.array(z.string()),
        clauses: z.array(clauseView),
      }),
    ),
  })
  .meta({ id: 'Readings' })
export type Readings = z.infer<typeof readings>

/** One step: who does what, when, and what they state. `by` as scenarios write it: a role, or `role@unit`. */
export const playedStep = z.object({
  at: z.string().max(40),
  act: z.string().max(64),
  by: z.string().max(160),
  with: z.record(z.string(), z.unknown()),
})
export type PlayedStep = z.infer<typeof playedStep>

export const playRequest = z
  .object({
    steps: z.array(playedStep).max(100),
    /** The moment looked at: later steps wait. */
    now: z.string().max(40),
    /** Whose form is shown. */
    as: z.string().max(160),
  })
  .meta({ id: 'PlayRequest' })
export type PlayRequest = z.infer<typeof playRequest>

/** 推演. What became of each step, and how the matter stands at the moment looked at. */
export const played = z
  .object({
    steps: z.array(
      z.object({
        act: named,
        by: z.string(),
        at: moment.nullable(),
        /** Not reached yet at the moment looked at. */
        waits: z.boolean(),
        stage: named.nullable(),
        problem: z.string().nullable(),
        refusal: refusalView.nullable(),
        changes: z.array(z.object({ key: z.string(), name: z.string(), status: z.string(), dueAt: moment.nullable() })),
        alerts: z.array(alertView),
      }),
    ),
    now: moment,
    stage: named.nullable(),
    shares: z.array(z.object({ unit: named, part: z.string(), stage: named })),
    duties: z.array(dutyView),
    rungs: z.array(
      z.object({ duty: z.string(), name: z.string(), at: moment, alert: alertView.nullable(), clauses: z.array(clauseView) }),
    ),
    /** Who can be acted for; `value` goes into `by`. */
    actors: z.array(z.object({ value: z.string(), name: z.string(), open: z.number(), closed: z.number() })),
    /** Whose acts these are, of those who can act: the one that was asked for, else the first who may do anything now. */
    as: z.string(),
    acts: z.array(actView),
    /** The same as a file of scenarios would hold it, with how the matter stands as what is expected. */
    scenario: z.string(),
  })
  .meta({ id: 'Played' })
export type Played = z.infer<typeof played>

/** A worked example as a start for the simulator. */
export const scenarioStart = z
  .object({ title: z.string(), note: z.string(), steps: z.array(playedStep), now: z.string() })
  .meta({ id: 'ScenarioStart' })
export type ScenarioStart = z.infer<typeof scenarioStart>

/** 可调数字. A number of the regulation that can be tried otherwise. */
export const dialView = z.object({
  id: z.string(),
  duty: z.string(),
  name: z.string(),
  amount: z.number(),
  unit: z.string(),
  /** It is how long the duty has; else how much longer at most, how often, or when it warns. */
  isLimit: z.boolean(),
  clauses: z.array(clauseView),
})

export const whatIfForm = z
  .object({
    dials: z.array(dialView),
    parameters: z.array(
      z.object({
        id: z.string(),
        asks: z.string(),
        value: z.string(),
        alternatives: z.array(z.string()),
        clauses: z.array(clauseView),
      }),
    ),
    from: z.string(),
    to: z.string(),
    /** So many matters are replayed at most. */
    most: z.number(),
  })
  .meta({ id: 'WhatIfForm' })
export type WhatIfForm = z.infer<typeof whatIfForm>

export const whatIfRequest = z
  .object({
    dials: z.record(z.string(), z.unknown()),
    /** The place of the alternative chosen, from 0. */
    parameters: z.record(z.string(), z.number().int().min(0)),
    from: z.string().max(40),
    to: z.string().max(40),
  })
  .meta({ id: 'WhatIfRequest' })
export type WhatIfRequest = z.infer<typeof whatIfRequest>

const tally = z.object({
  before: z.number(),
  after: z.number(),
  /** Late that was not; and no longer. */
  worse: z.number(),
  better: z.number(),
})

/** 试算. Read only: nothing of it is recorded. */
export const whatIfRun = z
  .object({
    id: z.string(),
    status: z.enum(['running', 'done', 'stopped', 'failed']),
    total: z.number(),
    done: z.number(),
    isCapped: z.boolean(),
    matters: tally,
    /** Extensions that were granted and would not have been. */
    notGranted: z.number(),
    /** Due times that lie elsewhere, late or not. */
    moved: z.number(),
    units: z.array(tally.extend({ unit: named })),
    duties: z.array(tally.extend({ duty: named })),
    rungs: z.array(z.object({ duty: named, rung: z.string(), before: z.number(), after: z.number() })),
    examples: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        duty: z.string(),
        unit: z.string(),
        before: moment.nullable(),
        after: moment.nullable(),
        isWorse: z.boolean(),
        /** What the rules that are tried say otherwise of this duty, and which extension they would not have granted. */
        why: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'WhatIfRun' })
export type WhatIfRun = z.infer<typeof whatIfRun>
