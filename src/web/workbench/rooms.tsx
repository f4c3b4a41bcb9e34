import { type ComponentType, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { SessionView } from '../../contract/index.js'
import { useAddress } from './address.js'
import { AsOfProvider } from './as-of/as-of.js'
import { DeskPage } from './desk/desk-page.js'
import { Frame } from './frame/frame.js'
import { NotFound } from './frame/not-found.js'
import { Waiting } from './frame/waiting.js'
import { roleName } from './session.js'

type Room = ComponentType<{ readonly id: string }>

/** Rooms that are fetched when somebody goes there first. Not by `lazy`: React holds back what follows a fallback by 0.3 s. */
const later = {
  administration: () => import('./administration/administration-page.js').then((it): Room => it.AdministrationPage),
  matters: () => import('./matters/matters-page.js').then((it): Room => it.MattersPage),
  matter: () => import('./matter/matter-page.js').then((it): Room => it.MatterPage),
  notices: () => import('./notices/notices-page.js').then((it): Room => it.NoticesPage),
  statistics: () => import('./statistics/statistics-room.js').then((it): Room => it.StatisticsRoom),
  supervision: () => import('./supervision/supervision-room.js').then((it): Room => it.SupervisionRoom),
  officeDuties: () => import('./office-duties/office-duties-page.js').then((it): Room => it.OfficeDutiesPage),
  leader: () => import('./leader/leader-room.js').then((it): Room => it.LeaderRoom),
  regulations: () => import('./regulations/regulations-page.js').then((it): Room => it.RegulationsPage),
  own: () => import('./own/own-page.js').then((it): Room => it.OwnPage),
  audit: () => import('./administration/audit-page.js').then((it): Room => it.AuditRoom),
  imports: () => import('./imports/import-page.js').then((it): Room => it.ImportPage),
  document: () => import('./documents/document-page.js').then((it): Room => it.DocumentPage),
  ledgerFile: () => import('./ledger-file/ledger-file-page.js').then((it): Room => it.LedgerFilePage),
  packages: () => import('./packages/packages-page.js').then((it): Room => it.PackagesPage),
  assessment: () => import('./assessment/assessment-page.js').then((it): Room => it.AssessmentPage),
  patterns: () => import('./patterns/patterns-page.js').then((it): Room => it.PatternsPage),
  retention: () => import('./retention/retention-page.js').then((it): Room => it.RetentionPage),
  containers: () => import('./containers/containers-page.js').then((it): Room => it.ContainersPage),
  container: () => import('./containers/container-page.js').then((it): Room => it.ContainerPage),
  selections: () => import('./selections/selections-page.js').then((it): Room => it.SelectionsPage),
  thread: () => import('./thread/thread-page.js').then((it): Room => it.ThreadPage),
  intake: () => import('./intake/intake-page.js').then((it): Room => it.IntakePage),
}
type Later = keyof typeof later
const fetched = new Map<Later, Room>()

/** The room an address leads to. Everything in it starts anew when the person changes the role. */
export function Rooms({ session }: { readonly session: SessionView }) {
  const { path } = useAddress()
  const before = useRef(path)
  const roomOf = useCallback((to: string) => firstRoom(session, to), [session])
  useEffect(() => {
    // Who follows a link goes on reading at the top of the new room, by eye and by screen reader.
    if (before.current === path) return
    before.current = path
    window.scrollTo(0, 0)
    document.getElementById('room')?.focus({ preventScroll: true })
  }, [path])
  return (
    <AsOfProvider roomAt={roomOf}>
      <Frame session={session} key={roleName(session.role)}>
        {session.due === null ? roomAt(roomOf(path)) : <LaterRoom name="own" id="" key="own" />}
      </Frame>
    </AsOfProvider>
  )
}

/** An administrator without a role has no desk; a leader comes to what waits for a decision. */
function firstRoom({ role, account }: SessionView, path: string): string {
  if (path !== '') return path
  if (role.role === '') return account.isAdmin ? 'administration' : 'audit'
  return role.isLeader ? 'leader' : ''
}

function roomAt(path: string): ReactNode {
  const [first = '', second, third] = path.split('/')
  if (first === 'regulations') return <LaterRoom name="regulations" id={path.split('/').slice(1).join('/')} key="regulations" />
  if (first === 'matters' && second !== undefined && third === 'thread') return <LaterRoom name="thread" id={second} key={path} />
  if (third !== undefined) return <NotFound />
  if (first === 'administration') return <LaterRoom name="administration" id={second ?? ''} key="administration" />
  if (first === 'retention') return <LaterRoom name="retention" id={second ?? ''} key="retention" />
  if (first === 'statistics') return <LaterRoom name="statistics" id={second ?? ''} key="statistics" />
  if (first === 'supervision') return <LaterRoom name="supervision" id={second ?? ''} key="supervision" />
  if (first === 'matters' && second !== undefined) return <LaterRoom name="matter" id={second} key={second} />
  if (first === 'documents' && second !== undefined) return <LaterRoom name="document" id={second} key={second} />
  if (first === 'containers' && second !== undefined) return <LaterRoom name="container" id={second} key={second} />
  if (first === 'leader') return <LaterRoom name="leader" id={second ?? ''} key={second ?? ''} />
  if (second !== undefined) return <NotFound />
  if (first === '' || first === 'desk') return <DeskPage />
  if (first === 'matters') return <LaterRoom name="matters" id="" key="matters" />
  if (first === 'selections') return <LaterRoom name="selections" id="" key="selections" />
  if (first === 'containers') return <LaterRoom name="containers" id="" key="containers" />
  if (first === 'office-duties') return <LaterRoom name="officeDuties" id="" key="office-duties" />
  if (first === 'ledger') return <LaterRoom name="ledgerFile" id="" key="ledger" />
  if (first === 'assessment') return <LaterRoom name="assessment" id="" key="assessment" />
  if (first === 'patterns') return <LaterRoom name="patterns" id="" key="patterns" />
  if (first === 'packages') return <LaterRoom name="packages" id="" key="packages" />
  if (first === 'notices') return <LaterRoom name="notices" id="" key="notices" />
  if (first === 'account') return <LaterRoom name="own" id="" key="own" />
  if (first === 'audit') return <LaterRoom name="audit" id="" key="audit" />
  if (first === 'import') return <LaterRoom name="imports" id="" key="import" />
  if (first === 'new') return <LaterRoom name="intake" id="" key="new" />
  return <NotFound />
}

function LaterRoom({ name, id }: { readonly name: Later; readonly id: string }) {
  const [Room, setRoom] = useState<Room | null>(() => fetched.get(name) ?? null)
  const [fault, setFault] = useState<Error | null>(null)
  useEffect(() => {
    fetchRoom(name).then((found) => setRoom(() => found), setFault)
  }, [name])
  if (fault !== null) throw fault
  return Room === null ? <Waiting lines={12} /> : <Room id={id} />
}

async function fetchRoom(name: Later): Promise<Room> {
  const found = fetched.get(name) ?? (await later[name]())
  fetched.set(name, found)
  return found
}

/** Most people open a matter next: it is fetched while they look at the list. */
export const fetchAhead = (): void => void fetchRoom('matter').catch(() => undefined)
