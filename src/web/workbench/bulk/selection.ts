import { useCallback, useMemo, useState } from 'react'
import type { BulkTarget } from '../../../contract/index.js'

/** What tells one target from another. */
export const targetKey = ({ matter, unit }: BulkTarget): string => `${matter}@${unit ?? ''}`

export type Selection = {
  readonly targets: readonly BulkTarget[]
  readonly has: (target: BulkTarget) => boolean
  readonly toggle: (target: BulkTarget) => void
  readonly put: (targets: readonly BulkTarget[], isChosen: boolean) => void
  readonly clear: () => void
}

/** The rows that are ticked. They stay ticked while more are loaded. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, BulkTarget>>(new Map())
  const put = useCallback((targets: readonly BulkTarget[], isChosen: boolean): void => {
    setChosen((before) => {
      const next = new Map(before)
      for (const target of targets) {
        if (isChosen) next.set(targetKey(target), target)
        else next.delete(targetKey(target))
      }
      return next
    })
  }, [])
  const clear = useCallback((): void => setChosen(new Map()), [])
  return useMemo(
    () => ({
      targets: [...chosen.values()],
      has: (target) => chosen.has(targetKey(target)),
      toggle: (target) => put([target], !chosen.has(targetKey(target))),
      put,
      clear,
    }),
    [chosen, put, clear],
  )
}
