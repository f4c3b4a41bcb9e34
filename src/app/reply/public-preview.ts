import type { PublicPreview } from '../../contract/index.js'
import {
  type Act,
  assignmentsIn,
  derive,
  isFilled,
  type Payload,
  publicDraft,
  publicView,
  type Regulation,
} from '../../core/index.js'
import type { Deps } from '../deps.js'
import { publicFields, publicTitle } from '../desk/view-lists.js'
import { publicFiles } from '../files/public-files.js'
import type { Opened } from '../matter/open-matter.js'
import { named, unitNamed } from '../matter/view-parts.js'
import type { Showing } from '../showing.js'
import { nameIn } from '../words/index.js'
import { partsOf } from './personal-data.js'

/** 公开预览。 The public page as it would be with what is being written; null where the regulation publishes nothing. */
export async function publicPreview(
  deps: Deps,
  showing: Showing,
  { opened: { given, sight, loaded }, stated, act }: { readonly opened: Opened; readonly stated: Payload; readonly act: Act },
): Promise<PublicPreview | null> {
  const { regulation } = given.program
  const draft = publicDraft(given, { ...act.sets, ...stated })
  if (draft === null) return null
  const nameOf = (id: string): string => named(showing, id, regulation.fields[id]?.name).name
  // The page shows more than this writer may see only where it is public already.
  const isReadable = (id: string): boolean => stated[id] !== undefined || sight.fields[id]?.as === 'shown'
  const shown = Object.fromEntries(Object.entries(draft).filter(([id]) => isReadable(id)))
  const page = publicFields(showing, shown)
  const { matter } = loaded.row
  const { files, filesKeptBack } = await publicFiles(deps, { government: showing.office.id, matter, given, page: shown })
  const marked = (text: string) => [...partsOf(text, identityNames(showing, regulation))]
  return {
    isPublished: publicView(given) !== null,
    title: marked(publicTitle(showing, page.title, loaded.row.number)),
    units: unitsOf(showing, derive(given).assignments),
    fields: page.fields.map(({ value, ...field }) => ({ ...field, parts: marked(value) })),
    files: files.map(({ name, ...file }) => ({ ...file, parts: marked(name) })),
    filesKeptBack,
    keptBack: Object.entries(stated)
      .filter(([id, value]) => regulation.fields[id] !== undefined && !(id in draft) && isFilled(value) && !isShares(value))
      .map(([id]) => ({ id, name: nameOf(id) })),
  }
}

type Shares = ReturnType<typeof derive>['assignments']

const unitsOf = (showing: Showing, shares: Shares): string[] =>
  [...new Set(shares.filter(({ endedAt }) => endedAt === null).map(({ unit }) => unit))].map(
    (unit) => unitNamed(showing, unit).name,
  )

/** What the regulation calls that by which somebody is known: what stands behind such a word is likely theirs. */
export const identityNames = ({ lang }: Showing, { fields }: Regulation): readonly string[] =>
  Object.values(fields).flatMap(({ isIdentity, content, name }) => (isIdentity || content !== null ? [nameIn(lang, name)] : []))

const isShares = (value: Payload[string]): boolean => assignmentsIn(value).length > 0
