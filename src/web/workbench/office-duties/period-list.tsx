import { useState } from 'react'
import type { OfficePeriod } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { PeriodTable } from './period-table.js'
import { type Standing, standingOf, standings } from './standing.js'

/** Every period, with counters that are also the filter to what they count. */
export function PeriodList({ periods }: { readonly periods: readonly OfficePeriod[] }) {
  const words = useWords().officeDuties
  const [show, setShow] = useState<Standing | 'all'>('all')
  if (periods.length === 0) return <p className="empty">{words.emptyPast}</p>
  const shown = show === 'all' ? periods : periods.filter((each) => standingOf(each) === show)
  const countOf = (each: Standing | 'all'): number =>
    each === 'all' ? periods.length : periods.filter((period) => standingOf(period) === each).length
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
      {shown.length === 0 ? <p className="empty">{words.emptyFilter}</p> : <PeriodTable periods={shown} />}
    </>
  )
}
