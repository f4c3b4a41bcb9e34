import { useMemo } from 'react'
import { go, root, useAddress } from '../address.js'
import { useKeys } from '../keys.js'
import { neighboursOf, noteSeen } from '../list/walked.js'
import { useWords } from '../words/language.js'

/** 上一件、下一件. In the order of the list one came from, to its neighbours; the way back still leads to the list. */
export function BesideRows() {
  const words = useWords()
  const { path, query } = useAddress()
  const duty = query.get('duty')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list that was left does not change while a matter of it is open.
  const found = useMemo(() => neighboursOf(window.location.href), [path, duty])
  const turn = (href: string | null | undefined) => (): void => {
    if (href == null) return
    const { pathname, search } = new URL(href)
    noteSeen(href)
    go(pathname.slice(root.length) + search, 'replace')
  }
  const [before, next] = [turn(found?.before), turn(found?.next)]
  useKeys({ k: before, j: next })
  if (found === null || found.of < 2) return null
  return (
    <span className="beside-rows no-print">
      <span className="soft">{words.desk.place(found.at, found.of)}</span>
      <button
        type="button"
        className="step"
        aria-label={`${words.desk.before} K`}
        disabled={found.before === null}
        onClick={before}
      >
        ‹<kbd>K</kbd>
      </button>
      <button type="button" className="step" aria-label={`${words.desk.next} J`} disabled={found.next === null} onClick={next}>
        ›<kbd>J</kbd>
      </button>
    </span>
  )
}
