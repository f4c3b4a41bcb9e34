import { useRef, useState } from 'react'
import { changeQuery } from '../address.js'
import { useClosing } from '../use-closing.js'
import { useLanguage } from '../words/language.js'
import { chosenIn, filterName, type Narrowing, type Offered, turned } from './matters-query.js'

type Props = { readonly name: Narrowing; readonly value: string; readonly offered: Offered }

/** More than so many are not taken in at a glance: one types a part of the name. */
const mostAtAGlance = 12

/** Any of several values of one kind: each is ticked by itself, and takes effect at once. */
export function SeveralFilter({ name, value, offered }: Props) {
  const { words, language } = useLanguage()
  const room = useRef<HTMLDetailsElement>(null)
  useClosing(room)
  const chosen = chosenIn(value)
  const all = [...offered, ...chosen.filter((id) => !offered.some((each) => each.id === id)).map((id) => ({ id, name: id }))]
  const names = all.filter(({ id }) => chosen.includes(id)).map((each) => each.name)
  const shown = names.length === 0 ? words.overview.filters.any : names.join(words.listComma)
  const title = filterName(name, language)
  return (
    <div className={value === '' ? 'filter' : 'filter filter-set'}>
      <span aria-hidden="true">{title}</span>
      <details ref={room} className="several">
        <summary className="plain-select" title={shown}>
          <span className="unseen">{words.overview.filters.named(title)}</span>
          <span className="several-now">{shown}</span>
          {names.length > 1 && <b>{names.length}</b>}
        </summary>
        <fieldset className="several-room">
          <legend className="unseen">{title}</legend>
          <Ticks
            all={all}
            chosen={chosen}
            label={words.overview.filters.find(title)}
            turn={(id) => changeQuery({ [name]: turned(value, id, offered) })}
          />
          {value !== '' && (
            <button type="button" className="quiet" onClick={() => changeQuery({ [name]: '' })}>
              {words.overview.filters.any}
            </button>
          )}
        </fieldset>
      </details>
    </div>
  )
}

type TicksProps = {
  readonly all: Offered
  readonly chosen: readonly string[]
  readonly label: string
  readonly turn: (id: string) => void
}

function Ticks({ all, chosen, label, turn }: TicksProps) {
  const [part, setPart] = useState('')
  const wanted = part.trim().toLowerCase()
  return (
    <>
      {all.length > mostAtAGlance && (
        <input
          className="plain-input"
          type="search"
          autoComplete="off"
          aria-label={label}
          placeholder={label}
          value={part}
          onChange={(event) => setPart(event.target.value)}
        />
      )}
      <ul>
        {all
          .filter(({ name }) => name.toLowerCase().includes(wanted))
          .map(({ id, name }) => (
            <li key={id}>
              <label>
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => turn(id)} /> {name}
              </label>
            </li>
          ))}
      </ul>
    </>
  )
}
