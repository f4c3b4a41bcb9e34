import { hash } from 'node:crypto'
import { digestSize } from '../functions/put-projection.js'
import { withMoments } from '../moments.js'
import { sendable } from '../proof/canonical.js'
import { textRow } from '../search/search-words.js'
import type { GovernmentId, MatterProjection, RowsBeside } from '../types.js'

const sections = ['assignments', 'duties', 'marks'] as const
type Section = (typeof sections)[number]
type Row = MatterProjection[Section][number]
type Key = string | number

/** Rows of one kind as they are sent. */
type Sent = {
  readonly rows: string | null
  /** By their keys, those that are no longer there. Null: none. */
  readonly gone: readonly Key[] | null
}

/** Rows that a matter has beside its own, as they are sent: all of them, or, where it is known what stands, those that are otherwise. */
export type RowsSent = { readonly [section in Section]: Sent } & {
  /** What the index of words knows it by, as JSON. Null: as it stands. */
  readonly text: string | null
  /** What those that stand are thought to have been made from: null where all are sent. */
  readonly madeBefore: Buffer | null
  readonly madeFrom: Buffer
}

/** All rows, whatever stands there. */
export function allRows(government: GovernmentId, projection: RowsBeside): RowsSent {
  const sent = (section: Section): Sent => ({ rows: sendableRows(projection[section]), gone: null })
  return {
    assignments: sent('assignments'),
    duties: sent('duties'),
    marks: sent('marks'),
    text: JSON.stringify(textRow(projection)),
    madeBefore: null,
    madeFrom: Buffer.concat(partsOf(government, projection).map(digestOf)),
  }
}

/** Only what differs between the rows as they were made before and as they are made now. */
export function alteredRows(government: GovernmentId, before: RowsBeside, now: RowsBeside): RowsSent {
  const [partsBefore, partsNow] = [partsOf(government, before), partsOf(government, now)]
  const digests = partsBefore.map(digestOf)
  const isSame = partsNow.map(({ text }, place) => text === partsBefore[place]?.text)
  const sent = (section: Section): Sent => {
    const place = sections.indexOf(section)
    return isSame[place] ? asTheyStand : altered(partsBefore[place], partsNow[place], now[section])
  }
  return {
    assignments: sent('assignments'),
    duties: sent('duties'),
    marks: sent('marks'),
    text: isSame[sections.length] ? null : JSON.stringify(textRow(now)),
    madeBefore: Buffer.concat(digests),
    madeFrom: Buffer.concat(partsNow.map((part, place) => (isSame[place] ? digests[place] : undefined) ?? digestOf(part))),
  }
}

const asTheyStand: Sent = { rows: null, gone: null }

/** What rows of one kind are made from: in all, and row by row. */
type Part = { readonly text: string; readonly rows: ReadonlyMap<Key, string> }

function altered(before: Part | undefined, now: Part | undefined, rows: readonly Row[]): Sent {
  const put = rows.filter((row) => before?.rows.get(keyOf(row)) !== now?.rows.get(keyOf(row)))
  const gone = [...(before?.rows.keys() ?? [])].filter((key) => now?.rows.has(key) !== true)
  return { rows: put.length === 0 ? null : sendableRows(put), gone: gone.length === 0 ? null : gone }
}

const keyOf = (row: Row): Key => ('key' in row ? row.key : row.id)

/** In the order of their digests. The words come last: they are made of a text and of what the matter is, which is known sooner than they are. */
function partsOf(government: GovernmentId, projection: RowsBeside): readonly Part[] {
  const { searchText, publicText, links, receivedAt, regulation, category, channel, units, publishedAt } = projection
  const isPublished = publishedAt !== null
  const traits = [receivedAt, regulation, category, channel, units, isPublished]
  const ofWords = JSON.stringify([government, searchText, publicText, links, ...traits])
  return [...sections.map((section) => partOf(projection[section])), { text: ofWords, rows: new Map() }]
}

function partOf(rows: readonly Row[]): Part {
  const texts = new Map(rows.map((row) => [keyOf(row), JSON.stringify(row)]))
  return { text: [...texts.values()].join('\n'), rows: texts }
}

const digest = (text: string): Buffer => hash('sha256', text, 'buffer').subarray(0, digestSize)
/** New matters have rows of few kinds. */
const digestOfNone = digest('')
const digestOf = ({ text }: Part): Buffer => (text === '' ? digestOfNone : digest(text))

const sendableRows = (rows: readonly Row[]): string => sendable(rows.map(withMoments))

/** The matter's own row. */
export function ownRow(projection: MatterProjection): string {
  const { searchText: _, publicText: __, links: ___, assignments: ____, duties: _____, marks: ______, ...row } = projection
  return sendable(withMoments(row))
}
