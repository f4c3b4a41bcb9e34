import '../css/statistics.css'
import { CountedPage } from './counted-page.js'
import { StatisticsPage } from './statistics-page.js'

/** 统计. The figures of a time span; behind each, its matters. */
export function StatisticsRoom({ id }: { readonly id: string }) {
  return id === '' ? <StatisticsPage /> : <CountedPage figure={id} key={id} />
}
