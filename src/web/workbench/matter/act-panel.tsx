import { useEffect, useMemo, useRef } from 'react'
import type { ActView, MatterView } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { SkipToActs } from '../frame/skip-to-acts.js'
import { useKeys } from '../keys.js'
import { useSignedIn } from '../session.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'
import { ActAbout } from './act-about.js'
import { ActForm } from './act-form.js'
import { actKey } from './act-key.js'
import { ActKeyTold } from './act-key-told.js'
import { actLetters } from './act-letters.js'
import { ActList } from './act-list.js'
import { ClosedActs } from './closed-acts.js'
import { type Done, DoneLine, doneBefore } from './done-line.js'
import { offeredActs } from './primary-act.js'
import { useDrafts } from './use-drafts.js'

type Props = {
  readonly matter: MatterView
  /** What was last done here, to be said once. */
  readonly done: Done | null
  readonly tellDone: (done: Done | null) => void
  readonly reload: () => void
}

/** What this person may do now: the one act that is due, the others behind it; or the form of the one that was chosen. The choice is in the address. */
export function ActPanel({ matter, done, tellDone, reload }: Props) {
  const words = useWords()
  const { query } = useAddress()
  const { role } = useSignedIn()
  const chosen = query.get('act')
  const act = matter.acts.find((each) => actKey(each) === chosen)
  const head = useRef<HTMLHeadingElement>(null)
  const more = useRef<HTMLDetailsElement>(null)
  const { primary, meets, beside, rest, idle, closed } = offeredActs(matter, role, query.get('duty'))
  const letters = actLetters(matter.acts)
  const drafts = useDrafts(`${matter.revision} ${chosen}`)
  const hasDraft = (each: ActView): boolean => drafts.hasDraft(matter.id, actKey(each))
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
  const openMore = (): void => {
    if (more.current === null) return
    more.current.open = true
    more.current.querySelector('summary')?.focus()
  }
  const offered = [...(primary === null ? [] : [primary]), ...beside, ...rest]
  const keyed = offered.flatMap((each) => {
    const letter = letters.get(each.act)
    return letter === undefined ? [] : [[letter, () => choose(each)] as const]
  })
  useKeys(act === undefined ? { ...Object.fromEntries(keyed), a: () => head.current?.focus(), m: openMore } : {})
  const finish = (now: Done): void => {
    tellDone({ ...now, said: words.acts.done(now.said) })
    choose(null)
    reload()
  }
  const earlier = useMemo(() => doneBefore(matter, words.acts.done, words.listComma), [matter, words])
  const said = done ?? earlier
  if (act !== undefined) {
    return (
      <aside className="acts" id="acts" aria-labelledby="acts-title">
        <SkipToActs id="acts-title" />
        <ActForm key={actKey(act)} act={act} matter={matter} leave={() => choose(null)} finish={finish} reload={reload} />
      </aside>
    )
  }
  return (
    <aside className="acts" id="acts" aria-labelledby="acts-title">
      <SkipToActs id="acts-title" />
      <h2 id="acts-title" tabIndex={-1} ref={head}>
        {meets ?? words.acts.title}
      </h2>
      <div role="status" className="done-place">
        {said && <DoneLine done={said} undone={reload} />}
      </div>
      {chosen !== null && <p className="refusal">{words.acts.gone}</p>}
      {offered.length === 0 && <p className="soft">{words.acts.none}</p>}
      {primary && (
        <div className="primary-place">
          <button type="button" className="act-primary" onClick={() => choose(primary)}>
            <span className="act-name">
              {primary.name}
              <ActAbout act={primary} />
            </span>
            {hasDraft(primary) && <span className="draft-mark">{words.draft.mark}</span>}
            <ActKeyTold letter={letters.get(primary.act)} />
          </button>
          <ClauseChips clauses={primary.clauses} />
        </div>
      )}
      <ActList acts={beside} choose={choose} letters={letters} hasDraft={hasDraft} />
      {rest.length > 0 && (
        <details className="more-acts" ref={more} open={primary === null}>
          <summary>
            {words.acts.more(rest.length)} <kbd>M</kbd>
          </summary>
          <ActList acts={rest} choose={choose} letters={letters} hasDraft={hasDraft} />
        </details>
      )}
      <ClosedActs idle={idle} acts={closed} choose={choose} />
    </aside>
  )
}
