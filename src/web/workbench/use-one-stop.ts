import { type RefObject, useEffect, useRef } from 'react'

type Group = {
  /** Which of what can be pressed in the place belong to the group; else all of it. */
  readonly isOf?: (thing: HTMLElement) => boolean
  /** Where the group begins for whoever has not been there yet, the first that is there. */
  readonly first?: readonly string[]
  /** The keys that step through it. */
  readonly keys?: Readonly<Record<string, Step>>
}
type Step = 1 | -1 | 'first' | 'last'

const alongBoth = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: 'first', End: 'last' } as const
/** Up and down are another's. */
export const across = { ArrowRight: 1, ArrowLeft: -1 } as const

const pressable = 'a[href], button:not(:disabled), summary, input[type="checkbox"]:not(:disabled)'
const chosen = ['[aria-current="page"]', '[aria-current="true"]', '[aria-pressed="true"]']

/**
 * A group of things to press is one stop of Tab, and the arrows step through it (a roving tabindex, as WAI-ARIA describes it for toolbars). Tab
 * comes back to what was used last. What is typed into or chosen from, and what stands in a dialog, keeps a stop of its own.
 */
export function useOneStop(place: RefObject<HTMLElement | null>, group: Group = {}): void {
  const latest = useRef(group)
  latest.current = group
  const standing = useRef<{ readonly node: HTMLElement; readonly leave: () => void } | null>(null)
  useEffect(() => {
    if (standing.current?.node === (place.current ?? undefined)) return
    standing.current?.leave()
    standing.current = place.current === null ? null : { node: place.current, leave: begin(place.current, () => latest.current) }
  })
  useEffect(
    () => () => {
      standing.current?.leave()
      standing.current = null
    },
    [],
  )
}

function begin(node: HTMLElement, group: () => Group): () => void {
  let at: HTMLElement | null = null
  const things = (): readonly HTMLElement[] => {
    const { isOf } = group()
    const all = [...node.querySelectorAll<HTMLElement>(pressable)]
    return all.filter((each) => isReached(each) && (isOf === undefined || isOf(each)))
  }
  const mark = (): void => {
    const all = things()
    if (at === null || !all.includes(at)) at = firstOf(all, [...(group().first ?? []), ...chosen])
    for (const each of all) {
      const wanted = each === at ? 0 : -1
      if (each.tabIndex !== wanted) each.tabIndex = wanted
    }
  }
  const come = ({ target }: FocusEvent): void => {
    const all = things()
    if (!(target instanceof HTMLElement) || target === at || !all.includes(target)) return
    at = target
    mark()
  }
  const press = (event: KeyboardEvent): void => {
    const step = (group().keys ?? alongBoth)[event.key as keyof typeof alongBoth]
    if (step === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const all = things()
    const from = all.indexOf(event.target as HTMLElement)
    const next = step === 'first' ? all[0] : step === 'last' ? all[all.length - 1] : all[from + step]
    if (from < 0 || next === undefined) return
    event.preventDefault()
    next.focus()
  }
  const watch = new MutationObserver(mark)
  watch.observe(node, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'open', 'href', 'hidden'],
  })
  node.addEventListener('focusin', come)
  node.addEventListener('keydown', press)
  window.addEventListener('resize', mark)
  mark()
  return () => {
    watch.disconnect()
    node.removeEventListener('focusin', come)
    node.removeEventListener('keydown', press)
    window.removeEventListener('resize', mark)
  }
}

function firstOf(all: readonly HTMLElement[], wanted: readonly string[]): HTMLElement | null {
  for (const selector of wanted) {
    const found = all.find((each) => each.matches(selector))
    if (found !== undefined) return found
  }
  return all[0] ?? null
}

/** On screen, and in no dialog. What is folded away has no boxes. */
const isReached = (each: HTMLElement): boolean => each.closest('dialog') === null && each.getClientRects().length > 0
