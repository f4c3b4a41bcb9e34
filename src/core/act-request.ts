import type { Actor } from './event.js'
import type { Payload } from './value.js'

/** What a person asks to do. */
export type ActRequest = {
  readonly act: string
  readonly by: Actor
  readonly with: Payload
}
