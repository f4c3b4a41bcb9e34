import { useEffect, useRef } from 'react'
import type { ActView, MatterView } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { useKeys } from '../keys.js'
import { useWords } from '../words/language.js'
import { ActForm } from './act-form.js'
import { actKey } from './act-key.js'
import { ActList } from './act-list.js'
import { ClosedActs } from './closed-acts.js'

type Props = {
  readonly matter: MatterView
  /** What was last done here, to be said once. */
  readonly done: string | null
  readonly tellDone: (done: string | null) => void
  readonly reload: () => void
}

/** What this person may do now: a list of acts, or the form of the one that was chosen. The choice is in the address. */
export function ActPanel({ matter, done, tellDone, reload }: Props) {
  const words = useWords()
  const chosen = useAddress().query.get('act')
  const act = matter.acts.find((each) => actKey(each) === chosen)
  const head = useRef<HTMLHeadingElement>(null)
  const open = matter.acts.filter((each) => each.refusal === null)
  const closed = matter.acts.filter((each) => each.refusal !== null)
  const before = useRef(act)
  useEffect(() => {
    // Whoever opens or leaves a form goes on reading where it was.
    if (before.current !== undefined && act === undefined) head.current?.focus()
    before.current = act
  }, [act])
  const choose = (next: ActView | null): void => {
    if (next !== null) tellDone(null)
    changeQuery({ act: next === null ? '' : actKey(next) })
  }
  useKeys({ a: () => head.current?.focus() })
  const finish = (name: string): void => {
    tellDone(name)
    choose(null)
    reload()
  }
  return (
    <aside className="acts" id="acts" aria-labelledby="acts-title">
      {act ? (
        <ActForm key={actKey(act)} act={act} matter={matter} leave={() => choose(null)} finish={finish} reload={reload} />
      ) : (
        <>
          <h2 id="acts-title" tabIndex={-1} ref={head}>
            {words.acts.title}
          </h2>
          <div role="status" className="done-place">
            {done && (
              <p className="done">
                <span aria-hidden="true">✓ </span>
                {words.acts.done(done)}
              </p>
            )}
          </div>
          {chosen !== null && <p className="refusal">{words.acts.gone}</p>}
          {open.length === 0 && <p className="soft">{words.acts.none}</p>}
          <ActList acts={open} choose={choose} />
          <ClosedActs acts={closed} />
        </>
      )}
    </aside>
  )
}
