import type { Lang, PublicMatter, PublicPage } from '../contract/index.js'
import { seesAll } from '../store/index.js'
import type { Deps } from './deps.js'
import type { Outcome } from './outcome.js'
import { showingOf } from './showing.js'
import { failed } from './view-failure.js'
import { publicMatterView } from './view-lists.js'
import { wordsOf } from './words/index.js'

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

export async function readPublished(
  deps: Deps,
  asked: { readonly government: string; readonly number: string; readonly lang: Lang },
): Promise<Outcome<{ matter: PublicMatter }>> {
  const words = wordsOf(asked.lang)
  const office = await deps.offices.get(asked.government)
  if (office === null) return failed(words, 'government-unknown')
  const row = await deps.store.findByNumber(office.id, asked.number, seesAll)
  if (row === null || row.publishedAt === null) return failed(words, 'not-found')
  return { ok: true, matter: publicMatterView(showingOf(office, asked.lang), row) }
}
