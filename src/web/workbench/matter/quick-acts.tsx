import { useRef, useState } from 'react'
import type { ActView, MatterView } from '../../../contract/index.js'
import { go } from '../address.js'
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
import type { Done } from './done-line.js'
import { offeredActs } from './primary-act.js'

type Props = {
  readonly matter: MatterView
  readonly cameFor: string
  readonly finish: (done: Done) => void
  readonly reload: () => void
  /** Where nothing is due, the others stand open; one alone is what is to be done. */
  readonly showsOthers?: boolean
}

/** More than this to fill in, or long words to somebody, wants the whole page; what only a certain choice asks for does not. In a room long words are written where it is met. */
const mostFields = 4
const isShortIn = ({ fields }: ActView, isRoom: boolean): boolean =>
  fields.filter(({ isNeeded }) => isNeeded).length <= mostFields &&
  (isRoom ||
    !fields.some(({ isReply, isForPublic, isConditional, isNeeded }) => (isReply || isForPublic) && (isNeeded || !isConditional)))

/** Beside the list: the act that is due with its few fields, and the ways to the others. */
export function QuickActs({ matter, cameFor, finish, reload, showsOthers = false }: Props) {
  const words = useWords()
  const { role } = useSignedIn()
  const { primary, beside, rest } = offeredActs(matter, role, cameFor)
  const isShort = (act: ActView): boolean => isShortIn(act, showsOthers)
  const letters = actLetters(matter.acts)
  const [chosen, setChosen] = useState<string | null>(null)
  const only = showsOthers && rest.length === 1 ? (rest[0] ?? null) : null
  const shown = [primary, ...beside, ...rest].find((act) => act !== null && actKey(act) === chosen) ?? primary ?? only
  const take = (act: ActView): void => {
    if (isShort(act)) setChosen(actKey(act))
    else go(`matters/${encodeURIComponent(matter.id)}?duty=${encodeURIComponent(cameFor)}&act=${encodeURIComponent(actKey(act))}`)
  }
  const others = [primary, ...beside].flatMap((act) => (act === null || act === shown ? [] : [act]))
  // What is filled in here already is sent by its own key.
  const told = shown !== null && !isShort(shown) ? [shown] : []
  const keyed = [...told, ...others, ...rest].flatMap((act) => {
    const letter = letters.get(act.act)
    return letter === undefined ? [] : [[letter, () => take(act)] as const]
  })
  const place = useRef<HTMLDivElement>(null)
  const focusIn = (selector: string): void => place.current?.querySelector<HTMLElement>(selector)?.focus()
  const openMore = (): void => {
    const more = place.current?.querySelector('details.more-acts')
    more?.setAttribute('open', '')
    focusIn('details.more-acts > summary')
  }
  useKeys({ ...Object.fromEntries(keyed), a: () => focusIn('input, textarea, button'), m: openMore })
  const button = (act: ActView) => (
    <button key={actKey(act)} type="button" className="act-beside" onClick={() => take(act)}>
      {act.name}
      <ActAbout act={act} />
      <ActKeyTold letter={letters.get(act.act)} />
    </button>
  )
  return (
    <div className="quick-acts" id="acts" tabIndex={-1} ref={place}>
      <SkipToActs id="acts" />
      {shown === null ? (
        <p className="soft">{words.acts.none}</p>
      ) : isShort(shown) ? (
        <ActForm
          key={actKey(shown)}
          act={shown}
          matter={matter}
          isBeside
          leave={() => setChosen(null)}
          finish={(done) => finish({ ...done, said: words.desk.did(done.said, matter.title) })}
          reload={reload}
        >
          {others.map(button)}
        </ActForm>
      ) : (
        <div className="form-end">
          <button type="button" className="main-link" onClick={() => take(shown)}>
            {shown.name}
            <ActKeyTold letter={letters.get(shown.act)} />
          </button>
          {others.map(button)}
          <ClauseChips clauses={shown.clauses} />
        </div>
      )}
      {rest.some((act) => act !== shown) && (
        <details className="more-acts" open={showsOthers && shown === null}>
          <summary>
            {words.acts.more(rest.length)} <kbd>M</kbd>
          </summary>
          <div className="form-end">{rest.map(button)}</div>
        </details>
      )}
    </div>
  )
}
