import { useEffect } from 'react'
import { useAddress } from '../address.js'
import { useSession } from '../session.js'

/** 打印. Whatever page is printed, and whoever asks the browser to: the log hears of it, without what was searched for. */
export function useTellOfPrints(): void {
  const { path } = useAddress()
  const { ask } = useSession()
  useEffect(() => {
    const tell = (): void => void ask('/api/prints', { method: 'POST', body: { page: path } })
    window.addEventListener('beforeprint', tell)
    return () => window.removeEventListener('beforeprint', tell)
  }, [path, ask])
}
