import type { PublicPreview } from '../../contract/index.js'
import { type Act, assignmentsIn, derive, isFilled, type Payload, publicDraft, publicView } from '../../core/index.js'
import type { Opened } from '../open-matter.js'
import type { Showing } from '../showing.js'
import { named, unitNamed } from '../view-parts.js'
import { valueText } from '../view-values.js'
import { partsOf } from './personal-data.js'

/** 公开预览。 The public page as it would be with what is being written; null where the regulation publishes nothing. */
export function publicPreview(
  showing: Showing,
  { given, sight, loaded }: Opened,
  { stated, act }: { readonly stated: Payload; readonly act: Act },
): PublicPreview | null {
  const { regulation } = given.program
  const draft = publicDraft(given, { ...act.sets, ...stated })
  if (draft === null) return null
  const units = [
    ...new Set(
      derive(given)
        .assignments.filter(({ endedAt }) => endedAt === null)
        .map(({ unit }) => unit),
    ),
  ]
  const nameOf = (id: string): string => named(showing, id, regulation.fields[id]?.name).name
  // The page shows more than this writer may see only where it is public already.
  const isReadable = (id: string): boolean => stated[id] !== undefined || sight.fields[id]?.as === 'shown'
  return {
    isPublished: publicView(given) !== null,
    title: typeof draft.title === 'string' && isReadable('title') ? draft.title : loaded.row.number,
    units: units.map((unit) => unitNamed(showing, unit).name),
    fields: Object.entries(draft).flatMap(([id, value]) => {
      const field = regulation.fields[id]
      if (field === undefined || id === 'title' || !isReadable(id)) return []
      const text = valueText(showing, field, value)
      return text === '' ? [] : [{ id, name: nameOf(id), parts: [...partsOf(text)] }]
    }),
    keptBack: Object.entries(stated)
      .filter(([id, value]) => regulation.fields[id] !== undefined && !(id in draft) && isFilled(value) && !isShares(value))
      .map(([id]) => ({ id, name: nameOf(id) })),
  }
}

const isShares = (value: Payload[string]): boolean => assignmentsIn(value).length > 0
