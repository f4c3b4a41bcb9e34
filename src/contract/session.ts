import { z } from 'zod'
import { sentId, sentSecret } from './limits.js'
import { callsView, moment, named } from './parts.js'

const role = z.object({
  role: z.string(),
  name: z.string(),
  unit: named.nullable(),
  /** Where it is another's: for whom one stands in. */
  behalf: named.nullable(),
})

const wornRole = role.extend({
  /** Decides and instructs: the first room is the leader's desk. */
  isLeader: z.boolean(),
  /** Sees what the office itself owes, round after round. */
  seesRounds: z.boolean(),
  /** Works for the office that keeps the files: says what need not be kept, and holds what must. */
  keepsFiles: z.boolean(),
  /** Brings in what came elsewhere, from files. */
  mayImport: z.boolean(),
  /** May ask, for a reason, what somebody with a certain name or number wrote. */
  findsRequesters: z.boolean(),
  /** Chooses matters for an act, by lot or by hand. */
  choosesMatters: z.boolean(),
  /** Units are assessed under a regulation of this role. */
  seesAssessment: z.boolean(),
  /** What those matters are called here that hold others, under the regulations of this role; each has a room. */
  containers: z.array(z.string()),
})

export const signInRequest = z
  .object({
    government: sentId,
    login: sentId,
    password: sentSecret,
    /** Of the authenticator, or a recovery code; asked for by `second-factor`. */
    code: sentId.optional(),
    /** A challenge that was answered with before, solved. */
    proof: z.string().max(1000).optional(),
  })
  .meta({ id: 'SignInRequest' })

/** The signed-in person, in one role; `csrf` goes back in the header `X-CSRF-Token` of every change. */
export const sessionView = z
  .object({
    /** `emblem`: the picture of its pages, by its hash; empty: none. */
    government: named.extend({ emblem: z.string() }),
    account: z.object({ id: z.string(), name: z.string(), isAdmin: z.boolean(), isAuditor: z.boolean() }),
    roles: z.array(wornRole),
    /** Which of the roles is worn now; the header `X-Role` (`role`, `role@unit`, `role@unit~absent`) chooses another. */
    role: wornRole,
    units: z.array(named),
    /** Every kind of matter that is handled here, by its regulation; none where there is only one. */
    kinds: z.array(named),
    /** What the government calls a matter, and the sides. */
    calls: callsView,
    /** 演练: what time it is there; null for every real government. */
    rehearsal: moment.nullable(),
    /** 旁设的演练. It stands beside an office: one can step out of it, and into the shoes of others. */
    isBeside: z.boolean(),
    csrf: z.string(),
    /** What has to be done before anything else: choose another password, or set up the second factor. */
    due: z.enum(['password', 'second-factor']).nullable(),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof sessionView>

/** 另一个身份的待办. How much waits in each role that is not worn now. */
export const otherDesks = z
  .object({ desks: z.array(role.extend({ open: z.number(), overdue: z.number() })) })
  .meta({ id: 'OtherDesks' })
export type OtherDesks = z.infer<typeof otherDesks>
