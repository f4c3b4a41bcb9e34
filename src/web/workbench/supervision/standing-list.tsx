import { useState } from 'react'
import type { BulkTarget, SupervisionPage } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { BulkRoom } from '../bulk/bulk-room.js'
import { PickBar } from '../bulk/pick-bar.js'
import { useSelection } from '../bulk/selection.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { More } from '../list/more.js'
import { usePages } from '../use-pages.js'
import { useWords } from '../words/language.js'
import type { Place } from './place.js'
import { StandingTable } from './standing-table.js'

type Row = SupervisionPage['rows'][number]

function pathOf({ rung, unit }: Place): string {
  const query = new URLSearchParams({ rung })
  if (unit === '') query.set('office', '1')
  else if (unit !== null) query.set('unit', unit)
  return `/api/supervision/matters?${query}`
}

/** What stands in one place of the board, first due first; one or several can be urged from here. */
export function StandingList({ place, reload }: { readonly place: Place; readonly reload: () => void }) {
  const words = useWords()
  const selection = useSelection()
  const [acting, setActing] = useState<readonly BulkTarget[] | null>(null)
  const { pages, reload: reloadRows, more, isLoadingMore } = usePages<Row, SupervisionPage>(useAsked()(pathOf(place)))
  const leave = (isChanged: boolean): void => {
    setActing(null)
    if (!isChanged) return
    selection.clear()
    reload()
    reloadRows()
  }
  return (
    <BulkRoom targets={acting} leave={leave}>
      {pages.status === 'loading' && <Waiting lines={6} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reloadRows} />}
      {pages.status === 'ready' && (
        <div aria-busy={pages.isStale} className={pages.isStale ? 'stale' : ''}>
          {pages.page.rows.length === 0 ? (
            <p className="empty">{words.supervision.emptyRung}</p>
          ) : (
            <StandingTable rows={pages.page.rows} selection={selection} />
          )}
          <More next={pages.page.next} load={more} isLoading={isLoadingMore} />
          <PickBar selection={selection} start={() => setActing(selection.targets)} />
        </div>
      )}
    </BulkRoom>
  )
}
