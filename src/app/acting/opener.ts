import type { Instant, OfficeDuty, Program, Round } from '../../core/index.js'
import type { JsonObject } from '../../store/index.js'

/**
 * 由何开件. What opens a matter, as the one way in asks of it: under which program it begins, when, what is kept of it beside the first
 * event, and by what it is known so that it opens no second one. Another way to open matters is another such value.
 */
export type Opener = {
  /** Other than the one the office works under. */
  readonly program: Program | null
  /** When it begins by law; null: as it is recorded. */
  readonly at: Instant | null
  /** Whose form it came by: at the portal the channel is the portal's own, elsewhere it is stated. */
  readonly isPortal: boolean
  /** Written elsewhere: it comes as it was written, whatever stands where a telephone is asked for. */
  readonly isTranscribed: boolean
  /** Under these words at most one matter is opened; null: as often as somebody asks. */
  readonly once: { readonly source: string; readonly id: string } | null
  readonly kept: JsonObject
  /** The number of the matter from which it is begun; null: it comes by itself. */
  readonly from: string | null
  /** Files kept with it that no field states. */
  readonly files: readonly string[]
}

const plain: Opener = {
  program: null,
  at: null,
  isPortal: false,
  isTranscribed: false,
  once: null,
  kept: {},
  from: null,
  files: [],
}

/** Whoever has a matter of their own, through the portal. */
export const byRequester: Opener = { ...plain, isPortal: true }

/** Somebody of the staff, for whoever wrote or called. */
export const byStaff: Opener = plain

/** A file or a mailbox: the source, its own id there, and when it was written. */
export const byImport = (
  source: { readonly source: string; readonly id: string; readonly time: string | null },
  more: { readonly program?: Program; readonly files?: readonly string[] } = {},
): Opener => ({
  ...plain,
  isTranscribed: true,
  once: { source: source.source, id: source.id },
  kept: { source: { ...source } },
  ...more,
})

/** An act of another matter, by its number: both say so in what is recorded of them. */
export const byAct = (from: string): Opener => ({ ...plain, from })

/** The calendar: a round of what the office itself owes, at the moment it opens, however late that is seen to. */
export const byCalendar = (
  { rule, round, at }: { readonly rule: OfficeDuty; readonly round: Round; readonly at: Instant },
  program: Program,
): Opener => ({
  ...plain,
  program,
  at,
  once: { source: `calendar/${program.regulation.id}`, id: `${rule.id}@${round.id}` },
  kept: { round: round.id },
})
