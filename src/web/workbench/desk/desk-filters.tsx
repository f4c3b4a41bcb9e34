import type { DutyPage } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

const shows = ['all', 'overdue', 'today', 'soon', 'undated'] as const
export type Show = (typeof shows)[number]

export const readShow = (text: string | null): Show => shows.find((each) => each === text) ?? 'all'

type Props = { readonly show: Show; readonly counts: DutyPage['counts'] | null; readonly choose: (show: Show) => void }

/** The counters above the desk; each is also the filter to what it counts. */
export function DeskFilters({ show, counts, choose }: Props) {
  const words = useWords()
  const numbers: Readonly<Record<Show, number | null>> = {
    all: counts?.open ?? null,
    overdue: counts?.overdue ?? null,
    today: counts?.today ?? null,
    soon: null,
    undated: counts?.undated ?? null,
  }
  return (
    <fieldset className="counters">
      <legend className="unseen">{words.desk.filter}</legend>
      {shows.map((each) => (
        <button
          key={each}
          type="button"
          className={`counter counter-${each}${numbers[each] === 0 ? ' counter-none' : ''}`}
          aria-pressed={show === each}
          onClick={() => choose(each)}
        >
          <span>{words.desk.show[each]}</span>
          {numbers[each] !== null && <b>{numbers[each]}</b>}
        </button>
      ))}
    </fieldset>
  )
}
