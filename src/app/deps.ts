import type { Lang, Simulated } from '../contract/index.js'
import type { Actor, Instant } from '../core/index.js'
import type { Library } from '../load/index.js'
import type { Store } from '../store/index.js'
import type { Guesses } from './entry/guesses.js'
import type { Proofs } from './entry/proofs.js'
import type { Uploads } from './files/uploads.js'
import type { Office, Offices } from './office.js'

/** What use cases work with; joined in `main.ts`. */
export type Deps = {
  readonly store: Store
  readonly library: Library
  readonly offices: Offices
  readonly guesses: Guesses
  readonly proofs: Proofs
  readonly uploads: Uploads
  readonly passwords: Passwords
  /** Messages also leave the house (the operator named where to); without it they are read here alone. */
  readonly isDelivering: boolean
  /** Sends a link to somebody of the staff; null: nothing can be sent. */
  readonly tellStaff: ((message: StaffMessage) => Promise<void>) | null
  /** Runs a scenario within a budget of time; null: it took longer. */
  readonly simulate: (asked: { readonly scenario: string; readonly lang: Lang }) => Promise<Simulated | null>
  /** A Word file as PDF; null: nothing here can make one. */
  readonly toPdf: ((docx: Uint8Array) => Promise<Uint8Array>) | null
  /** Witnesses what was written since the last time, and tells it outside. */
  readonly witness: () => Promise<void>
  /** The program that checks packages, which goes into each of them: where it lies. */
  readonly verifier: string
  /** The Word file that a matter on paper is made of: where it lies. */
  readonly matterSheet: string
  /** The Word file that a digest of bulletins is made of: where it lies. */
  readonly digestSheet: string
  /** What went wrong where nobody waits for an answer: a line for whoever runs it. */
  readonly onTrouble: (line: string) => void
  /** The clock. */
  readonly now: () => Instant
}

/** What the operator's gateway is asked to pass on to one of the staff. */
export type StaffMessage = {
  readonly key: string
  readonly government: { readonly id: string; readonly name: string }
  readonly contact: string
  /** Of the link, below the address the product is served at. */
  readonly path: string
  readonly until: string
}

/** Makes and checks what is stored instead of a password. */
export type Passwords = {
  hash(password: string): Promise<string>
  isRight(hash: string, password: string): Promise<boolean>
}

/** A signed-in person in the role they wear now; `asOf`: they look at what stood at that moment, and cannot act. */
export type Viewer = {
  readonly office: Office
  readonly actor: Actor
  readonly account: string
  readonly lang: Lang
  readonly asOf?: Instant
}
