import { useState } from 'react'
import type { OfficeRound } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { RoundTable } from './round-table.js'
import { type Standing, standingOf, standings } from './standing.js'

/** Every round, with counters that are also the filter to what they count. */
export function RoundList({ rounds }: { readonly rounds: readonly OfficeRound[] }) {
  const words = useWords().officeDuties
  const [show, setShow] = useState<Standing | 'all'>('all')
  if (rounds.length === 0) return <p className="empty">{words.emptyPast}</p>
  const shown = show === 'all' ? rounds : rounds.filter((each) => standingOf(each) === show)
  const countOf = (each: Standing | 'all'): number =>
    each === 'all' ? rounds.length : rounds.filter((round) => standingOf(round) === each).length
  return (
    <>
      <fieldset className="counters">
        <legend className="unseen">{words.filter}</legend>
        {(['all', ...standings] as const).map((each) => (
          <button
            key={each}
            type="button"
            className={`counter counter-${each}${countOf(each) === 0 ? ' counter-none' : ''}`}
            aria-pressed={show === each}
            onClick={() => setShow(each)}
          >
            <span>{words.show[each]}</span>
            <b>{countOf(each)}</b>
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? <p className="empty">{words.emptyFilter}</p> : <RoundTable rounds={shown} />}
    </>
  )
}
