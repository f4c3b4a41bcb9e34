import { useEffect, useState } from 'react'
import type { Colleagues, MatterRow, SessionView, SoughtPage } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { howWellFound } from '../form/find-by-sound.js'
import { useSounds } from '../form/use-sounds.js'
import { roomList } from '../frame/room-list.js'
import { useSession } from '../session.js'
import { useLoad } from '../use-load.js'
import { useLanguage } from '../words/language.js'
import type { Found, FoundGroup } from './found.js'

const pause = 150
const mostMatters = 7
const mostOthers = 5

/** What may be meant by what was typed; before anything is typed, where one can go. */
export function useFound(
  session: SessionView,
  typed: string,
): { readonly groups: readonly FoundGroup[]; readonly isWaiting: boolean } {
  const { words, language } = useLanguage()
  const soundsOf = useSounds()
  const { loaded } = useLoad<Colleagues>('/api/colleagues')
  const { matters, isWaiting } = useMatters(typed)
  const text = typed.trim()
  const best = (among: readonly Found[], most: number): readonly Found[] =>
    among
      .flatMap((found) => {
        const well = howWellFound(text, soundsOf(found.name))
        return well === null ? [] : [{ found, well }]
      })
      .sort((one, other) => one.well - other.well)
      .slice(0, most)
      .map(({ found }) => found)
  const rooms = best(
    roomList(session, words, language).map(({ to, name, below }) => ({ key: `room ${below}`, name, aside: '', to })),
    text === '' ? 20 : mostOthers,
  )
  if (text === '') return { groups: [{ kind: 'rooms', found: rooms }], isWaiting: false }
  const units = session.units.map(({ id, name }) => ({
    key: `unit ${id}`,
    name,
    aside: '',
    to: `matters?unit=${encodeURIComponent(id)}`,
  }))
  const people = loaded.status === 'ready' ? loaded.value.people : []
  const groups: readonly FoundGroup[] = [
    { kind: 'matters', found: matters },
    { kind: 'units', found: best(units, mostOthers) },
    {
      kind: 'people',
      found: best(
        people.flatMap(({ id, name, seats, unit }) => {
          const to = placeOf(unit, session.account.isAdmin)
          return to === null ? [] : [{ key: `person ${id}`, name, aside: seats.join(words.listComma), to }]
        }),
        mostOthers,
      ),
    },
    { kind: 'rooms', found: rooms },
    {
      kind: 'more',
      found: [
        { key: 'all', name: words.find.all(text), aside: '', to: `matters?q=${encodeURIComponent(text)}` },
        ...(session.role.findsRequesters ? [{ key: 'requester', name: words.find.byRequester, aside: '', to: null }] : []),
      ],
    },
  ]
  return { groups: groups.filter(({ found }) => found.length > 0), isWaiting }
}

const foundMatter = ({ id, number, title, stage }: MatterRow): Found => ({
  key: `matter ${id}`,
  name: title,
  aside: `${number} · ${stage.name}`,
  to: `matters/${encodeURIComponent(id)}`,
})

const nobody: readonly Found[] = []

/** Those that the list of matters would show first, once nobody has typed for a moment; what stays of the one that was meant. */
function useMatters(typed: string): { readonly matters: readonly Found[]; readonly isWaiting: boolean } {
  const { ask } = useSession()
  const asked = useAsked()
  const [found, setFound] = useState({ text: '', matters: nobody })
  const text = typed.trim()
  useEffect(() => {
    if (text === '') {
      setFound({ text, matters: nobody })
      return
    }
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      ask<SoughtPage>(asked(`/api/matters?limit=${mostMatters}&q=${encodeURIComponent(text)}`), { signal: leaving.signal }).then(
        (answer) => setFound({ text, matters: answer.ok ? foundIn(answer.value) : nobody }),
        () => undefined,
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [ask, asked, text])
  return { matters: found.matters, isWaiting: found.text !== text }
}

const foundIn = ({ rows, tombstone }: SoughtPage): readonly Found[] =>
  tombstone === null
    ? rows.map(foundMatter)
    : [{ key: `matter ${tombstone.id}`, name: tombstone.title, aside: tombstone.number, to: `matters/${tombstone.id}` }]

/** What somebody's unit handles; of somebody without one, an administrator is led to who may do what. */
const placeOf = (unit: string | null, isAdmin: boolean): string | null =>
  unit !== null ? `matters?unit=${encodeURIComponent(unit)}` : isAdmin ? 'administration/people' : null
