import type { ActView } from '../../../contract/index.js'
import { useSignedIn } from '../session.js'

type About = Pick<ActView, 'unit' | 'unitName' | 'itemName'>

/** What an act is about, where the matter as a whole is not meant: the item, or the unit whose share it is, unless that is the reader's own. */
export const aboutOf = ({ unit, unitName, itemName }: About, own: string | null): string | null =>
  itemName ?? (unit !== null && unit === own ? null : unitName)

export function ActAbout({ act }: { readonly act: About }) {
  const { role } = useSignedIn()
  const about = aboutOf(act, role.unit?.id ?? null)
  return about === null ? null : (
    <>
      {' '}
      <span className="act-unit">{about}</span>
    </>
  )
}
