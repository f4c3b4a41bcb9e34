import type { StatisticsView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

/** Whether the figures stand for ever, as of when, or follow what is done. */
export function ClosedNote({ closed }: Pick<StatisticsView, 'closed'>) {
  const words = useWords().statistics
  return <p className="soft">{closed === null ? words.underWay : words.closed(closed.asOf.shown, closed.keptAt.shown)}</p>
}
