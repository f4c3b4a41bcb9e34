import { useWords } from '../words/language.js'
import type { Selection } from './selection.js'

/** As many as are asked about at a time. */
export const mostTargets = 200

/** How many rows are ticked, and what can be done with them. It stays in sight while one goes on ticking. */
export function PickBar({ selection, start }: { readonly selection: Selection; readonly start: () => void }) {
  const words = useWords()
  const count = selection.targets.length
  const isTooMany = count > mostTargets
  return (
    <div className={count === 0 ? 'pick-bar pick-bar-empty' : 'pick-bar'}>
      <span role="status">{count > 0 && words.overview.pick.chosen(count)}</span>
      {count > 0 && (
        <>
          {isTooMany && <span className="field-problem">{words.overview.pick.tooMany(mostTargets)}</span>}
          <button type="button" className="main-link" disabled={isTooMany} onClick={start}>
            {words.overview.pick.bulk}
          </button>
          <button type="button" className="quiet" onClick={selection.clear}>
            {words.overview.pick.none}
          </button>
        </>
      )}
    </div>
  )
}
