import { z } from 'zod'
import { dutyRow } from './matter.js'
import { alertView, clauseView, dutyView, holderView, moment, named } from './parts.js'

const count = z.object({ rung: z.string(), count: z.number() })

/** 督办看板. How many matters stand on each rung, in all and with each unit. */
export const supervisionBoard = z
  .object({
    /** From the mildest on; an alert's rung is named after it. */
    rungs: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        explains: z.string(),
        alert: alertView.nullable(),
        count: z.number(),
      }),
    ),
    /** Those that have something on the board, the most pressed first. `''`: what no unit owes. */
    units: z.array(named.extend({ counts: z.array(count) })),
    /** The role holds acts that issue slips, or slips were issued. */
    hasSlips: z.boolean(),
    /** A regulation here follows duties over the years. */
    hasFollowed: z.boolean(),
  })
  .meta({ id: 'SupervisionBoard' })
export type SupervisionBoard = z.infer<typeof supervisionBoard>

export const supervisionPage = z
  .object({ rows: z.array(dutyRow.extend({ rung: z.string() })), next: z.string().nullable() })
  .meta({ id: 'SupervisionPage' })
export type SupervisionPage = z.infer<typeof supervisionPage>

/** 通知单. */
export const slipRow = z
  .object({
    act: z.string(),
    name: z.string(),
    year: z.number(),
    number: z.number(),
    /** As it is written: 〔2026〕5号. */
    shown: z.string(),
    issuedAt: moment,
    unit: named,
    matter: z.string(),
    matterNumber: z.string(),
    title: z.string(),
  })
  .meta({ id: 'SlipRow' })
export type SlipRow = z.infer<typeof slipRow>
export const slipPage = z.object({ rows: z.array(slipRow), next: z.string().nullable() }).meta({ id: 'SlipPage' })
export type SlipPage = z.infer<typeof slipPage>

/** The paper itself. */
export const slipView = slipRow
  .extend({
    government: z.string(),
    /** Who issues it, and by which act. */
    actName: z.string(),
    by: holderView.extend({ person: z.string().nullable() }),
    /** The day, as papers write it. */
    issuedOn: z.string(),
    receivedAt: moment,
    stated: z.array(z.object({ field: z.string(), name: z.string(), value: z.string() })),
    clauses: z.array(clauseView),
    regulation: z.string(),
    /** What the unit owes now in the matter. */
    duties: z.array(
      dutyView.pick({ name: true, status: true, discretion: true, dueAt: true, workdaysLate: true, clauses: true }),
    ),
  })
  .meta({ id: 'Slip' })
export type SlipView = z.infer<typeof slipView>
