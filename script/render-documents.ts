// Shows each of our layouts as a page: docs/documents/NAME.png, filled in with sample words; with names only those. Needs LibreOffice and poppler.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { openFiller } from '../src/app/documents/filler.js'
import { listNames, readTemplate } from '../src/load/index.js'
import { layoutFile } from './template-layout.js'

const root = join(import.meta.dirname, '..')
const layouts = join(root, 'templates/documents')
const shown = join(root, 'docs/documents')
const read = (name: string): unknown => parse(readFileSync(join(layouts, name), 'utf8'))
const sample = parse(readFileSync(join(layouts, 'sample.yaml'), 'utf8')) as Readonly<Record<string, string>>
const lists = Object.values(listNames)

const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(basename(name, '.yaml'))

const folder = mkdtempSync(join(tmpdir(), 'huiyin-render-'))
const fill = await openFiller()
const names = readdirSync(layouts)
  .filter((name) => name !== 'style.yaml' && name !== 'sample.yaml')
  .filter(isWanted)
for (const name of names) {
  const template = layoutFile(read('style.yaml'), read(name))
  const { tags } = readTemplate(template)
  const values = Object.fromEntries(tags.map((tag) => [tag.name, sample[tag.name] ?? tag.name]))
  // What a question is answered with, row by row.
  const asked = tags.filter(
    ({ kind, name }) =>
      kind === 'each' && sample[name] === undefined && tags.every((each) => each.kind !== 'value' || each.name !== name),
  )
  const tables = Object.fromEntries(asked.map(({ name }) => [name, [values]]))
  const rows = Object.fromEntries(
    lists.map((list) => [
      list.name,
      [Object.fromEntries(Object.values(list.columns).map((each) => [each, sample[each] ?? each]))],
    ]),
  )
  writeFileSync(join(folder, name.replace('.yaml', '.docx')), fill(template, { ...values, ...tables, ...rows }))
}
const files = names.map((name) => join(folder, name.replace('.yaml', '.docx')))
const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], { stdio: 'ignore' })
mkdirSync(shown, { recursive: true })
for (const name of names) {
  const plain = basename(name, '.yaml')
  const asked = ['-r', '45', '-png', '-singlefile', '-f', '1', '-l', '1']
  execFileSync('pdftoppm', [...asked, join(folder, `${plain}.pdf`), join(shown, plain)])
}
rmSync(folder, { recursive: true, force: true })
