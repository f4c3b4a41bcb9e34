import { Link } from '../link.js'
import { useScreenWords } from '../words/language.js'
import { ledgerFileWords } from './ledger-file-words.js'

/** From a list to the same matters as a file. */
export function LedgerFileLink({ query }: { readonly query: string }) {
  const words = useScreenWords(ledgerFileWords)
  return <Link to={query === '' ? 'ledger' : `ledger?${query}`}>{words.open}</Link>
}
