import { randomUUID } from 'node:crypto'
import { type GuardValues, guardNames, type Words } from '../../web/portal/index.js'
import type { Portal } from './portal.js'
import { entryOf, type PostedForm } from './posted-form.js'

const purpose = 'form opened'
/** Nobody reads and fills in a form faster. */
const leastMs = 2_000
const lastsMs = 24 * 3_600_000

/** The hidden entries of a form that is opened now. */
export const newGuards = (portal: Portal): GuardValues => ({
  key: randomUUID(),
  opened: portal.seal.close(purpose, String(portal.settings.now()), lastsMs),
})

export type GuardCheck = {
  /** What to tell a person; null when all is well. */
  readonly sentence: string | null
  /** The entries to go on with, should the form be shown again. */
  readonly guards: GuardValues
}

export function checkGuards(portal: Portal, form: PostedForm, { write }: Words): GuardCheck {
  const opened = entryOf(form, guardNames.opened)
  const at = portal.seal.open(purpose, opened)
  const key = entryOf(form, guardNames.key)
  const isTrapped = entryOf(form, guardNames.trap) !== ''
  if (at === null || !/^[\w-]{8,64}$/.test(key)) return { sentence: write.tooOld, guards: newGuards(portal) }
  const isTooFast = portal.settings.now() - Number(at) < leastMs
  const sentence = isTrapped ? write.trapped : isTooFast ? write.tooFast : null
  return { sentence, guards: { key, opened } }
}
