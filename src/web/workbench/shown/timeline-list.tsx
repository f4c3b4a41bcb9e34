import type { TimelineEntry } from '../../../contract/index.js'
import { timeline } from '../../parts/index.js'
import { useLanguage } from '../words/language.js'
import { make } from './make.js'

export function TimelineList({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { language } = useLanguage()
  return timeline(make, entries, language)
}
