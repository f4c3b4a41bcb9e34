import '../css/find.css'
import { useEffect, useRef, useState } from 'react'
import type { SessionView } from '../../../contract/index.js'
import { useKeys } from '../keys.js'
import { useWords } from '../words/language.js'
import { FindPanel } from './find-panel.js'

/** In the bar of every room: what opens the panel in which anything is found. Ctrl+K, and `/` where the page has no search of its own. */
export function FindBox({ session }: { readonly session: SessionView }) {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [times, setTimes] = useState(0)
  const open = (): void => {
    if (dialog.current?.open === false) {
      dialog.current.showModal()
      setTimes((before) => before + 1)
    }
    setOpen(true)
  }
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  useKeys({
    '/': () => {
      if (document.getElementById('search') === null) open()
    },
  })
  return (
    <>
      <button type="button" className="find-open" aria-keyshortcuts="Control+K" onClick={open}>
        <span className="unseen">{words.find.open}</span>
        <span className="find-hint">{words.find.short}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {/* It tells of its closing later: by then it may be open again, and begins anew. */}
      <dialog ref={dialog} className="find" aria-label={words.find.title} onClose={() => setOpen(dialog.current?.open === true)}>
        {isOpen && <FindPanel key={times} session={session} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  )
}
