// Makes the Word templates of our regulations from the layouts in templates/documents, each into the folder of every regulation that
// names it. An office edits its own afterwards, in Word: run this only for a layout that was changed here.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { listRegulations, loadRegulation, templateFiles } from '../src/load/index.js'
import { layoutFile } from './template-layout.js'

const root = join(import.meta.dirname, '..')
const layouts = join(root, 'templates/documents')
const read = (name: string): unknown => parse(readFileSync(join(layouts, `${name}.yaml`), 'utf8'))
const style = read('style')

// Of no regulation: a matter on paper, as it stands or stood; what bulletins said lately.
writeFileSync(join(root, 'templates/matter-sheet.docx'), layoutFile(style, read('matter-sheet')))
writeFileSync(join(root, 'templates/digest-sheet.docx'), layoutFile(style, read('digest-sheet')))

const roots = ['regulations', 'test/fixtures/regulations'].map((path) => join(root, path))

for (const { folder } of roots.flatMap(listRegulations)) {
  const { regulation } = loadRegulation(folder)
  for (const file of regulation === null ? [] : templateFiles(folder, regulation)) {
    const name = file.slice(dirname(file).length + 1, -'.docx'.length)
    if (!existsSync(join(layouts, `${name}.yaml`))) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, layoutFile(style, read(name)))
  }
}
