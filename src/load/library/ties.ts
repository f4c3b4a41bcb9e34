import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type LoadedRegulation, parseRegulation, textsIn } from '../grammar/load-regulation.js'

const folderOf = (folder: string): string => join(folder, 'ties')

/** 衔接. The kinds of matters to which something beside a regulation's text ties it: `ties/KIND.yaml` in its folder, acts that hear of such matters. */
export const tiesIn = (folder: string): readonly string[] =>
  existsSync(folderOf(folder))
    ? readdirSync(folderOf(folder))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => basename(name, '.yaml'))
        .sort()
    : []

/** A regulation read together with what ties it to these kinds. The text says nothing of them: it applies where a government handles both. */
export function loadTied(folder: string, kinds: readonly string[]): LoadedRegulation {
  const { rules, clauses } = textsIn(folder)
  const files = kinds.map((kind) => join(folderOf(folder), `${kind}.yaml`))
  const ties = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const named = { id: basename(dirname(folder)), version: basename(folder) }
  return parseRegulation({ rules: [...rules, ...ties], clauses }, named)
}
