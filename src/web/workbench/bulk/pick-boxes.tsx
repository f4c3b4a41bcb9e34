import { type RefObject, useEffect, useRef } from 'react'
import type { BulkTarget } from '../../../contract/index.js'
import { useKeys } from '../keys.js'
import { useWords } from '../words/language.js'
import type { Selection } from './selection.js'

type One = { readonly selection: Selection; readonly target: BulkTarget; readonly title: string }

/** Ticks one row. */
export function PickBox({ selection, target, title }: One) {
  const words = useWords()
  return (
    <label className="pick">
      <input type="checkbox" checked={selection.has(target)} onChange={() => selection.toggle(target)} data-pick />
      <span className="unseen">{words.overview.pick.one(title)}</span>
    </label>
  )
}

/** Ticks all rows that are shown; half ticked while only some are. */
export function PickAll({ selection, targets }: { readonly selection: Selection; readonly targets: readonly BulkTarget[] }) {
  const words = useWords()
  const box = useRef<HTMLInputElement>(null)
  const count = targets.filter((target) => selection.has(target)).length
  const isAll = count > 0 && count === targets.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !isAll
  }, [count, isAll])
  return (
    <label className="pick">
      <input type="checkbox" ref={box} checked={isAll} onChange={() => selection.put(targets, !isAll)} />
      <span className="unseen">{words.overview.pick.all}</span>
    </label>
  )
}

/** x ticks the row in which the focus is. */
export function usePickKey(body: RefObject<HTMLElement | null>): void {
  useKeys({
    x: () => {
      const row = document.activeElement?.closest('tr, li')
      if (row && body.current?.contains(row)) row.querySelector<HTMLInputElement>('[data-pick]')?.click()
    },
  })
}
