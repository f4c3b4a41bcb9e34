import { z } from 'zod'
import { auditRow } from './audit.js'
import { sentId, sentSecret } from './limits.js'
import { moment } from './parts.js'

/** 我的账号. What somebody sees of their own account, and nobody else. */
export const ownAccount = z
  .object({
    login: z.string(),
    sessions: z.array(
      z.object({
        id: z.number(),
        createdAt: moment,
        seenAt: moment,
        address: z.string(),
        agent: z.string(),
        isThis: z.boolean(),
      }),
    ),
    secondFactor: z.object({ isOn: z.boolean(), isRequired: z.boolean(), recoveryLeft: z.number() }),
    /** What the log says about this account: sign-ins, links that were made for it, by whom. */
    log: z.array(auditRow),
  })
  .meta({ id: 'OwnAccount' })
export type OwnAccount = z.infer<typeof ownAccount>

export const ownPasswordRequest = z
  .object({ current: sentSecret, password: sentSecret, again: sentSecret })
  .meta({ id: 'OwnPasswordRequest' })
export type OwnPasswordRequest = z.infer<typeof ownPasswordRequest>

/** One session, or all but the one that asks. */
export const endSessionsRequest = z.object({ id: z.number().int().nullable() }).meta({ id: 'EndSessionsRequest' })

export const secondFactorRequest = z.object({ password: sentSecret }).meta({ id: 'SecondFactorRequest' })
/** Told to the authenticator, by typing or by `uri`. */
export const secondFactorBegun = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'SecondFactorBegun' })
export type SecondFactorBegun = z.infer<typeof secondFactorBegun>
export const oneTimeCode = z.object({ code: sentId }).meta({ id: 'OneTimeCode' })
/** Shown once: each lets in once without the authenticator. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
export type RecoveryCodes = z.infer<typeof recoveryCodes>
