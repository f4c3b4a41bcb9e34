import type { Moment } from '../../../contract/index.js'

/** A moment in figures, so that columns of them line up. */
export const MomentText = ({ at }: { readonly at: Moment }) => (
  <time dateTime={at.iso} className="moment">
    {at.shown}
  </time>
)
