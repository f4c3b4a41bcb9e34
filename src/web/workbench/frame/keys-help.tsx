import { useRef, useState } from 'react'
import { areKeysOn, switchKeys, useKeys } from '../keys.js'
import { useWords } from '../words/language.js'

/** The foot of the page, which a narrow screen has no room for; the keys, on `?` or on its button; and the switch that turns single keys off. */
export function KeysHelp() {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOn, setOn] = useState(areKeysOn)
  const open = (): void => dialog.current?.showModal()
  useKeys({ '?': open })
  const turn = (on: boolean): void => {
    switchKeys(on)
    setOn(on)
  }
  return (
    <>
      <footer className="foot">
        <button type="button" className="quiet" onClick={open}>
          {words.keys.open}
        </button>
      </footer>
      <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{words.keys.title}</h2>
        <dl>
          {words.keys.list.map(([keys, does]) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="tick">
          <input type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} /> {words.keys.areOn}
        </label>
        <form method="dialog">
          <button type="submit" className="plain-button">
            {words.close}
          </button>
        </form>
      </dialog>
    </>
  )
}
