import { useRef } from 'react'
import type { MatterView } from '../../../contract/index.js'
import { roomOf, useAddress, wayFrom } from '../address.js'
import { roomList, standing } from '../frame/room-list.js'
import { Link } from '../link.js'
import { MatterFiles } from '../packages/package-link.js'
import { versionPath } from '../regulations/version-path.js'
import { useSignedIn } from '../session.js'
import { AlertMark } from '../shown/alert-mark.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { useOneStop } from '../use-one-stop.js'
import { useLanguage, useWords } from '../words/language.js'
import { BesideRows } from './beside-rows.js'
import { StripLines } from './strip-lines.js'

/** Where one is, what it is, and by when: three lines, whatever the matter. */
export function MatterHeader({ matter }: { readonly matter: MatterView }) {
  const words = useWords()
  const ways = useRef<HTMLParagraphElement>(null)
  useOneStop(ways)
  const facts = [matter.category?.name, matter.channel?.name].filter((fact) => fact !== undefined)
  return (
    <header className="matter-head">
      <p className="matter-number" ref={ways}>
        <BackToRoom />
        <span className="number">{matter.number}</span>
        <Link to={versionPath(matter.regulation)}>{words.matter.regulation(matter.regulation.shortTitle)}</Link>
        {matter.publicPage && <a href={matter.publicPage}>{words.matter.publicPage}</a>}
        <MatterFiles matter={matter.id} />
        <BesideRows />
        <button type="button" className="quiet no-print" onClick={() => window.print()}>
          {words.matter.print}
        </button>
      </p>
      <div className="matter-title">
        <h1>
          <bdi>{matter.title}</bdi>
        </h1>
        <span className="stage stage-big">{matter.stage.name}</span>
        {matter.alert && <AlertMark alert={matter.alert} />}
        <span className="title-facts">
          {facts.length > 0 && <span>{facts.join(' · ')}</span>}
          <span>
            <MomentText at={matter.receivedAt} /> {words.matter.received}
          </span>
          {matter.origin.map(({ name, value }) => (
            <span key={name}>
              {name} {value}
            </span>
          ))}
          {matter.shown.name !== '' && matter.shown.name !== matter.stage.name && (
            <span>
              {words.matter.shown} {matter.shown.name}
            </span>
          )}
        </span>
      </div>
      <Assignments matter={matter} hasClocks={false} />
      <StripLines matter={matter} />
    </header>
  )
}

/** Back to the row one came from, in the room where that is, however many matters were read since; whoever came by a link goes to the desk. */
function BackToRoom() {
  const { words, language } = useLanguage()
  const { path } = useAddress()
  const session = useSignedIn()
  const came = wayFrom()
  const rooms = roomList(session, words, language)
  const room = rooms.find((each) => came !== null && standing(each, roomOf(path, came)) !== null)
  return (
    <Link
      to={room?.to ?? ''}
      className="back no-print"
      onClick={(event) => {
        if (came === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        window.history.go(-came.pages)
      }}
    >
      ‹ {room?.name ?? words.desk.title}
    </Link>
  )
}

type SharesProps = { readonly matter: MatterView; readonly hasClocks?: boolean }

/** Every unit's share with its clock (unless that stands elsewhere), and the workdays it has had; those that have ended stand back in words and look. */
export function Assignments({ matter, hasClocks = true }: SharesProps) {
  const words = useWords()
  if (matter.assignments.length === 0) return null
  return (
    <ul className="shares" aria-label={words.matter.assignments}>
      {matter.assignments.map((each) => {
        const clock = matter.duties.find(({ key }) => key === each.clock)
        const charged = matter.charged.find(({ unit }) => unit === each.unit)
        return (
          <li key={each.id} className={each.endedAt ? 'share share-ended' : 'share'}>
            <span className="share-role">{each.partName}</span>
            <b>{each.unitName}</b>
            {each.above !== null && <span className="soft">{words.matter.handedOnBy(each.above)}</span>}
            <span className="stage">{each.stage.name}</span>
            <span className="soft">
              {words.matter.since} <MomentText at={each.since} />
            </span>
            {hasClocks && clock && (
              <span className="share-clock">
                <span>{clock.name}</span>
                <DutyBadge duty={clock} />
                {clock.dueAt && <MomentText at={clock.dueAt} />}
              </span>
            )}
            {charged && <span className="soft">{words.matter.used(charged.workdays)}</span>}
          </li>
        )
      })}
    </ul>
  )
}
