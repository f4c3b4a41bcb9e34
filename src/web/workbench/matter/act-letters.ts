import type { ActView } from '../../../contract/index.js'

/** Keys that mean something on every page. */
const taken = 'jkoumxza/?'
const all = 'abcdefghijklmnopqrstuvwxyz'

/**
 * A letter for each act: the first free one of its identifier, else any. Given in the regulation's order to all acts of the role, open or not, so
 * that an act keeps its letter from matter to matter.
 */
export function actLetters(acts: readonly Pick<ActView, 'act'>[]): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  const used = new Set(taken)
  for (const id of new Set(acts.map(({ act }) => act))) {
    const letter = [...id.toLowerCase(), ...all].find((each) => all.includes(each) && !used.has(each))
    if (letter === undefined) break
    used.add(letter)
    letters.set(id, letter)
  }
  return letters
}
