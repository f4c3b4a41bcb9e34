import { z } from 'zod'
import { alertView, clauseView, holderView, moment, named, refusalView } from './parts.js'

/** 要件, as a light: it exists, is lacking, was waived, or is not asked for here. */
const lightView = named
  .extend({ standing: z.enum(['met', 'lacking', 'waived', 'unasked']), clauses: z.array(clauseView) })
  .meta({ id: 'Light' })
export type LightView = z.infer<typeof lightView>

/** A matter that may be held, or is. */
const heldRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  stage: named,
  isEnd: z.boolean(),
  category: named.nullable(),
  units: z.array(named),
  since: moment,
  alert: alertView.nullable(),
  lights: z.array(lightView),
})

/** 所含的一件. A matter that is held: what was stated as it came, its turn, and what was decided of it, as far as the viewer may see. */
export const heldView = heldRow
  .extend({
    turn: z.enum(['ahead', 'now', 'dealt']),
    /** When it was taken up, and when it was dealt with. */
    calledAt: moment.nullable(),
    dealtAt: moment.nullable(),
    stated: z.array(z.object({ name: z.string(), value: z.string() })),
    outcome: z.array(z.object({ name: z.string(), value: z.string() })),
  })
  .meta({ id: 'Held' })
export type HeldView = z.infer<typeof heldView>

/** 待列. A matter that is not held yet; of one container, whether it may be, and why not. */
export const pooledView = heldRow.extend({ refusal: refusalView.nullable() }).meta({ id: 'Pooled' })
export type PooledView = z.infer<typeof pooledView>

/** How an act treats one of the matters held: which field names it, and for an order the field that names the one after it. */
const containerMove = z.object({
  act: z.string(),
  field: z.string(),
  as: z.enum(['joins', 'releases', 'orders', 'calls']),
  before: z.string().nullable(),
})
export type ContainerMove = z.infer<typeof containerMove>

/** 会场. A matter that holds others: who attends, how many are needed, what it holds in which order, and what may still come in. */
export const containerView = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    kind: z.string(),
    /** What those held are called. */
    heldName: z.string(),
    stage: named,
    isEnd: z.boolean(),
    /** The day on which it takes place. */
    on: z.string().nullable(),
    /** What was stated of when and where it takes place. */
    head: z.array(z.object({ name: z.string(), value: z.string() })),
    /** Who opened it, when, by which act. */
    opened: z.object({ name: z.string(), at: moment, by: holderView.extend({ person: z.string().nullable() }) }).nullable(),
    /** 主持. Who takes the chair as the matter stands: the role, and the person where one alone holds it. */
    chair: z.object({ roleName: z.string(), person: z.string().nullable() }).nullable(),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        roleName: z.string(),
        mark: z.object({ name: z.string(), at: moment }).nullable(),
        /** Named among those who are here; null: nobody has been counted yet, or only a number. */
        isHere: z.boolean().nullable(),
      }),
    ),
    /** 过半数. `needed` of `of`; which of the act's fields state both, and in which who is here is named (the same, where people are counted). */
    quorum: z
      .object({
        act: z.string(),
        presentField: z.string(),
        ofField: z.string(),
        namesField: z.string().nullable(),
        /** Who was here, as it was opened. */
        names: z.string().nullable(),
        present: z.number().nullable(),
        of: z.number(),
        needed: z.number(),
        clauses: z.array(clauseView),
      })
      .nullable(),
    /** 会议纪要. In which field what was decided is told; of each that was dealt with and may be seen, how it would be told. */
    minutes: z.object({ field: z.string(), told: z.array(z.object({ title: z.string(), text: z.string() })) }).nullable(),
    /** 清点. How many are held, in all and of each unit, beside what whoever hands them over says (null: not said). */
    tally: z
      .object({
        listed: z.number().nullable(),
        held: z.number(),
        units: z.array(named.extend({ listed: z.number(), held: z.number() })),
      })
      .nullable(),
    moves: z.array(containerMove),
    held: z.array(heldView),
    /** What may come in, for whoever may take it in now; else null. */
    pool: z.array(pooledView).nullable(),
  })
  .meta({ id: 'Container' })
export type ContainerView = z.infer<typeof containerView>

/** A container in the list of all: when, and where it stands. */
export const containerRow = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    kind: z.string(),
    stage: named,
    isEnd: z.boolean(),
    on: z.string().nullable(),
    alert: alertView.nullable(),
  })
  .meta({ id: 'ContainerRow' })
export type ContainerRow = z.infer<typeof containerRow>

/** 会期. Every container the viewer may see, the days of one month, and what waits to be held. */
export const containerList = z
  .object({
    /** Empty where no regulation here holds matters of another kind. */
    kinds: z.array(
      z.object({
        regulation: z.string(),
        name: z.string(),
        heldRegulation: z.string(),
        heldName: z.string(),
        /** The acts by which the viewer may begin one now. */
        begins: z.array(named),
      }),
    ),
    month: z.string(),
    days: z.array(z.object({ on: z.string(), weekday: z.number(), isOff: z.boolean(), isToday: z.boolean() })),
    containers: z.array(containerRow),
    pools: z.array(z.object({ name: z.string(), rows: z.array(pooledView) })),
  })
  .meta({ id: 'ContainerList' })
export type ContainerList = z.infer<typeof containerList>
