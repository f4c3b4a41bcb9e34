// Shows each of our layouts, page beside page: docs/documents/NAME.png, filled in with sample words; with names only those. Needs LibreOffice and Chromium.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { openFiller, type PaperValues } from '../src/app/documents/filler.js'
import { listNames, readTemplate } from '../src/load/index.js'
import { findWordToPdf } from '../src/main/word-to-pdf.js'
import { openPaperPages, pagesIn } from './paper-pages.js'
import { beside, type Picture, writePng } from './read-png.js'
import { layoutFile } from './template-layout.js'

const dotsInInch = 64
const root = join(import.meta.dirname, '..')
const layouts = join(root, 'templates/documents')
const shown = join(root, 'docs/documents')
const read = (name: string): unknown => parse(readFileSync(join(layouts, name), 'utf8'))
const sample = parse(readFileSync(join(layouts, 'sample.yaml'), 'utf8')) as PaperValues
const lists = Object.values(listNames)

const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(basename(name, '.yaml'))

const folder = mkdtempSync(join(tmpdir(), 'huiyin-render-'))
const toPdf = findWordToPdf(folder, join(layouts, 'fonts.conf'))
if (toPdf === null) throw new Error('LibreOffice (soffice) is not found: install it to show papers as pages')
const [fill, pages] = await Promise.all([openFiller(), openPaperPages(dotsInInch)])
mkdirSync(shown, { recursive: true })
const names = readdirSync(layouts)
  .filter((name) => name.endsWith('.yaml') && name !== 'style.yaml' && name !== 'sample.yaml')
  .filter(isWanted)
for (const name of names) {
  const plain = basename(name, '.yaml')
  const template = layoutFile(read('style.yaml'), read(name))
  const { tags } = readTemplate(template)
  const values = Object.fromEntries(tags.map((tag) => [tag.name, sample[tag.name] ?? tag.name]))
  // What a question is answered with, row by row.
  const asked = tags.filter(
    ({ kind, name }) =>
      kind === 'each' && sample[name] === undefined && tags.every((each) => each.kind !== 'value' || each.name !== name),
  )
  const texts = Object.fromEntries(tags.map(({ name }) => [name, String(sample[name] ?? name)]))
  const tables = Object.fromEntries(asked.map(({ name }) => [name, [texts]]))
  const rows = Object.fromEntries(
    lists.map((list) => [
      list.name,
      sample[list.name] ?? [Object.fromEntries(Object.values(list.columns).map((each) => [each, String(sample[each] ?? each)]))],
    ]),
  )
  const pdf = join(folder, `${plain}.pdf`)
  writeFileSync(pdf, await toPdf(fill(template, { ...values, ...tables, ...rows })))
  const whole: Picture[] = []
  for (let number = 1; number <= pagesIn(readFileSync(pdf)); number += 1) whole.push(await pages.page(pdf, number))
  writeFileSync(join(shown, `${plain}.png`), writePng(beside(whole)))
}
await pages.close()
rmSync(folder, { recursive: true, force: true })
