import { type FormEvent, useEffect, useRef } from 'react'
import { changeQuery } from '../address.js'
import { useWords } from '../words/language.js'
import { useAsOf } from './as-of.js'
import { momentShown } from './moment.js'

type Props = { readonly isAsking: boolean; readonly ask: (isAsking: boolean) => void }

/** Opens the choice of a day. */
export function AsOfButton({ isAsking, ask }: Props) {
  const of = useWords().asOf
  const { asOf, canLookBack } = useAsOf()
  if (!canLookBack || asOf !== null) return null
  return (
    <button type="button" className="bar-button" aria-expanded={isAsking} onClick={() => ask(!isAsking)}>
      {of.open}
    </button>
  )
}

/** The choice of a day below the bar; while one is chosen, what is looked at, and the way back to now. */
export function AsOfBand({ isAsking, ask }: Props) {
  const of = useWords().asOf
  const { asOf, canLookBack, held } = useAsOf()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isAsking) input.current?.focus()
  }, [isAsking])
  if (!canLookBack) return held === null ? null : <OnlyNow held={held} />
  if (asOf === null && !isAsking) return null
  const shown = asOf === null ? null : momentShown(asOf)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const day = input.current?.value ?? ''
    if (day !== '') changeQuery({ asOf: day })
  }
  const leave = (): void => {
    ask(false)
    changeQuery({ asOf: '' })
    document.getElementById('room')?.focus({ preventScroll: true })
  }
  return (
    <aside className={asOf === null ? 'as-of-band' : 'as-of-band as-of-set'} aria-label={of.name}>
      <p role="status">{asOf !== null && (shown === null ? of.unread(asOf) : of.told(shown))}</p>
      <form className="no-print" onSubmit={send}>
        <label htmlFor="as-of">{asOf === null ? of.label : of.other}</label>
        <input id="as-of" type="date" ref={input} key={asOf} defaultValue={shown?.slice(0, 10) ?? ''} />
        <button type="submit" className="plain-button">
          {of.show}
        </button>
        <button type="button" className="plain-button" onClick={leave}>
          {asOf === null ? of.cancel : of.back}
        </button>
      </form>
    </aside>
  )
}

/** What is open here is only as it is, though somebody came to it from what stood. */
function OnlyNow({ held }: { readonly held: string }) {
  const of = useWords().asOf
  return (
    <aside className="as-of-band" aria-label={of.name}>
      <p role="status">{of.onlyNow(momentShown(held) ?? held)}</p>
      <button type="button" className="plain-button no-print" onClick={() => changeQuery({ asOf: '' })}>
        {of.back}
      </button>
    </aside>
  )
}
