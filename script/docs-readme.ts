import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Deps, type Lang, runCli } from '../src/cli/index.js'
import type { ClauseStatus } from '../src/core/index.js'
import type { Library } from '../src/load/index.js'
import { table } from './docs-readings.js'

/** What the README shows: one duty as it is written, and one due time that follows from it. */
const example = {
  file: 'regulations/longnan-wenzheng/2021-03-04/regulation/7-duties.yaml',
  duty: 'conclude',
  command: [
    'due',
    '--regulation',
    'longnan-wenzheng',
    '--duty',
    'conclude',
    '--from',
    '2025-09-29 11:00',
    '--with',
    'category=complaint',
  ],
}

const columns: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['办法', '条款', '规则执行', '落在表单', '由人判断', '尚未做到'],
  en: ['regulation', 'clauses', 'executed', 'form', 'judgement', 'not covered'],
}

/** A README with its made parts as they should be. What lies between `<!-- made: … -->` and `<!-- /made -->` is replaced. */
export async function readmePage(text: string, made: { root: string; library: Library; lang: Lang }): Promise<string> {
  const parts: Readonly<Record<string, string>> = {
    duty: fenced('yaml', dutyAsWritten(made.root)),
    due: fenced('', await dueAsPrinted(made)),
    coverage: coverageTable(made.library, made.lang),
  }
  return text.replace(/(<!-- made: (\w+) -->\n).*?(<!-- \/made -->)/gs, (_all, begin: string, name: string, end: string) => {
    const part = parts[name]
    if (part === undefined) throw new Error(`nothing is made as ${name}`)
    return `${begin}\n${part}\n\n${end}`
  })
}

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

/** The lines of one duty, from its name to the next one, moved to the left edge. */
function dutyAsWritten(root: string): string {
  const lines = readFileSync(join(root, example.file), 'utf8').split('\n')
  const start = lines.indexOf(`  ${example.duty}:`, lines.indexOf('duties:'))
  if (start === -1) throw new Error(`${example.file}: no duty ${example.duty}`)
  const length = lines.slice(start + 1).findIndex((line) => /^ {0,2}\S/.test(line))
  return lines
    .slice(start, start + 1 + length)
    .map((line) => line.slice(2))
    .join('\n')
}

async function dueAsPrinted({ root, library, lang }: { root: string; library: Library; lang: Lang }): Promise<string> {
  const printed: string[] = []
  const deps: Deps = {
    out: (text) => void printed.push(text),
    error: (text) => void printed.push(text),
    isTerminal: false,
    root,
    regulations: [],
    library: () => library,
    now: () => 0,
  }
  const words = lang === 'zh' ? example.command : [...example.command, '--lang', lang]
  if ((await runCli(words, deps)) !== 0) throw new Error(printed.join('\n'))
  const typed = words.map((word) => (word.includes(' ') ? `"${word}"` : word)).join(' ')
  return [`$ script/huiyin ${typed}`, ...printed].join('\n')
}

function coverageTable({ regulations }: Library, lang: Lang): string {
  // A text that rules several kinds of matters is one row.
  const texts = [...regulations.values()]
    .flat()
    .filter(({ id, clauses }) => !Object.values(clauses).some((each) => each.carriedBy === id))
  const rows = texts.map(({ id, version, title, clauses }) => {
    const statuses = Object.values(clauses).map(({ status }) => status)
    const count = (status: ClauseStatus) => String(statuses.filter((each) => each === status).length)
    const counts = [String(statuses.length), count('executed'), count('form'), count('judgement'), count('not-covered')]
    return [`${title[lang]} \`${id}/${version}\``, ...counts]
  })
  return table(columns[lang], rows)
}
