import { type RefObject, useEffect } from 'react'

/** How long whatever took something away has time to say itself where the focus goes. */
const patience = 60

/** The room itself was drawn anew under what had the focus. */
let isRoomGone = false

/**
 * What had the focus and is gone does not leave the keyboard at the top of the page: the heading of what it stood in has it then, or the
 * room. What was done is told there, and what comes next begins there.
 */
export function useFocusKept(room: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = room
    if (current === null) return
    if (isRoomGone && document.activeElement === document.body) current.focus({ preventScroll: true })
    isRoomGone = false
    let last: Element | null = null
    let around: readonly Element[] = []
    const note = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null
      around = ancestorsOf(last, current)
    }
    const look = (): void => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return
      last = null
      setTimeout(() => {
        if (document.activeElement === document.body) headingIn(around, current).focus({ preventScroll: true })
      }, patience)
    }
    const watching = new MutationObserver(look)
    watching.observe(current, { childList: true, subtree: true })
    current.addEventListener('focusin', note)
    return () => {
      isRoomGone = last !== null && !last.isConnected
      watching.disconnect()
      current.removeEventListener('focusin', note)
    }
  }, [room])
}

function ancestorsOf(element: Element | null, room: Element): readonly Element[] {
  const around: Element[] = []
  for (let at = element?.parentElement ?? null; at !== null && at !== room; at = at.parentElement) around.push(at)
  return around
}

/** Of the nearest part that still stands. */
function headingIn(around: readonly Element[], room: HTMLElement): HTMLElement {
  const found = around
    .filter(({ isConnected }) => isConnected)
    .map((each) => each.querySelector('h1, h2, h3'))
    .find((each) => each instanceof HTMLElement)
  if (!(found instanceof HTMLElement)) return room
  if (!found.hasAttribute('tabindex')) found.tabIndex = -1
  return found
}
