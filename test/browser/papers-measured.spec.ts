import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openPaperPages, type PaperPages, pagesIn } from '../../script/paper-pages.js'
import type { Picture } from '../../script/read-png.js'
import { openFiller, type PaperValues } from '../../src/app/documents/filler.js'
import { findWordToPdf } from '../../src/main/word-to-pdf.js'

// GB/T 9704-2012 measured on pages as they are printed: in millimetres, from the upper left corner of the paper.
const root = join(import.meta.dirname, '../..')

let pages: PaperPages
let folder = ''
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-measured-'))
  pages = await openPaperPages(150)
})
test.afterAll(async () => {
  await pages.close()
  rmSync(folder, { recursive: true, force: true })
})

async function printed(template: string, values: PaperValues): Promise<readonly Picture[]> {
  const [fill, toPdf] = [await openFiller(), findWordToPdf(folder, join(root, 'templates/documents/fonts.conf'))]
  if (toPdf === null) throw new Error('LibreOffice (soffice) is not found: script/test installs it')
  const pdf = join(folder, 'paper.pdf')
  const bytes = await toPdf(fill(readFileSync(join(root, 'regulations', template)), values))
  writeFileSync(pdf, bytes)
  const shown: Picture[] = []
  for (let number = 1; number <= pagesIn(readFileSync(pdf)); number += 1) shown.push(await pages.page(pdf, number))
  return shown
}

type Colour = 'red' | 'black'
type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
const whole: Box = { left: 0, top: 0, right: 210, bottom: 297 }

/** Where on a page there is ink of a colour, within a box: the dots, by row and column. */
function inked({ width, height, dots }: Picture, colour: Colour, box: Box) {
  const scale = width / 210
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()]
  for (let y = Math.max(0, Math.round(box.top * scale)); y < Math.min(height, Math.round(box.bottom * scale)); y += 1) {
    for (let x = Math.max(0, Math.round(box.left * scale)); x < Math.min(width, Math.round(box.right * scale)); x += 1) {
      const [red = 0, green = 0, blue = 0] = dots.subarray((y * width + x) * 3)
      const isRed = red > 200 && green < 100 && blue < 100
      if (colour === 'red' ? !isRed : Math.max(red, green, blue) > 140) continue
      rows.set(y, (rows.get(y) ?? 0) + 1)
      columns.set(x, (columns.get(x) ?? 0) + 1)
    }
  }
  return { rows, columns, scale }
}

/** Lines or letters: stretches of ink with at least so many millimetres of paper between them. */
function bands(of: ReadonlyMap<number, number>, scale: number, apart: number): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const at of [...of.keys()].sort((one, other) => one - other)) {
    const last = found.at(-1)
    if (last !== undefined && at / scale - last.to <= apart) last.to = (at + 1) / scale
    else found.push({ from: at / scale, to: (at + 1) / scale })
  }
  return found
}
const linesOn = (page: Picture, colour: Colour, box = whole) => {
  const { rows, scale } = inked(page, colour, box)
  return bands(rows, scale, 1)
}
const across = (page: Picture, colour: Colour, box: Box) => {
  const { columns, scale } = inked(page, colour, box)
  return bands(columns, scale, 0.1)
}
const near = (found: number | undefined, wanted: number, within: number): void => {
  expect(found).toBeGreaterThan(wanted - within)
  expect(found).toBeLessThan(wanted + within)
}

const organ = '示例区人民政府督查室'
const given = { 机关: organ, 文号: '示督交〔2026〕1号', 成文日期: '2026年11月29日', 主送: '区住房和城乡建设局', 联系人: '李工' }

test('a sheet has its red head, its 22 lines of 28 characters, its page numbers and its foot where the standard puts them', async () => {
  const about = { 事由: '路灯不亮', 编号: '1000000017', 收到日期: '2026年11月25日', 主办单位: '路灯所', 抄送: '区政府办公室' }
  const long = { ...given, ...about, 紧急程度: '特急', 办理要求: '国'.repeat(28 * 60) }
  const [first, second, ...rest] = await printed('dawukou-mailbox/undated/documents/assignment-sheet.docx', { ...long, 义务: [] })
  const last = rest.at(-1)
  if (first === undefined || second === undefined || last === undefined) throw new Error('a paper of three pages at least')
  // 7.2: the mark 35 mm below the upper edge of the text, two lines, the number, 4 mm, a line as wide as the text.
  const red = linesOn(first, 'red')
  expect(red).toHaveLength(2)
  near(red[0]?.from, 72, 1)
  const line = red[1] ?? { from: 0, to: 0 }
  const [ruled] = across(first, 'red', { ...whole, top: line.from - 0.2, bottom: line.to + 0.2 })
  near(ruled?.from, 28, 0.7)
  near(ruled?.to, 184, 0.7)
  const black = linesOn(first, 'black')
  near(black[0]?.from, 39.4, 1)
  const number = black.findLast(({ to }) => to < line.from)
  near(line.from - (number?.to ?? 0), 4, 1.2)
  // 5.2.3: the second page is full.
  const text = { ...whole, top: 36, bottom: 263 }
  const lines = linesOn(second, 'black', text)
  expect(lines).toHaveLength(22)
  near(lines[0]?.from, 39.4, 1)
  near(lines.at(-1)?.to, 260, 1.5)
  const letters = across(second, 'black', { ...text, top: (lines[5]?.from ?? 0) - 0.3, bottom: (lines[5]?.to ?? 0) + 0.3 })
  expect(letters).toHaveLength(28)
  near(letters[0]?.from, 28.4, 0.7)
  near(letters.at(-1)?.to, 183.6, 1)
  // 7.5: the dash 7 mm below the text; odd pages right, even ones left, one character in.
  for (const [page, edge] of [
    [first, 'right'],
    [second, 'left'],
  ] as const) {
    const below = { ...whole, top: 264 }
    const [shown] = linesOn(page, 'black', below)
    near(((shown?.from ?? 0) + (shown?.to ?? 0)) / 2, 269, 1.5)
    const dashes = across(page, 'black', below)
    near(edge === 'left' ? dashes[0]?.from : dashes.at(-1)?.to, edge === 'left' ? 28 + 4.9 : 184 - 4.9, 1.2)
  }
  // 7.4: the last line of the foot lies on the lower edge of the text of the last page.
  near(linesOn(last, 'black', { ...whole, bottom: 264 }).at(-1)?.to, 262, 1)
})

test('a name that is too long for the red head becomes smaller, a long title is parted between words', async () => {
  const title = '群众反映解放路东段道路两侧路灯连续七日不亮影响学生晚自习后出行安全'
  const values = { ...given, 机关: '示例自治区示例市示例区人民政府办公室政务督查室', 事由: title, 主办单位: '路灯所' }
  const [first] = await printed('dawukou-mailbox/undated/documents/urging-notice.docx', { ...values, 义务: [] })
  if (first === undefined) throw new Error('no page')
  const red = linesOn(first, 'red')
  expect(red).toHaveLength(2)
  near(red[0]?.from, 72, 1)
  const mark = across(first, 'red', { ...whole, top: red[0]?.from ?? 0, bottom: (red[0]?.to ?? 0) + 0.2 })
  expect(mark[0]?.from).toBeGreaterThan(28)
  expect(mark.at(-1)?.to).toBeLessThan(184)
  // Three lines of like length: no remainder of one or two letters.
  const below = { ...whole, top: (red[1]?.to ?? 0) + 5 }
  const widths = linesOn(first, 'black', below)
    .slice(0, 3)
    .map(({ from, to }) => {
      const letters = across(first, 'black', { ...whole, top: from - 0.2, bottom: to + 0.2 })
      return (letters.at(-1)?.to ?? 0) - (letters[0]?.from ?? 0)
    })
  expect(Math.min(...widths)).toBeGreaterThan(90)
  expect(Math.max(...widths)).toBeLessThan(156)
})

test('a letter has its mark 30 mm from the edge and two double lines of 170 mm, and bears no number on its first page', async () => {
  const values = {
    ...given,
    事由: '路灯不亮',
    编号: '1000000017',
    收到日期: '2026年11月25日',
    需要的材料: '维修记录。',
    提供期限: '12月2日',
  }
  const [first] = await printed('xizang-2022/2023-01-01/documents/material-request.docx', values)
  if (first === undefined) throw new Error('no page')
  const red = linesOn(first, 'red')
  near(red[0]?.from, 30, 1)
  for (const [band, at] of [
    [red[1], 30 + (44 / 72) * 25.4 + 4],
    [red.at(-1), 277],
  ] as const) {
    near(band?.from, at, 1.5)
    const [ruled] = across(first, 'red', { ...whole, top: (band?.from ?? 0) - 0.2, bottom: (band?.to ?? 0) + 0.2 })
    near(ruled?.from, 20, 0.7)
    near(ruled?.to, 190, 0.7)
  }
  expect(linesOn(first, 'black', { ...whole, top: 264 })).toEqual([])
})
