import type { Database } from '../database/database.js'
import { asEveryGovernment, readGovernment } from '../database/transaction.js'
import { listGovernments } from '../offices.js'
import { foundBy, textRow } from '../search/search-words.js'
import type { EventRow, GovernmentId, Instant, MatterProjection } from '../types.js'
import { canonical } from './canonical.js'
import { isKnownAlgorithm, linkHash } from './chain.js'
import type { Finding, VerifyOptions, VerifyReport, Witness } from './verification-types.js'
import { verifyAnchors } from './verify-anchors.js'
import { verifyAttachments } from './verify-attachments.js'
import { readVerifyBatch, type StoredEvent, type StoredMatter } from './verify-batch.js'
import { verifyDestroyed } from './verify-destroyed.js'
import { verifyLogs, verifyWitnesses } from './verify-proof.js'

/** 核验. Walks every event of every government: are the chains whole, and do the projections say what the events say? */
export async function verify(
  database: Database,
  { project, onProgress = () => {}, anchors = [] }: VerifyOptions = {},
): Promise<VerifyReport> {
  const governments = await asEveryGovernment(database, listGovernments)
  const findings: Finding[] = []
  const heads: Witness[] = []
  const total = { matters: 0, events: 0 }
  for (const { government } of governments) {
    for (let after: number | null = 0; after !== null; ) {
      const from: number = after
      const batch = await readGovernment(database, government, (query) => readVerifyBatch(query, government, from))
      for (const matter of batch.matters)
        findings.push(...chainFindings(government, matter), ...projectionFindings(government, matter, project))
      findings.push(
        ...batch.orphans.map((matter) => ({
          government,
          matter,
          code: 'orphan' as const,
          detail: 'events of a matter that is not there',
        })),
      )
      total.matters += batch.matters.length
      for (const { events } of batch.matters) total.events += events.length
      onProgress({ government, ...total })
      after = batch.next
    }
    const proof = await verifyProof(database, government, {
      anchors,
      onLooked: (looked) => onProgress({ government, ...total, ...looked }),
    })
    for (const each of proof.findings) findings.push(each)
    heads.push(...proof.heads)
  }
  return { governments: governments.length, ...total, findings, heads }
}

type Looking = {
  readonly anchors: readonly Witness[]
  readonly onLooked: (looked: { readonly files: number } | { readonly witnesses: number }) => void
}

/** Each look sees one moment. It is on the owner's connection, where nothing is cut off for taking long. */
async function verifyProof(
  database: Database,
  government: GovernmentId,
  { anchors, onLooked }: Looking,
): Promise<{ findings: Finding[]; heads: Witness[] }> {
  const unhurried = { ...database, app: database.owner }
  const files = await readGovernment(unhurried, government, (query) =>
    verifyAttachments(query, government, (files) => onLooked({ files })),
  )
  return readGovernment(unhurried, government, async (query) => {
    const { findings, head } = await verifyWitnesses(query, government, (witnesses) => onLooked({ witnesses }))
    const logs = await verifyLogs(query, government)
    const lost = await verifyAnchors(query, government, anchors)
    const destroyed = await verifyDestroyed(query, government)
    return {
      findings: [...files, ...findings, ...logs, ...lost, ...destroyed],
      heads: head === null ? [] : [{ government, seq: head.seq, at: head.at, hash: head.hash }],
    }
  })
}

function chainFindings(government: GovernmentId, { row, events, destroyed }: StoredMatter): Finding[] {
  const { matter } = row
  const findings: Finding[] = []
  let [seq, hash] = [0, '']
  if (destroyed !== null && !destroyed.byTwo)
    findings.push({ government, matter, code: 'destroyed', detail: 'was destroyed, and nobody approved it' })
  for (const event of events) {
    findings.push(...linkFindings({ government, matter }, event, { seq: seq + 1, hash, isGone: destroyed !== null }))
    seq = event.seq
    hash = event.hash
  }
  if (row.revision !== seq)
    findings.push({ government, matter, code: 'revision', detail: `revision ${row.revision}, last event ${seq}` })
  return findings
}

function linkFindings(
  place: { government: GovernmentId; matter: number },
  event: StoredEvent,
  expected: { seq: number; hash: string; isGone: boolean },
): Finding[] {
  const { seq } = event
  const findings: Finding[] = []
  const found = (code: Finding['code'], detail: string): unknown => findings.push({ ...place, seq, code, detail })
  if (seq !== expected.seq) found('gap', `event ${expected.seq} is missing`)
  const isLinked = event.previous === expected.hash
  if (!isLinked) found('previous', 'does not follow the event before it')
  if (!isKnownAlgorithm(event.algorithm)) found('algorithm', `unknown: ${event.algorithm}`)
  // Its content went with its matter; its hash stays in the chain, and was witnessed.
  else if (expected.isGone) {
    if (canonical(event.data) !== '{}') found('destroyed', 'was to go, and is still there')
  }
  // A moment finer than we write, or one not covered because it was cut off when read. Of what follows nothing it is not known what its hash covered.
  else if (!event.isWhole || (isLinked && linkHash(place, event) !== event.hash))
    found('hash', 'was changed after it was recorded')
  return findings
}

function projectionFindings(government: GovernmentId, stored: StoredMatter, project: VerifyOptions['project']): Finding[] {
  const { row, events, projectedAt, destroyed } = stored
  if (!project || destroyed !== null) return []
  const { matter } = row
  try {
    const fields = differences(stored, project(government, { matter, row, events: events.map(withoutFlag), projectedAt }))
    return fields.map((detail) => ({ government, matter, code: 'projection', detail }))
  } catch (error) {
    return [{ government, matter, code: 'unreadable', detail: error instanceof Error ? error.message : String(error) }]
  }
}

const withoutFlag = ({ isWhole: _, ...event }: StoredEvent): EventRow => event

function differences({ row, assignments, duties, marks, text }: StoredMatter, made: MatterProjection): string[] {
  const {
    assignments: madeAssignments,
    duties: madeDuties,
    marks: madeMarks,
    searchText: _,
    publicText: __,
    links: ___,
    ...fields
  } = made
  const differing: string[] = []
  const compare = (name: string, is: unknown, shouldBe: unknown): void => {
    for (const each of differencesIn(name, is, shouldBe)) differing.push(each)
  }
  const stored = new Map(Object.entries(row))
  for (const [name, value] of Object.entries(fields)) compare(name, stored.get(name), value)
  compare(
    'assignments',
    byKey(assignments, ({ id }) => String(id)),
    byKey(madeAssignments, ({ id }) => String(id)),
  )
  compare(
    'duties',
    byKey(duties, ({ key }) => key),
    byKey(madeDuties, ({ key }) => key),
  )
  compare(
    'marks',
    byKey(marks, ({ key }) => key),
    byKey(madeMarks, ({ key }) => key),
  )
  compare('searchText', wordsOf(text), wordsOf({ ...textRow(made), receivedAt: made.receivedAt }))
  return differing
}

/** Down to the part that differs, so that it can be read. */
function differencesIn(place: string, is: unknown, shouldBe: unknown): readonly string[] {
  const [a, b] = [canonical(is), canonical(shouldBe)]
  if (a === b) return []
  const parts = isRecord(is) && isRecord(shouldBe) ? differencesInParts(place, is, shouldBe) : []
  return parts.length > 0 ? parts : [`${place}: is ${shorten(a)}, should be ${shorten(b)}`]
}

function differencesInParts(place: string, is: Record<string, unknown>, shouldBe: Record<string, unknown>): readonly string[] {
  const parts = new Set([...Object.keys(is), ...Object.keys(shouldBe)])
  return [...parts].flatMap((part) => differencesIn(`${place}.${part}`, is[part], shouldBe[part]))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wordsOf = (text: StoredMatter['text']): readonly (string | Instant)[] =>
  text === null ? [] : [text.receivedAt, ...[...foundBy(text)].sort()]

const byKey = <Row>(rows: readonly Row[], key: (row: Row) => string): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [key(row), row]))

const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
