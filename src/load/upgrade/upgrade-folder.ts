import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type FileKind, type Upgraded, upgradeText } from './upgrade-text.js'

export type { Upgraded }

/** Every file below a folder that belongs to a regulation, as it would stand in the present format. Nothing is written. */
export const upgradesIn = (path: string): readonly Upgraded[] =>
  filesIn(path).map(({ kind, file }) => upgradeText(kind, file, readFileSync(file, 'utf8')))

type RegulationFile = { readonly kind: FileKind; readonly file: string }

function filesIn(path: string): readonly RegulationFile[] {
  if (!existsSync(path)) return []
  const names = statSync(path).isFile() ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  return names.flatMap((name) => {
    const file = name === '' ? path : join(path, name)
    const kind = kindOf(file.replaceAll('\\', '/'))
    return kind === null ? [] : [{ kind, file }]
  })
}

/** By where it lies. Other files beside a regulation are left alone. */
function kindOf(file: string): FileKind | null {
  if (!file.endsWith('.yaml')) return null
  if (/(^|\/)scenarios\/[^/]+$/.test(file)) return 'scenarios'
  if (/(^|\/)clauses\.yaml$/.test(file)) return 'clauses'
  return /(^|\/)(regulation\.yaml|regulation\/[^/]+)$/.test(file) ? 'rules' : null
}
