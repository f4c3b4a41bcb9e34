import { useEffect, useState } from 'react'
import type { BulkOffer, BulkTarget, BulkOffers as Offered, Problem as ProblemShape } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useSession } from '../session.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'
import { inOrder } from './in-order.js'

type Props = { readonly targets: readonly BulkTarget[]; readonly choose: (offer: BulkOffer) => void }
type Found = { readonly offers: readonly BulkOffer[] } | { readonly problem: ProblemShape } | null

/** The acts that something asks for in at least one of what was ticked. */
export function BulkOffers({ targets, choose }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const [found, setFound] = useState<Found>(null)
  useEffect(() => {
    const leaving = new AbortController()
    ask<Offered>('/api/bulk/offers', { method: 'POST', body: { targets }, signal: leaving.signal }).then(
      (answer) => setFound(answer.ok ? answer.value : { problem: answer.problem }),
      () => undefined,
    )
    return () => leaving.abort()
  }, [ask, targets])
  if (found === null) return <Waiting lines={5} />
  if ('problem' in found) return <Problem problem={found.problem} />
  if (found.offers.length === 0) return <p className="empty">{words.overview.bulk.noOffers}</p>
  // What meets nothing that is owed in any of them is no round's work: it may be done, and stands behind.
  const isMeeting = ({ act }: BulkOffer): boolean => act.meets.length > 0
  const owed = inOrder(found.offers.filter(isMeeting))
  const rest = inOrder(found.offers.filter((offer) => !isMeeting(offer)))
  const list = (offers: readonly BulkOffer[]) => (
    <ul className="act-list bulk-offers">
      {offers.map((offer) => (
        <li key={offer.act.act}>
          <button type="button" className="act-button" onClick={() => choose(offer)}>
            <span className="act-name">{offer.act.name}</span>
            <span className="act-until">{words.overview.bulk.open(offer.open, targets.length, offer.idle)}</span>
            {offer.issuesSlip && <span className="act-until">{words.overview.bulk.issuesSlip}</span>}
          </button>
          <ClauseChips clauses={offer.act.clauses} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <h3 className="bulk-step">{words.overview.bulk.choose}</h3>
      {owed.length > 0 && list(owed)}
      {rest.length > 0 && (
        <details className="more-acts" open={owed.length === 0}>
          <summary>{words.acts.more(rest.length)}</summary>
          {list(rest)}
        </details>
      )}
    </>
  )
}
