import { useSyncExternalStore } from 'react'

export const root = '/workbench/'

/** Where we are: the path below the root, without slashes at the ends, and the query. */
export type Address = { readonly path: string; readonly query: URLSearchParams }

const listeners = new Set<() => void>()
let isReturn = false
const tellAll = (): void => {
  for (const listener of listeners) listener()
}

export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  isReturn = false
  if (how === 'push') window.history.pushState({ cameFromHere: true }, '', root + to)
  else window.history.replaceState(window.history.state, '', root + to)
  tellAll()
}

/** A link to a place on the same page leaves no entry in the history: the way back leads to where one came from. */
export function turnOnPage(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const to = link?.getAttribute('href') ?? ''
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  if (!to.startsWith('#') || !isPlain || event.defaultPrevented) return
  event.preventDefault()
  const { state } = window.history
  window.location.replace(to)
  window.history.replaceState(state, '', window.location.href)
  isReturn = false
}

/** Whether the page before this one is ours too: then the way back is the browser's. */
export const cameFromHere = (): boolean => {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && 'cameFromHere' in state
}

/** Whether the browser led here, back or forward, and nobody has gone on since. */
export const cameBack = (): boolean => isReturn

/** Changes parts of the query and keeps the rest; an empty value takes the part away. */
export function changeQuery(change: Readonly<Record<string, string>>): void {
  const { path, query } = addressOf(window.location.href)
  for (const [name, value] of Object.entries(change)) {
    if (value === '') query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  go(text === '' ? path : `${path}?${text}`, 'replace')
}

export function useAddress(): Address {
  return addressOf(useSyncExternalStore(listen, () => window.location.href))
}

function listen(listener: () => void): () => void {
  const turn = (): void => {
    isReturn = true
    listener()
  }
  listeners.add(listener)
  window.addEventListener('popstate', turn)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', turn)
  }
}

export function addressOf(href: string): Address {
  const { pathname, searchParams } = new URL(href)
  const below = pathname.startsWith(root) ? pathname.slice(root.length) : ''
  return { path: below.replace(/^\/+|\/+$/g, ''), query: searchParams }
}
