import '../css/rooms.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { roomOf, useAddress, wayFrom } from '../address.js'
import { Link } from '../link.js'
import { useClosing } from '../use-closing.js'
import { useOneStop } from '../use-one-stop.js'
import { useWords } from '../words/language.js'
import { type RoomTo, standing } from './room-list.js'

/** No more than so many, and all stand side by side. */
const fewRooms = 7

/** Where one can go: what is used every day side by side as far as the bar has place, the rest behind one word. */
export function RoomLinks({ rooms }: { readonly rooms: readonly RoomTo[] }) {
  const words = useWords()
  const bar = useRef<HTMLElement>(null)
  const daily = rooms.length > fewRooms ? rooms.filter(({ isSeldom }) => !isSeldom) : rooms
  const besides = useBesides(bar, daily)
  useOneStop(bar, { first: ['[aria-current]'] })
  const beside = daily.slice(0, besides)
  const behind = rooms.filter((room) => !beside.includes(room))
  return (
    <nav ref={bar} className="rooms" aria-label={words.rooms}>
      {beside.map((room) => (
        <RoomLink key={`${room.to} ${room.below}`} {...room} />
      ))}
      {behind.length > 0 && <MoreRooms rooms={behind} />}
    </nav>
  )
}

/** How many stand side by side: one fewer before each paint in which what follows the links would be pushed below them. On a narrow screen the links have lines of their own. */
function useBesides(bar: { readonly current: HTMLElement | null }, daily: readonly RoomTo[]): number {
  const names = daily.map(({ name }) => name).join()
  const [found, setFound] = useState({ names, width: 0, count: daily.length })
  const count = found.names === names ? found.count : daily.length
  useLayoutEffect(() => {
    const after = bar.current?.nextElementSibling
    const isPushed = after instanceof HTMLElement && bar.current !== null && after.offsetTop > bar.current.offsetTop
    if (isPushed && count > 1) setFound({ names, width: window.innerWidth, count: count - 1 })
  }, [bar, count, names])
  useEffect(() => {
    const measureAnew = (): void =>
      setFound((last) => (last.width === window.innerWidth ? last : { names, width: window.innerWidth, count: daily.length }))
    window.addEventListener('resize', measureAnew)
    return () => window.removeEventListener('resize', measureAnew)
  }, [names, daily.length])
  return count
}

function MoreRooms({ rooms }: { readonly rooms: readonly RoomTo[] }) {
  const words = useWords()
  const { path } = useAddress()
  const place = useRef<HTMLDetailsElement>(null)
  useClosing(place)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever went somewhere has chosen.
  useEffect(() => {
    if (place.current !== null) place.current.open = false
  }, [path])
  const here = rooms.find((room) => standing(room, roomOf(path, wayFrom())) !== null)
  return (
    <details ref={place} className="more-rooms">
      <summary className={here === undefined ? 'room-link' : 'room-link room-link-here'}>
        {words.moreRooms}
        {here !== undefined && <b>{here.name}</b>}
      </summary>
      <ul>
        {rooms.map((room) => (
          <li key={room.to}>
            <RoomLink {...room} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function RoomLink(room: RoomTo) {
  const { path } = useAddress()
  const current = standing(room, path) === 'page' ? 'page' : standing(room, roomOf(path, wayFrom())) && true
  return (
    <Link to={room.to} className="room-link" {...(current === null ? {} : { 'aria-current': current })}>
      {room.name}
    </Link>
  )
}
