import { addAudit } from '../administration/audit.js'
import type { NewAudit } from '../administration/types.js'
import type { Context } from '../context.js'
import { asGovernment, type Query, readGovernment } from '../database/transaction.js'
import { whileItsMatterStands, whileTheyStand } from '../database/while-it-stands.js'
import { iso } from '../moments.js'
import { lockAll } from '../record.js'
import type { GovernmentId, Held, Instant, JsonObject, MatterId } from '../types.js'
import { type AlikeAsked, alikeDocuments, putPrints } from './document-prints.js'
import { findTemplate, listTemplates, type OwnTemplate, type TemplateOf } from './own-templates.js'

/** 文书 as it lies beside its matter. */
export type DocumentRow = {
  readonly id: number
  readonly matter: MatterId
  readonly kind: string
  readonly draftedBy: string
  readonly draftedAt: Instant
  readonly version: number
  readonly lockedBy: string | null
  readonly lockedUntil: Instant | null
  readonly series: string | null
  readonly year: number | null
  readonly number: number | null
  readonly issuedBy: string | null
  readonly issuedAt: Instant | null
  readonly hash: Buffer | null
  readonly spoiledBy: string | null
  readonly spoiledAt: Instant | null
  readonly spoiledWhy: string | null
}

/** Which version somebody saw, who they are, and when. */
export type DocumentTurn = { readonly id: number; readonly version: number; readonly account: string; readonly at: Instant }
export type NewDocument = Pick<DocumentRow, 'matter' | 'kind'> & {
  readonly account: string
  readonly at: Instant
  readonly content: JsonObject
  /** By which pieces of its text it is found by another that repeats it. */
  readonly prints: readonly number[]
}
/** In which series and year it is numbered; null: it bears no number. */
export type SeriesYear = { readonly series: string; readonly year: number }
export type IssuedContent = { readonly content: JsonObject; readonly hash: Buffer; readonly entry: NewAudit }

export type WrittenDocument = Pick<DocumentRow, 'matter'> & { readonly isIssued: boolean; readonly content: JsonObject }

export type IssuedAsked = {
  readonly kinds: readonly string[]
  readonly since: Instant
  readonly before: Instant
  readonly limit: number
}

export type DocumentsStore = {
  /** The newest first. */
  list(government: GovernmentId, matter: MatterId): Promise<readonly DocumentRow[]>
  find(government: GovernmentId, id: number): Promise<DocumentRow | null>
  /** Of this kind and other matters, those that share most pieces of a text, with what is written on them. */
  alike(government: GovernmentId, asked: AlikeAsked): Promise<readonly WrittenDocument[]>
  /** Of these kinds, what was issued in a span of time and stands, the newest first. */
  issuedLately(government: GovernmentId, asked: IssuedAsked): Promise<readonly DocumentRow[]>
  content(government: GovernmentId, of: { readonly id: number; readonly version: number }): Promise<JsonObject | null>
  /** 模板. The one that the office has put in the place of the regulation's own; null: none. */
  template(government: GovernmentId, of: TemplateOf): Promise<Uint8Array | null>
  templates(government: GovernmentId): Promise<readonly OwnTemplate[]>
  begin(government: GovernmentId, made: NewDocument): Promise<number>
  /** Takes it to write on it until then, or goes on holding it. False: somebody else has it, or it was issued. */
  lock(government: GovernmentId, turn: Omit<DocumentTurn, 'version'>, until: Instant): Promise<boolean>
  unlock(government: GovernmentId, turn: Omit<DocumentTurn, 'version'>): Promise<void>
  /** Another version of a draft. False: it is another by now, somebody else has it, or it was issued. */
  save(government: GovernmentId, turn: DocumentTurn, written: Pick<NewDocument, 'content' | 'prints'>): Promise<boolean>
  /**
   * 签发. Draws the number, makes the file with it and fixes it, in one transaction: what fails uses no number. False: another version
   * by now, in somebody's hand, or issued before. `Conflict`: the matter does not stand as it was found.
   */
  issue(
    government: GovernmentId,
    turn: DocumentTurn & { readonly of: Held },
    numbered: SeriesYear | null,
    make: (number: number | null) => IssuedContent,
  ): Promise<boolean>
  /** 作废. False: not issued, or spoiled before. */
  spoil(government: GovernmentId, turn: Omit<DocumentTurn, 'version'>, why: string, entry: NewAudit): Promise<boolean>
}

const columns = `id, matter, kind, drafted_by as "draftedBy", drafted_at as "draftedAt", version, locked_by as "lockedBy",
  locked_until as "lockedUntil", series, year, number, issued_by as "issuedBy", issued_at as "issuedAt", hash,
  spoiled_by as "spoiledBy", spoiled_at as "spoiledAt", spoiled_why as "spoiledWhy"`
const most = 200
/** Nobody else writes on it at that moment. */
const isFree = '(locked_by is null or locked_by = $3 or locked_until <= $4)'

type Sealed = { readonly sealed: Buffer; readonly nonce: Buffer; readonly keyId: string }

export const documentMethods = (context: Context): DocumentsStore => ({
  ...readingMethods(context),
  ...writingMethods(context),
  ...issuingMethods(context),
})

const about = (government: GovernmentId, id: number, version: number): string => `${government}/document/${id}/${version}`

type PutVersion = (query: Query, government: GovernmentId, turn: DocumentTurn, content: JsonObject) => Promise<void>

/** Each version lies sealed, as its own. */
const versionsOf =
  (keys: Context['keys']): PutVersion =>
  async (query, government, { id, version, account, at }, content) => {
    const { sealed, nonce, keyId } = keys.seal(content, about(government, id, version))
    await query(
      `insert into document_version (government, document, version, account, at, sealed, nonce, key_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [government, id, version, account, iso(at), sealed, nonce, keyId],
    )
  }

type Reading = 'list' | 'find' | 'alike' | 'issuedLately' | 'content' | 'template' | 'templates'

function readingMethods({ database, keys }: Context): Pick<DocumentsStore, Reading> {
  return {
    template: (government, of) => readGovernment(database, government, (query) => findTemplate(query, government, of)),
    templates: (government) => readGovernment(database, government, (query) => listTemplates(query, government)),
    list: (government, matter) =>
      readGovernment(database, government, (query) =>
        query<DocumentRow>(
          `select ${columns} from document where government = $1 and matter = $2 order by id desc limit ${most}`,
          [government, matter],
        ),
      ),
    find: (government, id) =>
      readGovernment(database, government, async (query) => {
        const text = `select ${columns} from document where government = $1 and id = $2`
        return (await query<DocumentRow>(text, [government, id]))[0] ?? null
      }),
    issuedLately: (government, { kinds, since, before, limit }) =>
      readGovernment(database, government, (query) =>
        query<DocumentRow>(
          `select ${columns} from document
           where government = $1 and issued_at >= $2 and issued_at <= $3 and spoiled_at is null and kind = any($4::text[])
           order by issued_at desc, id desc limit $5`,
          [government, iso(since), iso(before), [...kinds], limit],
        ),
      ),
    content: (government, { id, version }) =>
      readGovernment(database, government, async (query) => {
        const [found] = await query<Sealed>(
          `select sealed, nonce, key_id as "keyId" from document_version where government = $1 and document = $2 and version = $3`,
          [government, id, version],
        )
        return found === undefined ? null : (keys.open(found, about(government, id, version)) as JsonObject)
      }),
    alike: (government, asked) =>
      readGovernment(database, government, async (query) => {
        const ids = await alikeDocuments(query, keys, government, asked)
        const found = await query<Sealed & Pick<DocumentRow, 'id' | 'matter' | 'version'> & Pick<WrittenDocument, 'isIssued'>>(
          `select d.id, d.matter, d.version, d.issued_at is not null as "isIssued", v.sealed, v.nonce, v.key_id as "keyId" from document d
             join document_version v on v.government = d.government and v.document = d.id and v.version = d.version
           where d.government = $1 and d.id = any($2::bigint[]) order by array_position($2::bigint[], d.id)`,
          [government, ids],
        )
        return found.map((row) => ({
          matter: row.matter,
          isIssued: row.isIssued,
          content: keys.open(row, about(government, row.id, row.version)) as JsonObject,
        }))
      }),
  }
}

function writingMethods({ database, keys }: Context): Pick<DocumentsStore, 'begin' | 'lock' | 'unlock' | 'save'> {
  const putVersion = versionsOf(keys)
  return {
    begin: (government, { matter, kind, account, at, content, prints }) =>
      asGovernment(database, government, async (query) => {
        await whileTheyStand(query, government, [matter])
        const [made] = await query<{ id: number }>(
          `insert into document (government, matter, kind, drafted_by, drafted_at, version) values ($1, $2, $3, $4, $5, 1)
           returning id`,
          [government, matter, kind, account, iso(at)],
        )
        const id = made?.id ?? 0
        await putVersion(query, government, { id, version: 1, account, at }, content)
        await putPrints(query, keys, government, { id, prints })
        return id
      }),
    lock: (government, { id, account, at }, until) =>
      asGovernment(database, government, async (query) => {
        const held = await query(
          `update document set locked_by = $3, locked_until = $5
           where government = $1 and id = $2 and issued_at is null and ${isFree} returning id`,
          [government, id, account, iso(at), iso(until)],
        )
        return held.length > 0
      }),
    unlock: (government, { id, account }) =>
      asGovernment(database, government, async (query) => {
        await query(
          `update document set locked_by = null, locked_until = null
           where government = $1 and id = $2 and locked_by = $3 and issued_at is null`,
          [government, id, account],
        )
      }),
    save: (government, turn, { content, prints }) =>
      asGovernment(database, government, async (query) => {
        await whileItsMatterStands(query, government, turn.id)
        if (!(await moved(query, government, turn))) return false
        await putVersion(query, government, { ...turn, version: turn.version + 1 }, content)
        await putPrints(query, keys, government, { id: turn.id, prints })
        return true
      }),
  }
}

function issuingMethods({ database, keys }: Context): Pick<DocumentsStore, 'issue' | 'spoil'> {
  const putVersion = versionsOf(keys)
  return {
    issue: (government, turn, numbered, make) =>
      asGovernment(database, government, async (query) => {
        await lockAll(query, government, [turn.of])
        if (!(await moved(query, government, turn))) return false
        const number = numbered === null ? null : await drawn(query, government, numbered)
        const { content, hash, entry } = make(number)
        await putVersion(query, government, { ...turn, version: turn.version + 1 }, content)
        await query(
          `update document set series = $3, year = $4, number = $5, issued_by = $6, issued_at = $7, hash = $8,
             locked_by = null, locked_until = null
           where government = $1 and id = $2`,
          [government, turn.id, numbered?.series ?? null, numbered?.year ?? null, number, turn.account, iso(turn.at), hash],
        )
        await addAudit(query, government, entry)
        return true
      }),
    spoil: (government, { id, account, at }, why, entry) =>
      asGovernment(database, government, async (query) => {
        await whileItsMatterStands(query, government, id)
        const spoiled = await query(
          `update document set spoiled_by = $3, spoiled_at = $4, spoiled_why = $5
           where government = $1 and id = $2 and issued_at is not null and spoiled_at is null returning id`,
          [government, id, account, iso(at), why],
        )
        if (spoiled.length === 0) return false
        await addAudit(query, government, entry)
        return true
      }),
  }
}

/** The next version of a draft is this one's to write; the row stays locked until the end of the transaction. */
async function moved(query: Query, government: GovernmentId, { id, version, account, at }: DocumentTurn): Promise<boolean> {
  const found = await query(
    `update document set version = version + 1
     where government = $1 and id = $2 and issued_at is null and ${isFree} and version = $5 returning id`,
    [government, id, account, iso(at), version],
  )
  return found.length > 0
}

/** Whoever comes second waits for the first to end, whichever way it ends. */
async function drawn(query: Query, government: GovernmentId, { series, year }: SeriesYear): Promise<number> {
  const [row] = await query<{ last: number }>(
    `insert into document_series (government, series, year, last) values ($1, $2, $3, 1)
     on conflict (government, series, year) do update set last = document_series.last + 1 returning last`,
    [government, series, year],
  )
  if (row === undefined) throw new Error(`no number drawn in ${series}`)
  return row.last
}
