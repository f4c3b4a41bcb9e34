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
  if (how === 'push') window.history.pushState(leaving(addressOf(window.location.href).path, wayFrom()), '', root + to)
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

/** The room from which one came, as its path, and how many pages ago that was: the way back there is the browser's. */
export type Way = { readonly room: string; readonly pages: number }

/** A matter and a paper are read in the room from which they were opened. */
const isOfNoRoom = (path: string): boolean => /^(matters|documents)\/./.test(path)

/** The way that one has come when one goes on from a page to which one had come by `before`. */
export const leaving = (path: string, before: Way | null): Way =>
  isOfNoRoom(path) && before !== null ? { ...before, pages: before.pages + 1 } : { room: path, pages: 1 }

/** The room one is in, by its path. */
export const roomOf = (path: string, came: Way | null): string => (isOfNoRoom(path) && came !== null ? came.room : path)

/** How one came to this page; null: not from here (by a link, in a new tab). */
export function wayFrom(): Way | null {
  const state: unknown = window.history.state
  const isOurs = typeof state === 'object' && state !== null && 'room' in state && 'pages' in state
  return isOurs && typeof state.room === 'string' && typeof state.pages === 'number'
    ? { room: state.room, pages: state.pages }
    : null
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
