import '../css/acts.css'
import '../css/form.css'
import '../css/bulk.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { BulkOffer, BulkTarget } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { BulkForm } from './bulk-form.js'
import { BulkOffers } from './bulk-offers.js'
import { BulkProgress } from './bulk-progress.js'
import { useBulkRun } from './use-bulk-run.js'

export type BulkRoomProps = {
  /** What was ticked; null: nobody wants to act on several now. */
  readonly targets: readonly BulkTarget[] | null
  readonly leave: (isChanged: boolean) => void
  /** The list, shown while nobody acts on several. */
  readonly children: ReactNode
}

/** 批量办理. In the place of the list: which act, its form, what would become of each, and how it goes. */
export function BulkRoom({ targets, leave, children }: BulkRoomProps) {
  const words = useWords()
  const run = useBulkRun()
  const [offer, setOffer] = useState<BulkOffer | null>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const isOpen = targets !== null || (run.plan !== null && run.standing !== 'none')
  useEffect(() => {
    if (isOpen) head.current?.focus()
    else setOffer(null)
  }, [isOpen])
  if (!isOpen) return children
  const back = (isChanged: boolean): void => {
    setOffer(null)
    if (run.standing !== 'none') run.leave()
    leave(isChanged)
  }
  const count = run.plan?.all.length ?? targets?.length ?? 0
  return (
    <section className="bulk" aria-labelledby="bulk-title">
      <div className="page-head">
        <h2 id="bulk-title" tabIndex={-1} ref={head}>
          {words.overview.bulk.title(count)}
        </h2>
        {run.standing === 'none' && (
          <button type="button" className="quiet" onClick={() => back(false)}>
            {words.overview.bulk.back}
          </button>
        )}
      </div>
      {run.plan !== null ? (
        <BulkProgress run={run} plan={run.plan} leave={() => back(true)} />
      ) : offer === null ? (
        <BulkOffers targets={targets ?? []} choose={setOffer} />
      ) : (
        <BulkForm key={offer.act.act} offer={offer} back={() => setOffer(null)} start={run.start} />
      )}
    </section>
  )
}
