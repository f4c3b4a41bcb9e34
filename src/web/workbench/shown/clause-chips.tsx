import type { ClauseView } from '../../../contract/index.js'
import { clauseChips } from '../../parts/index.js'
import { useLanguage } from '../words/language.js'
import { make } from './make.js'

export function ClauseChips({ clauses }: { readonly clauses: readonly ClauseView[] }) {
  const { language } = useLanguage()
  return clauseChips(make, clauses, language)
}
