import type { MatterId, RecordedEvent } from '../types.js'

/** What is there is not fit to work with, and only the operator can change that: said in both languages. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
  constructor(readonly words: { readonly zh: string; readonly en: string }) {
    super(words.en)
  }
}

/** Somebody else wrote to the matter in between: decide again on what is there now. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  constructor(
    readonly matter: MatterId,
    readonly eventsBetween: readonly RecordedEvent[],
  ) {
    super(`matter ${matter} has ${eventsBetween.length} events more than expected`)
  }
}

/** The matter was destroyed in between: nothing is written beside it any more. */
export class Destroyed extends Error {
  override readonly name = 'Destroyed'
  constructor(readonly matter: MatterId) {
    super(`matter ${matter} was destroyed`)
  }
}

/** The idempotency key was used before for another request. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused'
}

/** The key of a page was not made by us: somebody edited an address. */
export class BadPageKey extends Error {
  override readonly name = 'BadPageKey'
}

/** Not reached, or ended; gave up so that another could go on; took too long; may only be read; takes nothing more; lets us in as another. */
export type Unavailable = 'away' | 'busy' | 'slow' | 'read-only' | 'full' | 'other-role'

/** The database does not serve now: the same call may succeed later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  constructor(
    readonly why: Unavailable,
    options?: ErrorOptions,
  ) {
    super(`database: ${why}`, options)
  }
}

/** What an administrator wanted to change is not as they saw it. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'
}
