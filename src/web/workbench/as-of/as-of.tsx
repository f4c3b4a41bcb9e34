import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { useAddress } from '../address.js'
import { looksBack, withAsOf } from './moment.js'

type AsOf = {
  /** Whether what is open can be shown as it stood. */
  readonly canLookBack: boolean
  /** The moment whose state is looked at; null: now. */
  readonly asOf: string | null
  readonly roomAt: (path: string) => string
}

const Moment = createContext<AsOf>({ canLookBack: false, asOf: null, roomAt: (path) => path })

/** 截至. The moment stands in the address; whoever asks the server or leads on takes it along. `roomAt`: the room a path leads this person to. */
export function AsOfProvider({ roomAt, children }: { readonly roomAt: AsOf['roomAt']; readonly children: ReactNode }) {
  const { path, query } = useAddress()
  const canLookBack = looksBack(roomAt(path))
  const asOf = (canLookBack && query.get('asOf')) || null
  const value = useMemo(() => ({ canLookBack, asOf, roomAt }), [canLookBack, asOf, roomAt])
  return <Moment value={value}>{children}</Moment>
}

export const useAsOf = (): AsOf => useContext(Moment)

/** Nothing can be done to what stood then. */
export const useIsPast = (): boolean => useAsOf().asOf !== null

/** How a path of the interface is asked: as of the moment looked at. */
export function useAsked(): (path: string) => string {
  const { asOf } = useAsOf()
  return useCallback((path) => withAsOf(path, asOf), [asOf])
}

/** Where a link leads: to the same moment, in rooms that can be shown as they stood. */
export function useCarried(): (to: string) => string {
  const { asOf, roomAt } = useAsOf()
  return useCallback((to) => (looksBack(roomAt(to.split('?')[0] ?? '')) ? withAsOf(to, asOf) : to), [asOf, roomAt])
}
