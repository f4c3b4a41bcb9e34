import { z } from 'zod'
import { sentLine } from './limits.js'
import { alertView, moment, named } from './parts.js'

/** What the list of matters can be narrowed to, by the name each kind has in the address. Generated from the regulations that matters here run under. */
export const matterChoices = z.record(z.string(), z.array(named)).meta({ id: 'MatterChoices' })
export type MatterChoices = z.infer<typeof matterChoices>

/** 常用筛选. */
export const savedView = z
  .object({
    id: z.number(),
    name: z.string(),
    /** As it stands behind the question mark of the list. */
    query: z.string(),
    isOwn: z.boolean(),
    /** With whom it is shared; null: nobody. */
    sharedWith: named.nullable(),
  })
  .meta({ id: 'SavedView' })
export type SavedViewView = z.infer<typeof savedView>

export const savedViews = z.object({ views: z.array(savedView) }).meta({ id: 'SavedViews' })
export type SavedViews = z.infer<typeof savedViews>

export const savedViewRequest = z
  .object({ name: sentLine, query: z.string().max(2000), isShared: z.boolean().default(false) })
  .meta({ id: 'SavedViewRequest' })
export type SavedViewRequest = z.infer<typeof savedViewRequest>

/** 关联事项. Another matter that this one names or was begun from (`to`), or that names this one or was begun from it (`from`). */
export const matterLink = z
  .object({
    /** The field that names it; '' where the one was begun from the other. */
    field: z.string(),
    name: z.string(),
    kind: named.nullable(),
    direction: z.enum(['to', 'from']),
    /** One of the two began the other, or joined it. */
    isBegun: z.boolean(),
    id: z.string(),
    number: z.string(),
    title: z.string(),
    stage: named,
    nextDueAt: moment.nullable(),
    alert: alertView.nullable(),
  })
  .meta({ id: 'MatterLink' })
export type MatterLink = z.infer<typeof matterLink>
export const matterLinks = z.object({ links: z.array(matterLink) }).meta({ id: 'MatterLinks' })
export type MatterLinks = z.infer<typeof matterLinks>
