import { pathToFileURL } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { cut, type Picture, readPng } from './read-png.js'

/** What a page of a PDF looks like: a picture of the paper alone, so many dots to the inch or nearly so. */
export type PaperPages = {
  readonly page: (pdf: string, number: number) => Promise<Picture>
  readonly close: () => Promise<void>
}

const [paperWidth, paperHeight] = [210 / 25.4, 297 / 25.4]
/** The grey that the viewer leaves around a page. */
const around = 20
const longestMs = 20_000

/** Opens the browser that shows them; its viewer of PDF is part of the whole browser alone, not of its small one. */
export async function openPaperPages(dotsInInch: number): Promise<PaperPages> {
  const browser = await chromium.launch({
    executablePath: process.env.HUIYIN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox'],
    ignoreDefaultArgs: ['--headless', '--headless=old'],
  })
  const viewport = {
    width: Math.round(paperWidth * dotsInInch) + around,
    height: Math.round(paperHeight * dotsInInch) + around,
  }
  return {
    close: () => browser.close(),
    page: async (pdf, number) => {
      const shown = await browser.newPage({ viewport })
      try {
        await shown.goto(`${pathToFileURL(pdf).href}#page=${number}&toolbar=0&navpanes=0&view=Fit`)
        return await drawn(shown)
      } finally {
        await shown.close()
      }
    },
  }
}

export const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

/** The viewer draws when it likes: once a page stands there and stays as it is. */
async function drawn(page: Page): Promise<Picture> {
  let last: Buffer = Buffer.alloc(0)
  const until = Date.now() + longestMs
  while (Date.now() < until) {
    await page.waitForTimeout(400)
    const now = await page.screenshot()
    const paper = now.equals(last) ? paperIn(readPng(now)) : null
    if (paper !== null) return paper
    last = now
  }
  throw new Error('no page was drawn')
}

/** The white of the paper between the grey; null: there is none, or nothing on it. */
function paperIn(picture: Picture): Picture | null {
  const { width, height, dots } = picture
  const isWhite = (x: number, y: number): boolean => (dots[(y * width + x) * 3] ?? 0) > 250
  const middle = { x: Math.round(width / 2), y: Math.round(height / 2) }
  const columns = [...Array(width).keys()].filter((x) => isWhite(x, around) || isWhite(x, height - 2 * around))
  const rows = [...Array(height).keys()].filter((y) => isWhite(around, y) || isWhite(width - 2 * around, y))
  const [left, top] = [columns[0] ?? middle.x, rows[0] ?? middle.y]
  const size = { width: (columns.at(-1) ?? left) - left + 1, height: (rows.at(-1) ?? top) - top + 1 }
  if (size.width < width / 2 || size.height < height / 2) return null
  const paper = cut(picture, { x: left, y: top }, size)
  return paper.dots.some((dot) => dot < 100) ? paper : null
}
