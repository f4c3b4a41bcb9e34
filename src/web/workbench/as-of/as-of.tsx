import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { useAddress } from '../address.js'
import { looksBack, withAsOf } from './moment.js'

type AsOf = {
  /** Whether what is open can be shown as it stood. */
  readonly canLookBack: boolean
  /** The moment whose state is looked at; null: now. */
  readonly asOf: string | null
  /** The moment in the address, also where what is open is only as it is: the way back to what stood then. */
  readonly held: string | null
}

const Moment = createContext<AsOf>({ canLookBack: false, asOf: null, held: null })

/** 截至. The moment stands in the address; whoever asks the server or leads on takes it along. `roomAt`: the room a path leads this person to. */
export function AsOfProvider({ roomAt, children }: { readonly roomAt: (path: string) => string; readonly children: ReactNode }) {
  const { path, query } = useAddress()
  const canLookBack = looksBack(roomAt(path))
  const held = query.get('asOf') || null
  const value = useMemo(() => ({ canLookBack, held, asOf: canLookBack ? held : null }), [canLookBack, held])
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

/** Where a link leads: to the same moment. A room that is only as it is says so, and leads back to it. */
export function useCarried(): (to: string) => string {
  const { held } = useAsOf()
  return useCallback((to) => withAsOf(to, held), [held])
}
