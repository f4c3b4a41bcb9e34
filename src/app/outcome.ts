import type { Problem } from '../contract/index.js'
import type { RefusalCode } from '../core/index.js'

/** Why something was not done, beyond what a regulation refuses. */
export type FailureCode =
  | RefusalCode
  | 'not-found'
  | 'conflict'
  | 'wrong-code'
  | 'wrong-number'
  | 'not-opened'
  | 'too-many-tries'
  | 'wrong-password'
  | 'second-factor'
  | 'wrong-second-factor'
  | 'password-due'
  | 'second-factor-due'
  | 'auditor-only'
  | 'not-signed-in'
  | 'wrong-hat'
  | 'csrf'
  | 'key-reused'
  | 'bad-page-key'
  | 'bad-request'
  | 'not-text'
  | 'too-much'
  | 'too-costly'
  | 'reason-missing'
  | 'no-identity'
  | 'attachment-unknown'
  | 'attachment-type'
  | 'attachment-too-large'
  | 'attachment-sealed'
  | 'attachment-damaged'
  | 'uploads-full'
  | 'government-unknown'
  | 'kind-unknown'
  | 'link-used'
  | 'admin-only'
  | 'changed-meanwhile'
  | 'bad-as-of'
  | 'as-of-ahead'
  | 'not-as-of'
  | 'not-rehearsal'
  | 'unavailable'
  | 'too-large'
  | 'unsupported'
  | 'internal'

/** A failure in words: a problem that does not know its HTTP status yet. */
export type Failure = Omit<Problem, 'type' | 'status' | 'code'> & { readonly code: FailureCode }

/** Done, with what was asked for; or not, and why. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly failure: Failure }
