import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { barsSvg } from './bars-svg.js'

const bars = {
  title: '办理',
  note: '',
  isStacked: false,
  rows: ['城市管理局'],
  series: [{ name: '收到', colour: '#1f4e79', values: [3] }],
}

it('draws a bar for each row, with its name and what it counts', async () => {
  const svg = await barsSvg(bars)
  expect(svg).toMatch(/^<svg /)
  for (const text of ['办理', '城市管理局', '3']) expect(svg).toContain(`>${text}</text>`)
})

it('loads what it draws with as one file, so that the first look at figures does not wait for hundreds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-bars-'))
  try {
    const text = `import('./src/app/statistics/bars-svg.ts').then(({ barsSvg }) => barsSvg(${JSON.stringify(bars)}))`
    execFileSync(process.execPath, ['--import', 'tsx', '-e', text], { env: { ...process.env, NODE_V8_COVERAGE: folder } })
    const read = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    const urls: string[] = read.flatMap(({ result }) => result.map(({ url }: { url: string }) => url))
    expect([...new Set(urls)].filter((url) => /node_modules\/(echarts|zrender)\//.test(url))).toHaveLength(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
