import type { Context } from '../context.js'
import { asGovernment, type Query } from '../database/transaction.js'
import { listSessions, touchSession } from '../sessions.js'
import type { GovernmentId, Instant, OwnSession } from '../types.js'
import { beginSecondFactor, findSecondFactor, type SecondFactor, spendRecoveryCode, spendStep } from './second-factor.js'

/** What belongs to one account beside its row: its second factor, its sessions. Changes that are logged are made by `administration.change`. */
export type AccountsStore = {
  findSecondFactor(government: GovernmentId, account: string): Promise<SecondFactor | null>
  /** `secret` in hexadecimal. False: there is a confirmed one. */
  beginSecondFactor(government: GovernmentId, given: { account: string; secret: string }): Promise<boolean>
  spendStep(government: GovernmentId, account: string, step: number): Promise<boolean>
  spendRecoveryCode(government: GovernmentId, given: { account: string; code: string; at: Instant }): Promise<boolean>
  /** What stands in the database instead of a recovery code. */
  recoveryHash(government: GovernmentId, account: string, code: string): Buffer
  listSessions(government: GovernmentId, account: string, now: Instant): Promise<readonly OwnSession[]>
  /** Somebody does something in it. */
  touchSession(government: GovernmentId, token: string, now: Instant): Promise<void>
}

export function accountsMethods({ database, keys }: Context): AccountsStore {
  const of = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    asGovernment(database, government, work)
  const hash = (government: GovernmentId, account: string, code: string): Buffer =>
    keys.mark(`recovery/${government}/${account}/${code}`)
  return {
    findSecondFactor: (government, account) => of(government, (query) => findSecondFactor({ query, keys }, government, account)),
    beginSecondFactor: (government, given) => of(government, (query) => beginSecondFactor({ query, keys }, government, given)),
    spendStep: (government, account, step) => of(government, (query) => spendStep(query, government, account, step)),
    spendRecoveryCode: (government, { account, code, at }) => {
      const codeHash = hash(government, account, code)
      return of(government, (query) => spendRecoveryCode(query, government, { account, codeHash, at }))
    },
    recoveryHash: hash,
    listSessions: (government, account, now) => of(government, (query) => listSessions(query, government, account, now)),
    touchSession: (government, token, now) => of(government, (query) => touchSession(query, government, token, now)),
  }
}
