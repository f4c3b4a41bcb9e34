import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LoadedPrecedence, parsePrecedence } from '../grammar/precedence.js'

/** The files beside regulations that say which of them holds where several speak of the same: `precedence/*.yaml` in a folder of regulations. */
export function precedenceFiles(root: string): readonly string[] {
  const folder = join(root, 'precedence')
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names.filter((name) => name.endsWith('.yaml')).map((name) => join(folder, name))
}

export const loadPrecedence = (file: string): LoadedPrecedence => parsePrecedence({ file, text: readFileSync(file, 'utf8') })
