/** 条形图. Bars, one group for each row. */
export type Bars = {
  readonly title: string
  readonly note: string
  readonly isStacked: boolean
  readonly rows: readonly string[]
  readonly series: readonly { readonly name: string; readonly colour: string; readonly values: readonly number[] }[]
}

const width = 640
const ink = '#1d2530'
const soft = '#545d6a'
const line = '#d8dee7'
const fonts = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif'
/** Beside the colour each series has a hatching of its own: told apart in grey, on paper, by everybody. */
const hatchings = [
  null,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.6,
  },
]

const kept = new Map<string, Promise<string>>()
const mostKept = 100

/** The same bars are drawn once. */
export function barsSvg(bars: Bars): Promise<string> {
  const key = JSON.stringify(bars)
  const found = kept.get(key)
  if (found !== undefined) return found
  const drawing = draw(bars)
  kept.set(key, drawing)
  drawing.catch(() => kept.delete(key))
  const oldest = kept.keys().next().value
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return drawing
}

async function draw(bars: Bars): Promise<string> {
  // As one file: by its name it comes as some six hundred, and whoever looks at figures first after a start waits for all of them.
  const { init } = await import('echarts/dist/echarts.esm.min.mjs')
  const thick = bars.isStacked ? 30 : 12 + 16 * bars.series.length
  const height = 108 + bars.rows.length * thick + (bars.note === '' ? 0 : 20)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(optionOf(bars))
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function optionOf({ title, note, isStacked, rows, series }: Bars) {
  return {
    animation: false,
    backgroundColor: '#fff',
    textStyle: { fontFamily: fonts, color: ink },
    title: {
      text: title,
      ...(note === '' ? {} : { subtext: note }),
      left: 0,
      textStyle: { fontSize: 15, fontWeight: 600, color: ink },
    },
    legend:
      series.length > 1 ? { top: note === '' ? 36 : 54, left: 0, itemWidth: 18, textStyle: { color: ink } } : { show: false },
    grid: { left: 8, right: 40, top: note === '' ? 74 : 92, bottom: 8, containLabel: true },
    xAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: soft },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...rows],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: ink, width: 150, overflow: 'truncate', interval: 0 },
    },
    series: series.map(({ name, colour, values }, at) => ({
      type: 'bar',
      name,
      data: [...values],
      ...(isStacked ? { stack: 'all', barWidth: 18 } : { barMaxWidth: 14, barGap: '15%' }),
      itemStyle: { color: colour, ...(hatchings[at] ? { decal: { color: 'rgba(255,255,255,0.55)', ...hatchings[at] } } : {}) },
      label: isStacked ? { show: false } : { show: true, position: 'right', color: ink, fontSize: 11 },
    })),
  } as const
}
