import type { Desk } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { notesWords } from '../notes/notes-words.js'
import { useScreenWords } from '../words/language.js'

export type Whose = Desk['whoses'][number]
const all: readonly Whose[] = ['mine', 'seat', 'house']
const plain: Whose = 'seat'

/** Whose work the desk shows; it stands in the address. */
export function useWhose(): Whose {
  const { query } = useAddress()
  return all.find((each) => each === query.get('whose')) ?? plain
}

/** Asks for somebody's work: what one has in hand, what the role owes, what the whole unit owes. */
export const ofWhose = (path: string, whose: Whose): string =>
  whose === plain ? path : `${path}${path.includes('?') ? '&' : '?'}whose=${whose}`

/** 我的、本岗位、全单位. */
export function WhoseSwitch({ whoses, chosen }: { readonly whoses: readonly Whose[]; readonly chosen: Whose }) {
  const words = useScreenWords(notesWords)
  return (
    <fieldset className="whose" aria-label={words.whose.label}>
      {whoses.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === chosen}
          onClick={() => changeQuery({ whose: each === plain ? '' : each, at: '' })}
        >
          {words.whose[each]}
        </button>
      ))}
    </fieldset>
  )
}
