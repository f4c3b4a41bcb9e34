import type { ActView } from '../../../contract/index.js'

/** Keys that mean something on every page. */
const taken = 'jkoumxza/?'
const small = 'abcdefghijklmnopqrstuvwxyz'
const capitals = small.toUpperCase()

/**
 * A letter for each act: the first free one of its identifier, else any; where there are no more, with Shift. Given in the regulation's order to all
 * acts of the role, open or not, so that an act keeps its letter from matter to matter.
 */
export function actLetters(acts: readonly Pick<ActView, 'act'>[]): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  const used = new Set(taken)
  const isFree = (letter: string): boolean => (small + capitals).includes(letter) && !used.has(letter)
  for (const id of new Set(acts.map(({ act }) => act))) {
    const letter = [...id.toLowerCase(), ...small, ...id.toUpperCase(), ...capitals].find(isFree)
    if (letter === undefined) break
    used.add(letter)
    letters.set(id, letter)
  }
  return letters
}

/** As the key is told on a button: `D`, with Shift `⇧D`. */
export const keyTold = (letter: string): string => (capitals.includes(letter) ? `⇧${letter}` : letter.toUpperCase())
