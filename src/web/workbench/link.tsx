import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { go, root } from './address.js'
import { useCarried } from './as-of/as-of.js'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { readonly to: string }

/** A link within the workbench: a plain click stays on the page, all else (new tab, copy) works as with any link. */
export function Link({ to, onClick, ...rest }: Props) {
  const address = useCarried()(to)
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(address)
  }
  return <a {...rest} href={root + address} onClick={follow} />
}
