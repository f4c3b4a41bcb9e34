import type { Lang, RosterKind, RosterPreview, RosterReport } from '../../contract/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { largestImport, type UploadedTable } from '../imports/import-upload.js'
import type { Outcome } from '../outcome.js'
import { TableRefused } from '../tables/table-refused.js'
import { failed } from '../view-failure.js'
import { reasonsIn, wordsOf } from '../words/index.js'
import { rosterColumns } from '../words/roster.js'
import { listedRows } from './listed-rows.js'
import { personRows } from './person-rows.js'
import { type RosterTable, readInTurn, readRoster, refusedRoster, type Told } from './read-roster.js'
import type { LinkMade, RosterAsked, RosterReader, RosterRow } from './roster.js'
import { unitRows } from './unit-rows.js'

/** Of each list; all refused rows stand in the file. */
const told = 200
const shownFirst = 10

type Asked = { readonly of: RosterKind; readonly file: UploadedTable }

/** 预览. What a list would add; nothing is written. */
export const previewRoster = (deps: Deps, admin: SignedIn, asked: Asked): Promise<Outcome<{ preview: RosterPreview }>> =>
  withRoster(deps, admin, asked, async (table, read) => {
    const rows = await readInTurn(table.rows, {
      ...{ read, lang: admin.lang },
      take: async (came) => {
        if (came.kind === 'new') came.take()
        return came
      },
    })
    const names = new Map(rosterColumns[asked.of].map(({ id, name }) => [id, name[admin.lang]]))
    const added = rows.flatMap(({ row: { row }, came }) => (came.kind === 'new' ? [{ row, values: came.values }] : []))
    const shown = added.slice(0, shownFirst).map(({ row, values }) => ({
      row,
      values: Object.entries(values).flatMap(([id, value]) => (value === '' ? [] : [{ name: names.get(id) ?? id, value }])),
    }))
    return { preview: { ...summed(table, rows, admin), rows: shown } }
  })

/**
 * 导入. Each row is added as by screen, with its own entry in the log, and those that cannot come in stay out; the same list brought in again
 * adds nothing twice.
 */
export const importRoster = (deps: Deps, admin: SignedIn, asked: Asked): Promise<Outcome<{ report: RosterReport }>> =>
  withRoster(deps, admin, asked, async (table, read) => {
    const links: LinkMade[] = []
    const take = async (came: RosterRow): Promise<RosterRow> => {
      if (came.kind !== 'new') return came
      const written = await came.write()
      if (!written.ok) return { kind: 'refused', reason: reasonsOf(admin.lang, written.failure) }
      came.take()
      if (written.link !== null) links.push(written.link)
      return came
    }
    const rows = await readInTurn(table.rows, { read, lang: admin.lang, take })
    return {
      report: {
        ...summed(table, rows, admin),
        refusedFile: await refusedRoster(rows, { kind: table.kind, lang: admin.lang }),
        links: links.flatMap(({ name, login, link: { path } }) => (path === null ? [] : [{ name, login, path }])),
        linksUntil: links[0]?.link.expiresAt ?? null,
      },
    }
  })

type Refusal = Extract<Outcome<object>, { ok: false }>['failure']
const reasonsOf = (lang: Lang, { problems = [], detail, title }: Refusal): string =>
  problems.length > 0
    ? reasonsIn(
        lang,
        problems.map(({ sentence }) => sentence),
      )
    : detail || title

function summed({ headRow, sheet, notes, unused }: RosterTable, rows: readonly Told[], { lang }: SignedIn) {
  const refused = rows.flatMap(({ row: { row }, came }) => (came.kind === 'refused' ? [{ row, reason: came.reason }] : []))
  const count = (kind: RosterRow['kind']): number => rows.filter(({ came }) => came.kind === kind).length
  return {
    headRow,
    sheet,
    notes: notes.map((note) => note[lang]),
    unused: [...unused],
    read: rows.length,
    added: count('new'),
    known: count('known'),
    refusedCount: refused.length,
    refused: refused.slice(0, told),
  }
}

async function withRoster<T>(
  deps: Deps,
  admin: SignedIn,
  { of, file }: Asked,
  work: (table: RosterTable, read: RosterReader) => Promise<T>,
): Promise<Outcome<T>> {
  const words = wordsOf(admin.lang)
  if (!admin.isAdmin) return failed(words, 'admin-only')
  if (file.isTruncated || file.bytes.length > largestImport) return failed(words, 'attachment-too-large')
  try {
    const table = await readRoster(of, file.bytes)
    return { ok: true, ...(await work(table, await readerOf(of, { deps, admin }))) }
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error
    return failed(words, 'file-refused', { detail: error.words[admin.lang] })
  }
}

async function readerOf(of: RosterKind, asked: RosterAsked): Promise<RosterReader> {
  const { store } = asked.deps
  const { id } = asked.admin.office
  switch (of) {
    case 'units':
      return unitRows(asked, await store.listUnits(id))
    case 'people':
      return personRows(asked, await store.listAccounts(id))
    case 'listed':
      return listedRows(asked, await store.listAccounts(id))
  }
}
