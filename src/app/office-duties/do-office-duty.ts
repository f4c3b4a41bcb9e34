import {
  doOfficeDuty as decide,
  type OfficeDecision,
  type OfficeEvent,
  type OfficeGiven,
  officeLookAgainAt,
  officeRungsToRecord,
  type Payload,
} from '../../core/index.js'
import { isUnknownAttachment } from '../attachment-ids.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { readPayload } from '../read-payload.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { storedOfficeEvents } from './office-events.js'
import { officeNotices } from './office-notices.js'
import { bindsOffice, type OfficeRecord, openOfficeRecord } from './office-record.js'
import { officeRefusalFailure } from './view-office-refusal.js'

export type DoingAsked = { readonly key: string; readonly with: Readonly<Record<string, unknown>> }

const mostTries = 5

/** Records that a duty of the office was done for one period. If two do it at once, the later one is told that it is done. */
export async function doOfficeDuty(deps: Deps, viewer: Viewer, asked: DoingAsked): Promise<Outcome<{ key: string }>> {
  const { office, actor, lang } = viewer
  const words = wordsOf(lang)
  const stated = readPayload(asked.with)
  const [duty = '', period = '', more] = asked.key.split('@')
  if (stated === null) return failed(words, 'bad-request')
  if (!bindsOffice(office.program) || more !== undefined) return failed(words, 'not-found')
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record = await openOfficeRecord(deps, office)
    const { given, decision } = decideIn(record, { duty, period, by: actor, with: stated })
    if (!decision.ok) {
      const rule = given.program.regulation.officeDuties[duty]
      const showing = showingOf(office, lang, given.program)
      return { ok: false, failure: officeRefusalFailure(showing, given, decision.refusal, { rule, duty, period }) }
    }
    const written = await write(deps, viewer, { record, given, event: decision.event, stated })
    if (written === 'unknown-attachment') return failed(words, 'attachment-unknown')
    if (written === 'written') return { ok: true, key: asked.key }
  }
  return failed(words, 'conflict')
}

type Request = Parameters<typeof decide>[1]

/** Under the version that held in that period; where none did, the present one says why not. */
function decideIn({ givens }: OfficeRecord, request: Request): { given: OfficeGiven; decision: OfficeDecision } {
  const all = givens.map((given) => ({ given, decision: decide(given, request) }))
  const isElsewhere = ({ decision }: (typeof all)[number]): boolean =>
    !decision.ok && ['unknown-act', 'not-in-force'].includes(decision.refusal.code)
  const found = all.find((each) => !isElsewhere(each)) ?? all.at(-1)
  if (found === undefined) throw new Error('an office without a regulation')
  return found
}

type Writing = {
  readonly record: OfficeRecord
  readonly given: OfficeGiven
  readonly event: OfficeEvent
  readonly stated: Payload
}

async function write(
  deps: Deps,
  { office, account }: Viewer,
  { record, given, event, stated }: Writing,
): Promise<'written' | 'raced' | 'unknown-attachment'> {
  // Rungs that were reached meanwhile come first.
  const rungs = record.givens.flatMap((each) => officeRungsToRecord(each))
  const events = [...rungs, event].map((each, index) => ({ ...each, seq: record.head.revision + index + 1 }))
  const after = record.givens.map((each) => ({ ...each, events: [...each.events, ...events] }))
  const { duty, period } = event
  try {
    const head = await deps.store.officeRecord.append(office.id, {
      regulation: record.regulation,
      expected: record.head,
      events: storedOfficeEvents(events, record.now),
      notices: officeNotices(record, events),
      audit: { at: deps.now(), account, kind: 'office-duty-done', about: `${duty}@${period}`, detail: {} },
      attachments: filesIn(given, stated),
      lookAt: earliest(after.map(officeLookAgainAt)),
      at: record.now,
    })
    return head === null ? 'raced' : 'written'
  } catch (error) {
    if (isUnknownAttachment(error)) return 'unknown-attachment'
    if (error instanceof Error && 'code' in error && error.code === doneBefore) return 'raced'
    throw error
  }
}

/** The database's word for: this period is done. */
const doneBefore = '23505'

export const earliest = (moments: readonly (number | null)[]): number | null =>
  moments.reduce<number | null>((first, at) => (at !== null && (first === null || at < first) ? at : first), null)

const filesIn = ({ program }: OfficeGiven, stated: Payload): readonly string[] =>
  Object.entries(stated).flatMap(([id, value]) =>
    program.regulation.fields[id]?.type === 'attachments' && Array.isArray(value)
      ? value.filter((each) => typeof each === 'string')
      : [],
  )
