import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { madeTemplates } from '../script/made-templates.js'
import type { Regulation } from '../src/core/index.js'
import { loadLibrary } from '../src/load/index.js'

const root = join(import.meta.dirname, '..')
const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const templates = new Map(
  library.folders.flatMap(({ id, version }) =>
    papersOf(library.find(id, version)).map(({ template }): [string, Uint8Array] => [
      template,
      library.template(id, version, template) ?? new Uint8Array(),
    ]),
  ),
)

/** Of a regulation, and of what its office itself owes. */
function papersOf(regulation: Regulation | null) {
  const lives = regulation === null ? [] : [regulation, ...Object.values(regulation.officeDuties).map(({ life }) => life)]
  return lives.flatMap(({ documents }) => Object.values(documents))
}
const partOf = (bytes: Uint8Array, name: string): string => new PizZip(bytes).file(`word/${name}.xml`)?.asText() ?? ''

it('each is what its layout makes', () => {
  const otherwise = [...madeTemplates()].filter(({ file, bytes }) => !readFileSync(file).equals(bytes))
  // After a layout was changed: npx tsx script/make-templates.ts
  expect(otherwise.map(({ file }) => file)).toEqual([])
})

it('ships at least 22 kinds of papers', () => {
  expect(templates.size).toBeGreaterThanOrEqual(22)
})

it.each(library.folders)(
  '$id $version says of how few a share is a range, if its papers or its assessment tell one',
  ({ id, version }) => {
    const regulation = library.find(id, version)
    if (regulation === null) throw new Error(`no text: ${id} ${version}`)
    const asked = papersOf(regulation).flatMap(({ asks }) => Object.values(asks))
    const tells = asked.some((each) => each.kind === 'figure' && each.says === 'share')
    const assesses = Object.values(regulation.assessment).some(({ rests }) => rests.by === 'share')
    if (tells || assesses) expect(regulation.meaning.shareFrom).toBeGreaterThan(1)
  },
)

/** Twips of a line, fonts of the body, the title, and of figures: the standard's, and those of papers whose own text wants others. */
const standard = { line: 579, body: '仿宋_GB2312', title: '方正小标宋简体', figures: '仿宋_GB2312' }
const ofTopics = { line: 560, body: '方正仿宋_GBK', title: '方正小标宋_GBK', figures: 'Times New Roman' } // annexes 1 and 2 of the meeting rules
const wanted = (template: string) => (template.startsWith('topic-') ? ofTopics : standard)

it.each([...templates])('%s keeps the numbers of GB/T 9704-2012', (template, bytes) => {
  const { line, body, title, figures } = wanted(template)
  const paper = partOf(bytes, 'document')
  // 5.1, 5.2: A4; 37 mm above, 28 mm at the binding, a block of 156 by 225 mm; 22 lines on it.
  expect(paper).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
  expect(paper).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
  expect(paper).toContain(`<w:docGrid w:type="lines" w:linePitch="${line}"/>`)
  const styles = partOf(bytes, 'styles')
  // 7: size 3 (16 pt) in the body, exact lines, size 2 (22 pt) in the title, a red mark.
  expect(styles).toContain(`<w:rFonts w:ascii="${figures}" w:hAnsi="${figures}" w:eastAsia="${body}"`)
  expect(styles).toContain(`w:line="${line}" w:lineRule="exact"`)
  expect(styles).toMatch(new RegExp(`w:styleId="Title">.*?${title}.*?<w:sz w:val="44"/>`))
  expect(styles).toMatch(/w:styleId="Mark">.*?<w:color w:val="FF0000"\/>/)
  // 7.5: page numbers outside, one character in, on both sides of the sheet.
  expect(partOf(bytes, 'settings')).toContain('<w:evenAndOddHeaders/>')
  expect([partOf(bytes, 'footer1'), partOf(bytes, 'footer2')]).toEqual([
    expect.stringContaining('PageOdd'),
    expect.stringContaining('PageEven'),
  ])
  expect(partOf(bytes, 'footer1')).toMatch(/\u2014 <\/w:t>.* PAGE .*> \u2014</)
})

it('each is opened by LibreOffice, which script/test installs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-papers-'))
  for (const [name, bytes] of templates) writeFileSync(join(folder, name), bytes)
  const files = [...templates.keys()].map((name) => join(folder, name))
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], { stdio: 'ignore' })
  const made = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  rmSync(folder, { recursive: true, force: true })
  expect(made.sort()).toEqual([...templates.keys()].map((name) => name.replace('.docx', '.pdf')).sort())
}, 120_000)
