import { readFileSync } from 'node:fs'
import { h, type VNode } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup as renderWithReact } from 'react-dom/server'
import { expect, it } from 'vitest'
import { type DayStripLook, dayStrip } from './day-strip.js'
import type { Make } from './make.js'
import { sketchReceipt } from './receipt.fixtures.js'

const nationalDay = sketchReceipt({ from: '2025-09-29', days: 'schhhhhhhhccmwc', today: '2025-10-10' })
const html = (receipt = nationalDay, look: DayStripLook = { lang: 'zh' }) =>
  renderToStaticMarkup(dayStrip(h as Make<VNode>, receipt, look))

it('is an ordered list with a sentence for each day', () => {
  const strip = html()
  expect(strip).toContain('<ol class="strip-days" aria-label="计时条">')
  expect(strip.match(/<li /g)).toHaveLength(15)
  expect(strip).toContain('title="9月29日 星期一，起算日，当日不计"')
  expect(strip).toContain('title="10月1日 星期三，国庆节，不计入"')
  expect(strip).toContain('title="10月11日 星期六，国庆节调休上班，第4个工作日"')
  expect(strip).toContain('title="10月13日 星期一，第5个工作日，到期日"')
})

it('marks today and the due day with words, not with colour alone', () => {
  const strip = html()
  expect(strip).toContain('<em>今天</em>')
  expect(strip).toContain('<em>到期</em>')
})

it('says of a due day whose holidays are not announced that it is provisional', () => {
  const strip = html(sketchReceipt({ from: '2026-12-28', days: 'scccwwc', isProvisional: true }))
  expect(strip).toContain('<em>暂定</em>')
  expect(strip).toContain('暂定，以放假安排公布为准')
})

it('ends with the days that are late', () => {
  expect(html(nationalDay, { lang: 'zh', workdaysLate: 3 })).toContain('<li class="strip-late">已逾期3个工作日</li>')
})

it('carries the same in sentences', () => {
  expect(html()).toContain('<details class="strip-why"><summary>')
  expect(html(nationalDay, { lang: 'zh', isSpelledOut: true })).toContain('<details class="strip-why" open>')
})

it('asks not why it is this day where there is none', () => {
  expect(html()).toContain('为什么是这一天')
  expect(html({ ...nationalDay, dueAt: null })).toContain('<summary>时间怎样计（文字说明）</summary>')
  expect(html({ ...nationalDay, dueAt: null }, { lang: 'en' })).toContain('<summary>How the time is counted, in words</summary>')
})

it('shows no row where there are no days', () => {
  expect(html({ ...nationalDay, days: [] })).not.toContain('<ol')
})

it.each(['zh', 'en'] as const)('comes out the same with React, in %s', (lang) => {
  const look = { lang, workdaysLate: 2, isSpelledOut: true }
  const react = renderWithReact(dayStrip(createElement as Make<ReactElement>, nationalDay, look)).replaceAll(' open=""', ' open')
  expect(react).toBe(html(nationalDay, look))
})

// The workbench's own type is 14 px: what is measured by it needs at least 0.86 of it.
it('has no type under 12 px, in pages whose own is small too', () => {
  const sizes = [...readFileSync(new URL('./day-strip.css', import.meta.url), 'utf8').matchAll(/\n {2}font-size: ([^;]+);/g)]
  expect(
    sizes.map(([, size]) => size).filter((size) => !/^(max\(12px, .+\)|inherit|1\.\d+em|0\.86rem)$/.test(size ?? '')),
  ).toEqual([])
})
