import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../words/language.js'

export const skipsId = 'skips'

/** 跳到要办的. Beside the first link of the page, so that whoever goes by Tab need not pass what stands before the acts. `id`: where they begin, which takes the focus. */
export function SkipToActs({ id }: { readonly id: string }) {
  const words = useWords()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => setPlace(document.getElementById(skipsId)), [])
  if (place === null) return null
  return createPortal(
    <a className="skip" href={`#${id}`}>
      {words.skipToActs}
    </a>,
    place,
  )
}
