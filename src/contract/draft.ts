import { z } from 'zod'
import { moment, named } from './parts.js'

/** 草稿: what somebody has begun to fill in; the act is named with its share where there are several (`conclude@roads`). */
export const draftView = z
  .object({
    values: z.record(z.string(), z.unknown()),
    savedAt: moment,
    /** What the files are called that are filled in. */
    files: z.array(named),
  })
  .meta({ id: 'Draft' })
export type DraftView = z.infer<typeof draftView>

export const draftRequest = draftView
  .pick({ values: true })
  .extend({
    /** When what one goes on from was saved (`savedAt.iso`); null: there was none. Is another there by now, it stays, and this is refused. Left out: whatever is there is replaced. */
    after: z.iso.datetime({ offset: true }).nullable().optional(),
  })
  .meta({ id: 'DraftRequest' })
export const draftSaved = draftView.pick({ savedAt: true }).meta({ id: 'DraftSaved' })
export type DraftSaved = z.infer<typeof draftSaved>

/** Of what one has drafts. */
export const draftsView = z
  .object({ drafts: z.array(z.object({ matter: z.string(), act: z.string(), savedAt: moment })) })
  .meta({ id: 'Drafts' })
export type DraftsView = z.infer<typeof draftsView>
