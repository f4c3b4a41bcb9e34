import type { Answer, Context } from './context.js'
import type { Database } from './database/database.js'
import { fault } from './database/fault.js'
import { Conflict, KeyReused } from './database/faults.js'
import { allRows, alteredRows, ownRow, type RowsSent } from './database/rows-beside.js'
import { type Call, sharedCalls } from './database/shared-calls.js'
import { asGovernment, askIn, type Query, readGovernment } from './database/transaction.js'
import { nonceBytes } from './keys/keys.js'
import { iso, withMoments } from './moments.js'
import { addedTo, type Origin, sealedFor } from './person.js'
import { canonical, sendable, storable } from './proof/canonical.js'
import { chain, noEvents } from './proof/chain.js'
import { readEvents } from './read-matter.js'
import { identityWords, numberEndWord, sourceWord } from './search/lookup-words.js'
import type {
  Append,
  EventRow,
  GovernmentId,
  Head,
  Held,
  IdempotencyKey,
  Instant,
  Json,
  MatterId,
  MatterProjection,
  Messages,
  RowsBeside,
  Submission,
  SubmitOutcome,
} from './types.js'

type Writing = {
  readonly government: GovernmentId
  readonly matter: MatterId
  readonly expected: Head
  readonly events: readonly EventRow[]
  readonly projection: MatterProjection
  readonly messages: Messages & Pick<Append, 'attachments'>
  readonly origin: Origin
  readonly at: Instant
}

type Added = Writing & {
  readonly sent: Append['sent'] | null
  /** From what the rows beside it were made, as far as is known. */
  readonly before: RowsBeside | null
}

/** Writes a new matter: one statement, one round trip. */
export async function submit(context: Context, government: GovernmentId, submission: Submission): Promise<SubmitOutcome> {
  const { idempotency, projection, reserved } = submission
  const { writing, head } = await newMatter(context, government, submission)
  const { matter, number } = reserved
  const { hears = [] } = submission
  const answer =
    hears.length === 0
      ? await context.recordNew(government, asText(writing))
      : await submitTogether(context, government, { writing, hears })
  if (answer.imported !== undefined) return { kind: 'alreadyImported', matter: answer.imported }
  if (answer.repeated !== undefined)
    return { kind: 'repeated', response: repeatedResponse(context, government, answer, idempotency) }
  context.written({ government, matter, revision: head.revision, since: 0, lookAt: projection.lookAt })
  return { kind: 'recorded', matter, number, head }
}

/** A new matter with what others hear of it, in one transaction: if it had come before, or somebody was faster there, none of it. */
async function submitTogether(
  context: Context,
  government: GovernmentId,
  { writing, hears }: { readonly writing: Writing; readonly hears: readonly Append[] },
): Promise<Answer> {
  const others = await Promise.all(hears.map((each) => addition(context, government, each)))
  const added = others.map((each) => each.added)
  try {
    await writeTogether(context, government, { added, begins: [{ writing }], holds: [] })
  } catch (error) {
    if (error instanceof BegunBefore) return error.answer
    throw error
  }
  for (const each of others) tell(context, each)
  return {}
}

/** A matter that was to be written with others had come before. Thrown, so that what was written of them is taken back. */
class BegunBefore extends Error {
  override readonly name = 'BegunBefore'
  constructor(readonly answer: Answer) {
    super('it had come before')
  }
}

async function newMatter(
  context: Context,
  government: GovernmentId,
  submission: Submission,
): Promise<{ readonly writing: Writing; readonly head: Head }> {
  const { reserved, identity, idempotency, source, projection, at } = submission
  const { matter, number } = reserved
  const { rows, head } = chain({ government, matter }, noEvents, submission.events)
  if (rows.length === 0) throw new Error('a matter begins with an event')
  const origin = {
    number,
    queryCodeHash: context.keys.mark(`${number}/${reserved.queryCode}`).toString('hex'),
    ...(identity ? sealedFor(context, government, await context.reserves.next(government, 'person'), identity) : {}),
    ...(idempotency ? keyMarks(context, government, idempotency) : {}),
    ...(source ? { source: source.source, sourceId: source.id } : {}),
    lookup: [
      numberEndWord(number),
      ...(source ? [sourceWord(source.id)] : []),
      ...(identity ? identityWords(context.keys.mark, government, identity) : []),
    ].join(' '),
  }
  const writing: Writing = {
    government,
    matter,
    expected: noEvents,
    events: rows,
    projection,
    messages: submission,
    origin,
    at,
  }
  return { writing, head }
}

/** Writes what happened to a matter; where somebody else was faster, tells what came in between. */
export async function append(context: Context, government: GovernmentId, what: Append): Promise<Head> {
  const { begins: beginning = [], hears = [], holds = [], unlessOnPaperSince: since } = what
  const own = await addition(context, government, what)
  const others = await Promise.all(hears.map((each) => addition(context, government, each)))
  const begins = await Promise.all(beginning.map((each) => newMatter(context, government, each)))
  const isAlone = others.length + begins.length + holds.length === 0 && since === undefined
  if (isAlone) await writeAlone(context, own.added)
  else {
    const unlessOnPaper = since === undefined ? null : { matter: what.matter, since }
    await writeTogether(context, government, { added: [own, ...others].map(({ added }) => added), begins, holds, unlessOnPaper })
  }
  for (const each of [own, ...others]) tell(context, each)
  for (const { writing, head: first } of begins)
    context.written({ ...first, government, matter: writing.matter, since: 0, lookAt: writing.projection.lookAt })
  return own.head
}

type Addition = { readonly added: Added; readonly head: Head }

function tell(context: Context, { added, head }: Addition): void {
  const { government, matter, expected, projection } = added
  context.written({ government, matter, revision: head.revision, since: expected.revision, lookAt: projection.lookAt })
}

async function addition(context: Context, government: GovernmentId, what: Append): Promise<Addition> {
  const { matter, expected, projection, at, identity, pieces = [] } = what
  const { rows, head } = chain({ government, matter }, expected, what.events)
  const stated: Origin = identity === undefined ? {} : await addedTo(context, { government, matter }, identity)
  const origin = pieces.length === 0 ? stated : { ...stated, lookup: [stated.lookup ?? '', ...pieces].join(' ').trim() }
  const known = { sent: what.sent ?? null, before: what.before ?? null }
  const added = { government, matter, expected, events: rows, projection, messages: what, origin, ...known, at }
  return { added, head }
}

async function writeAlone({ database, record }: Context, added: Added): Promise<void> {
  const { government, matter, expected } = added
  const answer = await write(record, added)
  if (answer.conflict === undefined) return
  const between = await readGovernment(database, government, (query) =>
    readEvents(query, { government, matter }, expected.revision),
  )
  throw new Conflict(matter, between)
}

type Together = {
  readonly added: readonly Added[]
  readonly begins: readonly { readonly writing: Writing }[]
  readonly holds: readonly Held[]
  readonly unlessOnPaper?: { readonly matter: MatterId; readonly since: Instant } | null
}

/** What happened to several matters, and the matters that begin with it, in one transaction: if somebody else was faster, none of it. */
const writeTogether = (
  { database }: Context,
  government: GovernmentId,
  { added, begins, holds, unlessOnPaper = null }: Together,
): Promise<void> =>
  asGovernment(database, government, async (query) => {
    await lockAll(query, government, [...added, ...holds])
    if (unlessOnPaper !== null && (await isOnPaper(query, government, unlessOnPaper)))
      throw new Conflict(unlessOnPaper.matter, [])
    const recording = recordingIn(query)
    // Thrown, so that what was written before is taken back.
    for (const each of added) if ((await write(recording, each)).conflict !== undefined) throw new Conflict(each.matter, [])
    if (begins.length === 0) return
    const writings = `[${begins.map(({ writing }) => asText(writing)).join(',')}]`
    const answers = await query<{ answer: Answer }>('select record_all($1, $2) as answer', [government, writings])
    const before = answers.find(({ answer }) => answer.imported !== undefined || answer.repeated !== undefined)
    if (before !== undefined) throw new BegunBefore(before.answer)
  })

/** In one order for everybody: two who write to the same matters wait for each other in turn. A matter that is held must stand, as it was found. */
export async function lockAll(query: Query, government: GovernmentId, all: readonly Held[]): Promise<void> {
  const found = await query<{ matter: number; revision: number; isGone: boolean }>(
    `select matter, revision, destroyed_at is not null as "isGone" from matter
     where government = $1 and matter = any($2) order by matter for update`,
    [government, all.map(({ matter }) => matter)],
  )
  for (const { matter, expected } of all) {
    const row = found.find((each) => Number(each.matter) === matter)
    if (row?.revision !== expected.revision || row.isGone) throw new Conflict(matter, [])
  }
}

/** Whether a paper says what was done since then; of a matter that is held, on which none is issued meanwhile. */
async function isOnPaper(query: Query, government: GovernmentId, of: { matter: MatterId; since: Instant }): Promise<boolean> {
  const issued = 'government = $1 and matter = $2 and issued_at >= $3 and spoiled_at is null'
  return (await query(`select from document where ${issued} limit 1`, [government, of.matter, iso(of.since)])).length > 0
}

/** How `record` is called. */
type Recording = Call<Answer>
const parameters = 20
export const recordingOf = ({ app }: Database): Recording => sharedCalls(app, 'record', parameters)

/** Among the statements of a transaction. */
const recordingIn =
  (query: Query): Recording =>
  async (government, values) =>
    (await askIn(query)('record', government, values)) as Answer

/** Only what is otherwise is sent where it is known what stood; where that was not so after all, everything. */
async function write(recording: Recording, writing: Added): Promise<Answer> {
  const { government, projection, before } = writing
  if (before !== null) {
    const answer = await writeRows(recording, writing, alteredRows(government, before, projection))
    if (answer.isOtherwise !== true) return answer
  }
  return writeRows(recording, writing, allRows(government, projection))
}

function writeRows(recording: Recording, writing: Added, rows: RowsSent): Promise<Answer> {
  const { government, matter, expected, at, sent } = writing
  return recording(government, [
    government,
    matter,
    expected.revision,
    Buffer.from(expected.hash, 'hex'),
    ownRow(writing.projection),
    sendable(writing.events.map(withMoments)),
    rows.assignments.rows,
    rows.duties.rows,
    rows.marks.rows,
    rows.text,
    rows.assignments.gone,
    rows.duties.gone,
    rows.marks.gone,
    rows.madeBefore,
    rows.madeFrom,
    messagesJson(writing.messages),
    sendable(writing.origin),
    sent?.by ?? null,
    sent?.acts ?? null,
    iso(at),
  ])
}

/** A new matter as `record_all` reads it. */
function asText({ government, matter, events, projection, messages, origin, at }: Writing): string {
  const { assignments, duties, marks, text, madeFrom } = allRows(government, projection)
  const parts = [
    `"matter":${matter}`,
    `"row":${ownRow(projection)}`,
    `"events":${sendable(events.map(withMoments))}`,
    `"assignments":${assignments.rows}`,
    `"duties":${duties.rows}`,
    `"marks":${marks.rows}`,
    `"text":${text}`,
    `"madeFrom":"${madeFrom.toString('hex')}"`,
    `"messages":${messagesJson(messages) ?? 'null'}`,
    `"origin":${sendable(origin)}`,
    `"at":"${iso(at)}"`,
  ]
  return `{${parts.join(',')}}`
}

/** Records several new matters of one government in one statement, each as if alone. */
export async function recordAll(
  database: Database,
  government: GovernmentId,
  writings: readonly string[],
): Promise<readonly Answer[]> {
  const text = 'select record_all($1, $2) as answer'
  const values = [government, `[${writings.join(',')}]`]
  const { rows } = await database.app.query<{ answer: Answer }>({ name: 'record_all', text, values }).catch(fault)
  return rows.map((row) => row.answer)
}

function messagesJson({
  outbox = [],
  notices = [],
  attachments = [],
  heldFor = 0,
  takesBack = [],
}: Writing['messages']): string | null {
  if (outbox.length + notices.length + attachments.length + takesBack.length === 0) return null
  return canonical({
    ...(heldFor > 0 ? { heldFor } : {}),
    ...(takesBack.length > 0 ? { takesBack } : {}),
    ...(outbox.length > 0 ? { outbox } : {}),
    ...(notices.length > 0 ? { notices: notices.map(({ to, kind, body }) => ({ ...to, kind, body })) } : {}),
    ...(attachments.length > 0 ? { attachments: [...new Set(attachments)] } : {}),
  })
}

function keyMarks(
  { keys }: Context,
  government: GovernmentId,
  { key, request, response }: IdempotencyKey,
): Record<string, string> {
  const sealed = keys.seal(response, responseOf(government, key))
  return {
    keyHash: keys.mark(`key/${storable(key)}`).toString('hex'),
    requestHash: keys.mark(`request/${request}`).toString('hex'),
    response: Buffer.concat([Buffer.from(`${sealed.keyId}.`), sealed.nonce, sealed.sealed]).toString('hex'),
  }
}

const responseOf = (government: GovernmentId, key: string): string => `${government}/response/${key}`

function repeatedResponse(
  { keys }: Context,
  government: GovernmentId,
  answer: Answer,
  idempotency: IdempotencyKey | undefined,
): Json {
  if (!answer.isSame || !idempotency) throw new KeyReused('the idempotency key was used for another request')
  const kept = Buffer.from(answer.repeated ?? '', 'hex')
  const from = kept.indexOf('.') + 1
  const [nonce, sealed] = [kept.subarray(from, from + nonceBytes), kept.subarray(from + nonceBytes)]
  return keys.open({ keyId: kept.toString('utf8', 0, from - 1), nonce, sealed }, responseOf(government, idempotency.key))
}
