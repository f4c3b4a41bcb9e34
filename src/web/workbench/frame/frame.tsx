import { type ReactNode, useRef, useState } from 'react'
import type { SessionView } from '../../../contract/index.js'
import { useIsPast } from '../as-of/as-of.js'
import { AsOfBand, AsOfButton } from '../as-of/as-of-band.js'
import { fetchedLater } from '../fetched-later.js'
import { FindBox } from '../find/find-box.js'
import { Link } from '../link.js'
import { useSession } from '../session.js'
import { useFocusKept } from '../use-focus-kept.js'
import { useOneStop } from '../use-one-stop.js'
import { useLanguage } from '../words/language.js'
import { KeysHelp } from './keys-help.js'
import { LanguageSwitch } from './language-switch.js'
import { RoleSwitch } from './role-switch.js'
import { RoomLinks } from './room-links.js'
import { roomList } from './room-list.js'
import { skipsId } from './skip-to-acts.js'
import { useTellOfPrints } from './use-tell-of-prints.js'

const RehearsalTools = fetchedLater(() => import('./rehearsal-tools.js').then((part) => part.RehearsalTools), null)

/** The bar above every room: where one can go, who one is, and the way out. */
export function Frame({ session, children }: { readonly session: SessionView; readonly children: ReactNode }) {
  const { words, language } = useLanguage()
  const { signOut } = useSession()
  const [isAsking, ask] = useState(false)
  const isPast = useIsPast()
  const tools = useRef<HTMLDivElement>(null)
  const room = useRef<HTMLElement>(null)
  useOneStop(tools)
  useFocusKept(room)
  useTellOfPrints()
  return (
    <>
      <div id={skipsId}>
        <a className="skip" href="#room">
          {words.skip}
        </a>
      </div>
      <header className="bar">
        <div className="bar-inner">
          {/* The first of the rooms leads there too: by Tab it is not passed twice. */}
          <Link to="" className="brand" tabIndex={-1}>
            <b>{words.product}</b>
            <span>{session.government.name}</span>
          </Link>
          <RoomLinks rooms={roomList(session, words, language)} />
          <div className="person" role="toolbar" aria-label={words.tools} ref={tools}>
            <FindBox session={session} />
            <AsOfButton isAsking={isAsking} ask={ask} />
            <RoleSwitch session={session} />
            <Link to="account" className="person-name" aria-label={words.own.open(session.account.name)}>
              {session.account.name}
            </Link>
            <LanguageSwitch />
            <button type="button" className="bar-button" onClick={() => void signOut()}>
              {words.signOut}
            </button>
          </div>
        </div>
      </header>
      {session.rehearsal && (
        <aside className="rehearsal-band" aria-label={words.rehearsalLabel}>
          {words.rehearsal(session.rehearsal.shown)}
          {session.isBeside && !isPast && <RehearsalTools />}
        </aside>
      )}
      <AsOfBand isAsking={isAsking} ask={ask} />
      <main id="room" ref={room} tabIndex={-1} className={isPast ? 'room room-past' : 'room'}>
        {children}
      </main>
      <KeysHelp />
    </>
  )
}
