import { useEffect, useRef, useState } from 'react'

/** Puts words where the writer stands in a text; behind them they go on writing. */
export function useInsert(id: string, text: string, change: (text: string) => void): (added: string) => void {
  const [caret, setCaret] = useState<number | null>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current || caret === null) {
      isFirst.current = false
      return
    }
    const area = areaOf(id)
    area?.focus()
    area?.setSelectionRange(caret, caret)
  }, [caret, id])
  return (added) => {
    const area = areaOf(id)
    const [from, to] = [area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length]
    change(text.slice(0, from) + added + text.slice(to))
    setCaret(from + added.length)
  }
}

const areaOf = (id: string): HTMLTextAreaElement | null => {
  const found = document.getElementById(id)
  return found instanceof HTMLTextAreaElement ? found : null
}
