import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseDocument } from 'yaml'
import { rememberedIn } from './remembered.js'
import { type FileKind, type Upgraded, upgradeText } from './upgrade-text.js'

export type { Upgraded }

/** Every file below a folder that belongs to a regulation, as it would stand in the present format. Nothing is written. */
export function upgradesIn(path: string): readonly Upgraded[] {
  const files = filesIn(path).map((each) => ({ ...each, text: readFileSync(each.file, 'utf8') }))
  return files.map(({ kind, file, text, folder }) =>
    upgradeText(
      kind,
      file,
      text,
      rememberedIn(files.filter((each) => each.kind === 'rules' && each.folder === folder).map(rootOf)),
    ),
  )
}

type RegulationFile = { readonly kind: FileKind; readonly file: string; readonly folder: string }

const rootOf = ({ text }: { readonly text: string }): unknown => parseDocument(text, { schema: 'core' }).contents

function filesIn(path: string): readonly RegulationFile[] {
  if (!existsSync(path)) return []
  const names = statSync(path).isFile() ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  return names.flatMap((name) => {
    const file = name === '' ? path : join(path, name)
    const kind = kindOf(file.replaceAll('\\', '/'))
    return kind === null ? [] : [{ kind, file, folder: folderOf(kind, file) }]
  })
}

/** The folder of the regulation: rules and clauses in several files, and examples, lie in folders of their own in it. */
const folderOf = (kind: FileKind, file: string): string => {
  const isBelow = kind === 'scenarios' || !['regulation.yaml', 'clauses.yaml'].includes(basename(file))
  return isBelow ? dirname(dirname(file)) : dirname(file)
}

/** By where it lies. Other files beside a regulation are left alone. */
function kindOf(file: string): FileKind | null {
  if (!file.endsWith('.yaml')) return null
  if (/(^|\/)scenarios\/[^/]+$/.test(file)) return 'scenarios'
  if (/(^|\/)(clauses\.yaml|clauses\/[^/]+)$/.test(file)) return 'clauses'
  return /(^|\/)(regulation\.yaml|(regulation|ties)\/[^/]+)$/.test(file) ? 'rules' : null
}
