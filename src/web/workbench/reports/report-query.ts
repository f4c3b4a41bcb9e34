import { type ReportAsked, reportParts } from '../../../contract/index.js'

const plain = ['over', 'from', 'to', 'rows', 'across', 'figures', ...reportParts] as const

/** What the address says of a report; everything else in it is ours. */
export function reportQuery(query: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  for (const name of plain) {
    const value = query.get(name)
    if (value !== null && value !== '') kept.set(name, value)
  }
  return kept
}

/** A report as an address says it. */
export function queryOf({ over, from, to, rows, across, figures, part }: ReportAsked): URLSearchParams {
  const days = over === 'days' ? { from, to } : { from: '', to: '' }
  const said = { over, ...days, rows, across: across ?? '', figures: figures.join(','), ...part }
  return reportQuery(new URLSearchParams(said))
}

/** With a figure more, or without it; the last one stays. */
export function figuresTurned(figures: readonly string[], id: string): readonly string[] {
  if (!figures.includes(id)) return [...figures, id]
  return figures.length === 1 ? figures : figures.filter((each) => each !== id)
}
