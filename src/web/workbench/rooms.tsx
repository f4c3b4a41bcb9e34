import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import type { SessionView } from '../../contract/index.js'
import { useAddress } from './address.js'
import { DeskPage } from './desk/desk-page.js'
import { Frame } from './frame/frame.js'
import { NotFound } from './frame/not-found.js'
import { Waiting } from './frame/waiting.js'
import { roleName } from './session.js'

const MattersPage = lazy(() => import('./matters/matters-page.js').then((it) => ({ default: it.MattersPage })))
const MatterPage = lazy(() => import('./matter/matter-page.js').then((it) => ({ default: it.MatterPage })))
const NoticesPage = lazy(() => import('./notices/notices-page.js').then((it) => ({ default: it.NoticesPage })))
const IntakePage = lazy(() => import('./intake/intake-page.js').then((it) => ({ default: it.IntakePage })))

/** The room an address leads to. Everything in it starts anew when the person changes the role. */
export function Rooms({ session }: { readonly session: SessionView }) {
  const { path } = useAddress()
  const before = useRef(path)
  useEffect(() => {
    // Who follows a link goes on reading at the top of the new room, by eye and by screen reader.
    if (before.current === path) return
    before.current = path
    window.scrollTo(0, 0)
    document.getElementById('room')?.focus({ preventScroll: true })
  }, [path])
  return (
    <Frame session={session} key={roleName(session.role)}>
      <Suspense fallback={<Waiting />}>{roomAt(path)}</Suspense>
    </Frame>
  )
}

function roomAt(path: string): ReactNode {
  const [first = '', second, third] = path.split('/')
  if (third !== undefined) return <NotFound />
  if (first === '') return <DeskPage />
  if (first === 'matters') return second === undefined ? <MattersPage /> : <MatterPage id={second} key={second} />
  if (first === 'notices' && second === undefined) return <NoticesPage />
  if (first === 'new' && second === undefined) return <IntakePage />
  return <NotFound />
}
