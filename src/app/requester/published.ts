import type { Lang, PublicMatterPage, PublicPage } from '../../contract/index.js'
import type { Payload } from '../../core/index.js'
import { type MatterRow, seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { publicMatterView } from '../desk/view-lists.js'
import { handedOn, type OpenFile } from '../files/attachments.js'
import { type PublicFiles, publicFileIds, publicFiles } from '../files/public-files.js'
import { givenOf } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import { type Office, programFor } from '../office.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'

export type PublishedAsked = {
  readonly government: string
  readonly words: string | null
  readonly category: string | null
  readonly after: string | null
  readonly limit?: number
  readonly lang: Lang
}

/** 来信公开。 What anybody may read. */
export async function listPublished(deps: Deps, asked: PublishedAsked): Promise<Outcome<{ page: PublicPage }>> {
  const office = await deps.offices.get(asked.government)
  if (office === null) return failed(wordsOf(asked.lang), 'government-unknown')
  const text = asked.words?.trim() ?? ''
  const filter = {
    ...(text === '' ? {} : { text }),
    ...(asked.category === null || asked.category === '' ? {} : { category: asked.category }),
  }
  const page = { limit: asked.limit ?? 20, ...(asked.after === null ? {} : { after: asked.after }) }
  const [found, total] = await Promise.all([
    deps.store.searchPublished(office.id, { ...filter, page }),
    deps.store.countMatters(office.id, {
      filter: {
        isPublished: true,
        ...(text === '' ? {} : { publicText: text }),
        ...(filter.category ? { categories: [filter.category] } : {}),
      },
      gate: seesAll,
    }),
  ])
  const showing = showingOf(office, asked.lang)
  const rows = found.rows.map((row) => publicMatterView(showing, row))
  return { ok: true, page: { rows, next: found.next, total: total.count, isTotalCapped: total.isCapped } }
}

type OneAsked = { readonly government: string; readonly number: string; readonly lang: Lang }

export async function readPublished(deps: Deps, asked: OneAsked): Promise<Outcome<{ matter: PublicMatterPage }>> {
  const found = await findPublished(deps, asked)
  if (!found.ok) return found
  return {
    ok: true,
    matter: { ...publicMatterView(showingOf(found.office, asked.lang), found.row), ...(await filesOf(deps, found)) },
  }
}

/** A file of a public page; any other of the matter is not there. */
export async function readPublicFile(
  deps: Deps,
  asked: OneAsked & { readonly attachment: string },
): Promise<Outcome<{ file: OpenFile }>> {
  const found = await findPublished(deps, asked)
  if (!found.ok) return found
  const { office, row } = found
  if (!publicFileIds(programFor(office, row).regulation, row.facts as Payload).includes(asked.attachment))
    return failed(wordsOf(asked.lang), 'not-found')
  return handedOn(asked.lang, await deps.store.readAttachment(office.id, asked.attachment, seesAll))
}

type Found = { readonly office: Office; readonly row: MatterRow }

async function findPublished(deps: Deps, { government, number, lang }: OneAsked): Promise<Outcome<Found>> {
  const words = wordsOf(lang)
  const office = await deps.offices.get(government)
  if (office === null) return failed(words, 'government-unknown')
  const row = await deps.store.findByNumber(office.id, number, seesAll)
  return row === null || row.publishedAt === null ? failed(words, 'not-found') : { ok: true, office, row }
}

/** The row holds what the public reads beside what lists need; only what was done tells which files were sent. */
async function filesOf(deps: Deps, { office, row }: Found): Promise<PublicFiles> {
  const loaded = await deps.store.loadMatter(office.id, row.matter, seesAll)
  if (loaded === null || loaded.files.length === 0) return { files: [], filesKeptBack: 0 }
  const given = givenOf(office, loaded, nowOf(deps, office))
  return publicFiles(deps, { government: office.id, matter: row.matter, given, page: row.facts as Payload })
}
