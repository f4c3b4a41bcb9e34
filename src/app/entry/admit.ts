import type { Lang } from '../../contract/index.js'
import type { Deps } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import type { Guess, Most } from './guesses.js'

const mostAgain = 5

export type Admitted = Omit<Guess, 'isProven'> & { readonly proof: string | null; readonly lang: Lang }

/** Counts a guess, or says how long to wait and which work may be done instead. Only what is admitted is weighed. */
export async function admit(deps: Deps, asked: Admitted, most: Most): Promise<Outcome<{ guess: Guess }>> {
  const { about, address, device, proof, lang } = asked
  const isProven = proof !== null && proof !== '' && (await deps.proofs.isDone(proof))
  const guess: Guess = { about, address, device, isProven }
  const wait = deps.guesses.take(guess, most)
  if (wait === null) return { ok: true, guess }
  const words = wordsOf(lang)
  return failed(words, 'too-many-tries', {
    detail: words.tryAgain(wait.seconds),
    retryAfterSeconds: wait.seconds,
    challenge: await deps.proofs.ask(wait.effort),
  })
}

/**
 * The same for a secret that only those may try who have said another one: it is counted by what it opens, and no work stands in for the
 * wait. A `device` that is known has a count of its own, so that whoever else has the first secret does not hold its owner up.
 */
export async function admitAgain(
  deps: Deps,
  { about, device, lang }: Pick<Admitted, 'about' | 'device' | 'lang'>,
): Promise<Outcome<{ guess: Guess }>> {
  const guess: Guess = { about, address: '', device: device ?? 'any other', isProven: false }
  const wait = deps.guesses.take(guess, { perPlace: mostAgain, perAddress: 0, perThing: 0 })
  if (wait === null) return { ok: true, guess }
  const words = wordsOf(lang)
  return failed(words, 'too-many-tries', { detail: words.tryAgain(wait.seconds), retryAfterSeconds: wait.seconds })
}
