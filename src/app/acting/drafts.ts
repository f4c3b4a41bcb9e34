import type { DraftsView, DraftView } from '../../contract/index.js'
import { instant } from '../../core/index.js'
import type { Json } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { type Opened, openMatter } from '../matter/open-matter.js'
import { moment } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'

const mostDrafts = 500
const longest = 200_000

type Of = { readonly matter: number; readonly act: string }

/** Of what this person has drafts, the latest first: marks for the desk and for the acts of a matter. */
export async function listDrafts(deps: Deps, { office, account }: Viewer): Promise<DraftsView> {
  const found = await deps.store.drafts.list(office.id, account)
  return {
    drafts: found.map(({ matter, act, savedAt }) => ({
      matter: String(matter),
      act,
      savedAt: moment(savedAt, office.calendar.zone),
    })),
  }
}

/** What this person left off; null where there is none. Whoever sees the matter no more does not read what they wrote of it. */
export async function readDraft(deps: Deps, viewer: Viewer, { matter, act }: Of): Promise<Outcome<{ draft: DraftView | null }>> {
  const { office, account, actor, lang } = viewer
  const opened = await openMatter(deps, office, matter, actor)
  if (opened === null) return failed(wordsOf(lang), 'not-found')
  const found = await deps.store.drafts.read(office.id, { account, matter, act })
  if (found === null) return { ok: true, draft: null }
  const values = found.values as DraftView['values']
  const attachments = filesIn(opened, values)
  const files = attachments.length === 0 ? [] : await deps.store.filesNamed(office.id, matter, attachments)
  return {
    ok: true,
    draft: {
      values,
      savedAt: moment(found.savedAt, office.calendar.zone),
      files: files.map(({ attachment, name }) => ({ id: attachment, name })),
    },
  }
}

type Saving = Of & {
  readonly values: Readonly<Record<string, unknown>>
  /** When what it goes on from was saved; null: there was none; undefined: it replaces whatever is there. */
  readonly after?: string | null | undefined
}

/** Keeps what is filled in, as it is, right or wrong: the act looks at it when it is sent. What the same person saved elsewhere meanwhile is not replaced unseen. */
export async function saveDraft(
  deps: Deps,
  viewer: Viewer,
  { matter, act, values, after }: Saving,
): Promise<Outcome<{ savedAt: DraftView['savedAt'] }>> {
  const { office, account, actor, lang } = viewer
  const opened = await openMatter(deps, office, matter, actor)
  if (opened === null) return failed(wordsOf(lang), 'not-found')
  if (JSON.stringify(values).length > longest) return failed(wordsOf(lang), 'too-large')
  const attachments = filesIn(opened, values)
  const at = nowOf(deps, office)
  const goesOnFrom = typeof after === 'string' ? instant(Date.parse(after)) : after
  const draft = { account, matter, act, values: values as Json, attachments, at, after: goesOnFrom }
  const put = await deps.store.drafts.put(office.id, draft, mostDrafts)
  if (put === 'kept') return { ok: true, savedAt: moment(at, office.calendar.zone) }
  return failed(wordsOf(lang), put === 'full' ? 'too-large' : 'changed-meanwhile')
}

function filesIn({ given }: Opened, values: Readonly<Record<string, unknown>>): readonly string[] {
  const { fields } = given.program.regulation
  return Object.entries(values).flatMap(([id, value]) =>
    fields[id]?.type === 'attachments' && Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [],
  )
}

/** Thrown away, or sent. */
export const forgetDraft = (deps: Deps, { office, account }: Viewer, { matter, act }: Of): Promise<void> =>
  deps.store.drafts.remove(office.id, { account, matter, act })
