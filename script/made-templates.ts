import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { listRegulations, loadRegulation, templateFiles } from '../src/load/index.js'
import { layoutFile } from './template-layout.js'

const root = join(import.meta.dirname, '..')
const layouts = join(root, 'templates/documents')
const read = (name: string): unknown => parse(readFileSync(join(layouts, `${name}.yaml`), 'utf8'))

/** Each of our Word templates, made from its layout: where it lies, and its bytes, the same each time. */
export function* madeTemplates(): Generator<{ readonly file: string; readonly bytes: Uint8Array }> {
  const style = read('style')
  const made = (file: string, layout: string) => ({ file, bytes: layoutFile(style, read(layout)) })
  // Of no regulation: a matter on paper, as it stands or stood; what bulletins said lately.
  for (const each of ['matter-sheet', 'digest-sheet']) yield made(join(root, `templates/${each}.docx`), each)
  const roots = ['regulations', 'test/fixtures/regulations'].map((path) => join(root, path))
  for (const { folder } of roots.flatMap(listRegulations)) {
    const { regulation } = loadRegulation(folder)
    for (const file of regulation === null ? [] : templateFiles(folder, regulation)) {
      const layout = basename(file, '.docx')
      if (existsSync(join(layouts, `${layout}.yaml`))) yield made(file, layout)
    }
  }
}
