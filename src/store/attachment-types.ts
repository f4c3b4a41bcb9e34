import type { Instant, MatterId } from './plain-types.js'

/** A file that came with an act, before it is kept. */
export type NewAttachment = {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly uploadedAt: Instant
  readonly matter?: MatterId
  /** Sealed as identity is, and opened for a reason alone. */
  readonly isSealed?: boolean
  /** What it tells beside its text, for whoever hands it on. */
  readonly tells?: readonly string[]
}

export type AttachmentInfo = {
  readonly attachment: string
  readonly matter: MatterId | null
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sm3: string
  readonly uploadedAt: Instant
  readonly isSealed: boolean
  readonly tells: readonly string[]
}

/** A file as it lies there; `damaged`: its bytes are not those that came in. */
export type StoredFile =
  | { readonly kind: 'open'; readonly info: AttachmentInfo; readonly bytes: Uint8Array }
  | { readonly kind: 'sealed'; readonly info: AttachmentInfo }
  | { readonly kind: 'damaged'; readonly info: AttachmentInfo }
