import type { SupervisionBoard } from '../../../contract/index.js'
import { AlertMark } from '../shown/alert-mark.js'
import { useWords } from '../words/language.js'
import type { Place } from './place.js'

type Props = { readonly board: SupervisionBoard; readonly place: Place; readonly go: (place: Place) => void }

/** The rungs from the mildest to the gravest, each with how many matters stand on it. */
export function RungTabs({ board, place, go }: Props) {
  const words = useWords()
  return (
    <fieldset className="counters rungs">
      <legend className="unseen">{words.supervision.rungs}</legend>
      {board.rungs.map(({ id, name, explains, alert, count }) => (
        <button
          key={id}
          type="button"
          className={`counter rung rung-${alert?.colour ?? id}${count === 0 ? ' counter-none' : ''}`}
          aria-pressed={place.rung === id && place.unit === null}
          title={explains}
          onClick={() => go({ rung: id, unit: null })}
        >
          {alert ? <AlertMark alert={alert} /> : <span>{name}</span>}
          <b>{count}</b>
        </button>
      ))}
    </fieldset>
  )
}
