import { type KeyboardEvent, useState } from 'react'
import type { SessionView } from '../../../contract/index.js'
import { go } from '../address.js'
import { useCarried } from '../as-of/as-of.js'
import { useWords } from '../words/language.js'
import type { Found } from './found.js'
import { RequesterSearch } from './requester-search.js'
import { useFound } from './use-found.js'

type Props = { readonly session: SessionView; readonly close: () => void }

/** 查找. One box for all: rooms, matters by number or words, units and people by name, short form or sound. The arrows choose, Enter goes there. */
export function FindPanel({ session, close }: Props) {
  const words = useWords()
  const carried = useCarried()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [isForRequester, askForRequester] = useState(false)
  const { groups, isWaiting } = useFound(session, typed)
  const all = groups.flatMap((group) => group.found)
  const chosen = Math.min(at, all.length - 1)
  const take = (found: Found): void => {
    if (found.to === null) {
      askForRequester(true)
      return
    }
    close()
    go(carried(found.to))
  }
  const press = (event: KeyboardEvent): void => {
    // While a word is being put together, Enter and the arrows are the input method's.
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const found = all[chosen]
    if (by !== 0 && all.length > 0) setAt((chosen + by + all.length) % all.length)
    else if (event.key === 'Enter' && found !== undefined) take(found)
    else return
    event.preventDefault()
  }
  if (isForRequester) return <RequesterSearch who={typed} close={close} leave={() => askForRequester(false)} />
  return (
    <div className="find-panel">
      <input
        className="find-input"
        type="text"
        // biome-ignore lint/a11y/noAutofocus: whoever opens the panel is about to type.
        autoFocus
        role="combobox"
        aria-label={words.find.title}
        aria-expanded={all.length > 0}
        aria-controls="find-list"
        aria-autocomplete="list"
        aria-activedescendant={all.length > 0 ? `find-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={words.find.hint}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div id="find-list" role="listbox" tabIndex={-1} aria-label={words.find.found} className="find-list">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: no fieldset is known within a listbox.
          <div key={group.kind} role="group" aria-label={words.find.kinds[group.kind]}>
            <p className="find-kind" aria-hidden="true">
              {words.find.kinds[group.kind]}
            </p>
            {group.found.map((found) => {
              const place = all.indexOf(found)
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box.
                <div
                  key={found.key}
                  id={`find-${place}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === chosen}
                  ref={(node) => {
                    if (place === chosen) node?.scrollIntoView({ block: 'nearest' })
                  }}
                  onClick={() => take(found)}
                >
                  <bdi className="find-name">{found.name}</bdi>
                  <span className="find-aside">{found.aside}</span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <p className="find-foot" role="status">
        {isWaiting ? words.loading : all.length === 0 ? words.find.none : words.find.keys}
      </p>
    </div>
  )
}
