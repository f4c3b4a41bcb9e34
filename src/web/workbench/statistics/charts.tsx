import type { StatisticsChart } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

/** Drawings of tables on the same page: a picture each, which no screen reader needs to see. */
export function Charts({ charts }: { readonly charts: readonly StatisticsChart[] }) {
  const words = useWords()
  if (charts.length === 0) return null
  return (
    <div className="charts">
      {charts.map(({ id, title, svg }) => (
        <img key={id} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt={words.statistics.chart(title)} />
      ))}
    </div>
  )
}
