import { type FormEvent, useState } from 'react'
import { readTypedTime } from '../form/read-typed.js'
import { useWords } from '../words/language.js'
import { daysFrom, movedBy } from './play-link.js'

type Props = { readonly now: string; readonly first: string; readonly look: (now: string) => void }

const leastDays = 90

/** The moment looked at: typed, stepped by days, or drawn along. */
export function NowBar({ now, first, look }: Props) {
  const { simulator } = useWords().regulations
  const [typed, setTyped] = useState(now)
  const at = daysFrom(first, now)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    look(readTypedTime(typed))
  }
  return (
    <form className="now-bar" onSubmit={send}>
      <label htmlFor="play-now">{simulator.now}</label>
      <button type="button" className="plain-button" aria-label={simulator.earlier} onClick={() => look(movedBy(now, -1))}>
        −
      </button>
      <input
        id="play-now"
        className="plain-input number"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="button" className="plain-button" aria-label={simulator.later} onClick={() => look(movedBy(now, 1))}>
        +
      </button>
      <button type="submit" className="plain-button">
        {simulator.look}
      </button>
      <input
        type="range"
        aria-label={simulator.slider}
        aria-valuetext={now}
        min={0}
        max={Math.max(leastDays, at + 30)}
        defaultValue={Math.max(0, at)}
        onChange={(event) => setTyped(movedBy(first.slice(0, 10) + now.slice(10), Number(event.target.value)))}
        onPointerUp={() => look(readTypedTime(typed))}
        onKeyUp={() => look(readTypedTime(typed))}
      />
    </form>
  )
}
