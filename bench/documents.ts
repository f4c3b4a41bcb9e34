// How long a paper takes: filled in as a Word file, and made a PDF where LibreOffice is installed. `npx tsx bench/documents.ts`
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFiller } from '../src/app/documents/filler.js'
import { readTemplate } from '../src/load/index.js'
import { findWordToPdf } from '../src/main/word-to-pdf.js'

const folder = 'regulations/xizang-2022/2023-01-01/documents'
const template = readFileSync(join(import.meta.dirname, '..', folder, 'assignment-sheet.docx'))
const values = Object.fromEntries(readTemplate(template).tags.map(({ name }) => [name, name.repeat(20)]))
const runs = 100

const fill = await openFiller()
fill(template, values)
const begun = performance.now()
for (let run = 0; run < runs; run += 1) fill(template, values)
console.log(`Word file: ${((performance.now() - begun) / runs).toFixed(1)} ms`)

const data = mkdtempSync(join(tmpdir(), 'huiyin-bench-'))
const toPdf = findWordToPdf(data, join(import.meta.dirname, '../templates/documents/fonts.conf'))
if (toPdf === null) console.log('PDF: no LibreOffice here')
else {
  for (const what of ['the first, which makes a profile', 'the next', 'one more']) {
    const from = performance.now()
    await toPdf(fill(template, values))
    console.log(`PDF, ${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  }
}
rmSync(data, { recursive: true, force: true })
