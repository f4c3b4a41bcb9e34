import { pinyin } from 'pinyin-pro'
import type { Sounded } from './find-by-sound.js'

/** How the characters of a name sound, without tones. Fetched when somebody first looks for a name: the table of sounds is large. */
export function soundsOf(name: string): readonly Sounded[] {
  const chars = [...name]
  const sounds = pinyin(name, { type: 'array', toneType: 'none', nonZh: 'spaced', v: true })
  return chars.map((char, at) => ({
    char,
    sound: (sounds.length === chars.length ? sounds[at] : undefined)?.toLowerCase() ?? '',
  }))
}
