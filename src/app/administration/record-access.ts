import type { JsonObject } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { FailureCode } from '../outcome.js'

type Seen = Pick<Viewer, 'office' | 'account'>

const record = (deps: Deps, { office, account }: Seen, kind: string, about: string, detail: JsonObject): Promise<void> =>
  deps.store.administration.record(office.id, { at: deps.now(), account, kind, about, detail })

/** 导出. Noted before the first row leaves: who took out what, in which role. */
export const recordExport = (
  deps: Deps,
  who: Seen & Pick<Viewer, 'actor'>,
  { kind, format }: { readonly kind: string; readonly format: string },
): Promise<void> => {
  const { role, unit, behalf } = who.actor
  const worn = unit === null ? role : `${role}@${unit}`
  return record(deps, who, 'exported', kind, { role: worn, format, ...(behalf === undefined ? {} : { behalf }) })
}

/** 打印. As the browser tells it: a page that was drawn can also be photographed. */
export const recordPrint = (deps: Deps, who: Seen, page: string): Promise<void> => record(deps, who, 'printed', page, {})

/** 被拒绝的访问. Somebody of the staff asked for what is not theirs: by which route, for which one, and why not. */
export const recordRefused = (
  deps: Deps,
  who: Seen,
  { route, of, code }: { readonly route: string; readonly of: string; readonly code: FailureCode },
): Promise<void> => record(deps, who, 'refused', route, { of, code })

/** Administrators' reads, noted before they see anything. */
export const recordRead = (deps: Deps, who: Seen, what: string): Promise<void> => record(deps, who, 'read', what, {})

/** Whoever reads the log stands in it. */
export const recordLogRead = (deps: Deps, who: Seen, asked: JsonObject): Promise<void> => record(deps, who, 'log-read', '', asked)

export type SignInFailure = 'no-account' | 'no-access' | 'wrong-password' | 'wrong-second-factor'

/** 登录失败. By nobody knows whom, about the account. A login that nobody has is not written down: people type their passwords there. */
export const recordFailedSignIn = (deps: Deps, { office, account }: Seen, code: SignInFailure): Promise<void> =>
  record(deps, { office, account: '' }, 'sign-in-failed', account, { code })
