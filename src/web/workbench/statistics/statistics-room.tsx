import '../css/statistics.css'
import { ReportPage } from '../reports/report-page.js'
import { CountedPage } from './counted-page.js'
import { GlancePage } from './glance-page.js'
import { StatisticsPage } from './statistics-page.js'

/** 统计. The figures of a time span; behind each, its matters; what a leader reads in a minute; and reports that people build of them. */
export function StatisticsRoom({ id }: { readonly id: string }) {
  if (id === 'report') return <ReportPage />
  if (id === 'glance') return <GlancePage />
  return id === '' ? <StatisticsPage /> : <CountedPage figure={id} key={id} />
}
