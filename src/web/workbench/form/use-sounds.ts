import { useEffect, useState } from 'react'
import type { Sounded } from './find-by-sound.js'

type Sounds = (name: string) => readonly Sounded[]
let fetched: Sounds | null = null
const known = new Map<string, readonly Sounded[]>()

/** Until the table of sounds is there, names are found by their characters. */
export function useSounds(): Sounds {
  const [sounds, setSounds] = useState<Sounds | null>(() => fetched)
  useEffect(() => {
    if (fetched !== null) return
    void import('./sounds.js').then(
      (room) => {
        fetched = room.soundsOf
        setSounds(() => room.soundsOf)
      },
      () => undefined,
    )
  }, [])
  return (name) => {
    if (sounds === null) return [...name].map((char) => ({ char, sound: '' }))
    const found = known.get(name) ?? sounds(name)
    known.set(name, found)
    return found
  }
}
