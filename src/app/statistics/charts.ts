import type { FigureView, Lang, StatisticsChart, StatisticsTable } from '../../contract/index.js'
import { statisticsWords } from '../words/statistics.js'
import { type Bars, barsSvg } from './bars-svg.js'

const mostRows = 15
const inOrder = ['#0050b3', '#e08a00', '#14804a', '#8a3ffc']
const timely = { onTime: '#14804a', lateClosed: '#e08a00', lateOpen: '#b42318' } as const

/** Drawings of what the tables beside them say; one without anything to draw is left out. */
export async function drawCharts(
  lang: Lang,
  table: StatisticsTable,
  satisfaction: readonly FigureView[],
): Promise<StatisticsChart[]> {
  const words = statisticsWords[lang]
  const amounts = ['received', 'concluded', 'published'].filter((id) => table.columns.some((column) => column.id === id))
  const drawn: readonly (Bars & { readonly id: string })[] = [
    { id: 'amounts', ...bars(lang, table, words.charts.amounts, amounts), isStacked: false },
    { id: 'timeliness', ...bars(lang, table, words.charts.timeliness, Object.keys(timely)), isStacked: true },
    {
      id: 'satisfaction',
      title: words.charts.satisfaction,
      note: '',
      isStacked: false,
      rows: satisfaction.map(({ name }) => name),
      series: [{ name: words.figures.rated, colour: inOrder[0] ?? '', values: satisfaction.map(({ now }) => now.numerator) }],
    },
  ]
  const filled = drawn.filter(({ series }) => series.some(({ values }) => values.some((value) => value > 0)))
  return Promise.all(filled.map(async ({ id, ...what }) => ({ id, title: what.title, svg: await barsSvg(what) })))
}

function bars(lang: Lang, table: StatisticsTable, title: string, figures: readonly string[]): Omit<Bars, 'isStacked'> {
  const words = statisticsWords[lang]
  const rows = table.rows.slice(0, table.by.id === 'month' ? 36 : mostRows)
  return {
    title: words.chartTitle(title, table.by.name),
    note: rows.length < table.rows.length ? words.firstOnly(rows.length, table.rows.length) : '',
    rows: rows.map(({ name }) => name),
    series: figures.flatMap((id, at) => {
      const column = table.columns.find((each) => each.id === id)
      if (column === undefined) return []
      const values = rows.map(({ cells }) => cells.find(({ figure }) => figure === id)?.numerator ?? 0)
      return [{ name: column.name, colour: timely[id as keyof typeof timely] ?? inOrder[at] ?? '', values }]
    }),
  }
}
