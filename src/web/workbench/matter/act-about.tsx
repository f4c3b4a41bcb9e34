import type { ActView } from '../../../contract/index.js'

/** What an act is about, where the matter as a whole is not meant: the item, or the unit whose share it is, unless that is the reader's own. */
export function ActAbout({
  act,
  own = null,
}: {
  readonly act: Pick<ActView, 'unit' | 'unitName' | 'itemName'>
  readonly own?: string | null
}) {
  const about = act.itemName ?? (act.unit !== null && act.unit === own ? null : act.unitName)
  return about === null ? null : (
    <>
      {' '}
      <span className="act-unit">{about}</span>
    </>
  )
}
