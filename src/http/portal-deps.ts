import type { OpenFile, OwnMatter, PaperFile } from '../app/index.js'
import type {
  AttachmentView,
  GovernmentView,
  KnownHome,
  Lang,
  OwnPasswordRequest,
  Problem,
  PublicFigures,
  PublicMatterPage,
  PublicPage,
  Submitted,
  TrackView,
} from '../contract/index.js'

/** What was asked for, or why not. */
export type Answer<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: Problem }

/** Whoever holds a token of this government's. */
export type KnownAsked = { readonly token: string; readonly government: string; readonly lang: Lang }

/** The first form as it is filled in so far; `door`: of which kind, '' for the first. */
type Filling = {
  readonly government: string
  readonly door: string
  readonly with: Readonly<Record<string, unknown>>
  readonly lang: Lang
}

/**
 * What the portal's pages may ask of the product. Everything is decided behind these functions: a page shows the answer.
 * `address` is the caller's network address, for limits by number of tries; `lang` is the language of every word in the answer.
 */
export type PortalDeps = {
  governments(asked: { lang: Lang }): Promise<Answer<{ governments: readonly GovernmentView[] }>>
  /** The government for which alone this host stands; null: none. */
  governmentAt(host: string): Promise<string | null>
  /** The picture on its pages; null: none. */
  emblem(government: string): Promise<{ readonly type: string; readonly bytes: Uint8Array } | null>
  /** `door`: which kind of matter its form is for; null: the first. */
  government(id: string, asked: { door: string | null; lang: Lang }): Promise<Answer<{ government: GovernmentView }>>
  /** Sends the first form in. `with` holds what was filled in, field by field; the channel is filled in here. */
  submit(asked: {
    government: string
    /** Which kind of matter, as the government says it of its form; '' for the first. */
    door: string
    with: Readonly<Record<string, unknown>>
    /** Ids answered by `saveAttachment`. */
    attachments: readonly string[]
    /** The same key with the same content is answered as the first time, and recorded once. */
    idempotencyKey: string | null
    address: string
    lang: Lang
  }): Promise<Answer<{ submitted: Submitted }>>
  /** Which fields the first form asks for with what is filled in so far; nothing is kept. */
  needed(asked: Filling): Promise<Answer<{ needed: readonly string[] }>>
  /** Whether what is filled in so far could be sent; nothing is recorded. */
  tried(asked: Filling): Promise<Answer<object>>
  /** Number and code as they were typed; `proof`: the challenge of the answer before, solved, or nothing. */
  knock(asked: { number: string; code: string; proof: string; address: string; lang: Lang }): Promise<Answer<{ own: OwnMatter }>>
  track(asked: OwnMatter & { lang: Lang }): Promise<Answer<{ track: TrackView }>>
  /** An act of the requester (supplement, withdraw, rate …) on their own matter. `revision` as last seen; null: whatever it is now. */
  actAsRequester(
    asked: OwnMatter & { act: string; with: Readonly<Record<string, unknown>>; revision: number | null; lang: Lang },
  ): Promise<Answer<{ track: TrackView }>>
  /** A package of one's own matter, without identity. */
  packOwn(asked: OwnMatter & { lang: Lang }): Promise<Answer<{ file: PaperFile }>>
  /** A file of one's own matter. */
  ownFile(asked: OwnMatter & { attachment: string; lang: Lang }): Promise<Answer<{ file: OpenFile }>>
  /** Login and password of somebody who is known by name; `token` opens what is theirs. */
  signInKnown(asked: {
    government: string
    login: string
    password: string
    proof: string
    address: string
    agent: string
    lang: Lang
  }): Promise<Answer<{ token: string }>>
  signOutKnown(token: string): Promise<void>
  /** What is theirs, the latest first; `after`: `next` of the page before. */
  knownHome(asked: KnownAsked & { after: string | null }): Promise<Answer<{ home: KnownHome }>>
  changeKnownPassword(asked: KnownAsked & OwnPasswordRequest): Promise<Answer<{ done: object }>>
  knownMatter(asked: KnownAsked & { number: string }): Promise<Answer<{ track: TrackView }>>
  knownFile(asked: KnownAsked & { number: string; attachment: string }): Promise<Answer<{ file: OpenFile }>>
  actAsKnown(
    asked: KnownAsked & { number: string; act: string; with: Readonly<Record<string, unknown>>; revision: number | null },
  ): Promise<Answer<{ track: TrackView }>>
  published(asked: {
    government: string
    words: string | null
    category: string | null
    /** `next` of the page before. */
    after: string | null
    lang: Lang
  }): Promise<Answer<{ page: PublicPage }>>
  publishedOne(asked: { government: string; number: string; lang: Lang }): Promise<Answer<{ matter: PublicMatterPage }>>
  /** The figures of the last month that is over, of a kind of matter that the public may bring in. */
  publicFigures(asked: { government: string; door: string | null; lang: Lang }): Promise<Answer<{ figures: PublicFigures }>>
  /** Keeps a file for a submission that follows. `isTruncated`: the upload was cut off at the size limit. */
  saveAttachment(asked: {
    government: string
    name: string
    bytes: Uint8Array
    isTruncated: boolean
    address: string
    lang: Lang
  }): Promise<Answer<{ attachment: AttachmentView }>>
}
