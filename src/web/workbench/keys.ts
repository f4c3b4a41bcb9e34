import { useEffect, useRef } from 'react'
import { readStored, writeStored } from './stored.js'

const storedKey = 'huiyin:keys'

/** Single keys can be switched off (WCAG 2.1.4): speech input and unsteady hands set them off by chance. */
export const areKeysOn = (): boolean => readStored('local', storedKey) !== 'off'
export const switchKeys = (on: boolean): void => writeStored('local', storedKey, on ? null : 'off')

export type KeyTable = Readonly<Record<string, () => void>>

/** Runs what a key stands for, unless the person is typing, is within a field that they fill in, or holds a modifier. */
export function useKeys(table: KeyTable): void {
  const latest = useRef(table)
  latest.current = table
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      const run = latest.current[event.key]
      if (run === undefined || (event.key.length === 1 && !areKeysOn())) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"]), textarea, select, [role="combobox"], [role="listbox"] *') ||
    target.closest('[role="dialog"], .field') !== null)
