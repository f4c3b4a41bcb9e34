import '../css/supervision.css'
import { FollowedPage } from '../followed/followed-page.js'
import { NotFound } from '../frame/not-found.js'
import { LedgerPage } from '../ledger/ledger-page.js'
import { BoardPage } from './board-page.js'
import { SlipPage } from './slip-page.js'
import { SlipsPage } from './slips-page.js'

/** 督办. The board; behind it the ledgers, what is followed over the years, the slips that were issued, and each as a paper. */
export function SupervisionRoom({ id }: { readonly id: string }) {
  if (id === '') return <BoardPage />
  if (id === 'ledger') return <LedgerPage />
  if (id === 'followed') return <FollowedPage />
  if (id === 'slips') return <SlipsPage />
  const [act, year, number, more] = id.split('.')
  if (act === undefined || year === undefined || number === undefined || more !== undefined) return <NotFound />
  return (
    <SlipPage path={`/api/slips/${encodeURIComponent(act)}/${encodeURIComponent(year)}/${encodeURIComponent(number)}`} key={id} />
  )
}
