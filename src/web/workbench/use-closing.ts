import { useEffect } from 'react'

/** Escape closes it and goes back to where it was opened; so does whatever is looked at instead. */
export function useClosing(room: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const close = (event: Event): void => {
      const { current } = room
      if (current?.open && event.target instanceof Node && !current.contains(event.target)) current.open = false
    }
    const leave = (event: KeyboardEvent): void => {
      const { current } = room
      if (event.key !== 'Escape' || !current?.open) return
      current.open = false
      current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
      document.removeEventListener('keydown', leave)
    }
  }, [room])
}
