import { useEffect, useState } from 'react'

/**
 * What opens and closes leaves the focus where it was opened. What was pressed may have made way for it and stand there anew: it is known
 * by its words then. Where it is gone for good, the heading of the room has the focus.
 */
export function useFocusBack(isOpened = true): void {
  // While it is drawn for the first time what was pressed still has the focus.
  const [from] = useState(() => (isOpened ? document.activeElement : null))
  useEffect(() => {
    if (!isOpened) return
    return () => void setTimeout(() => giveBack(from))
  }, [isOpened, from])
}

function giveBack(from: Element | null): void {
  // Whatever took it meanwhile keeps it.
  if (document.activeElement !== document.body) return
  const again = from?.isConnected ? from : buttonCalled(from === null ? '' : calls(from))
  const place = again ?? document.querySelector('h1')
  if (!(place instanceof HTMLElement)) return
  if (place.matches('h1')) place.tabIndex = -1
  place.focus()
}

const buttonCalled = (words: string): Element | undefined =>
  words === '' ? undefined : [...document.querySelectorAll('button')].find((each) => calls(each) === words)

const calls = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent ?? ''
