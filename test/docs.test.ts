import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { madePages } from '../script/docs.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Every page that is ours, by its path from the root. */
const pages = (): readonly string[] => [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

it('pages made from the regulations say what the regulations say (npx tsx script/docs.ts)', async () => {
  const made = await madePages()
  expect(made.size).toBe(3)
  for (const [path, text] of made) expect(textOf(path), path).toBe(text)
})

it('every package we depend on, with its version, stands in a decision record', () => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(textOf('package.json'))
  const records = readdirSync(join(root, 'docs/decisions')).map((name) => textOf(`docs/decisions/${name}`))
  const rows = records.flatMap((text) => text.split('\n').filter((line) => line.startsWith('| `')))
  const wanted = Object.entries<string>({ ...dependencies, ...optionalDependencies, ...devDependencies })
  // A package under another name is written `npm:NAME@VERSION`.
  const stands = ([name, version]: [string, string]) =>
    rows.some((row) => row.includes(`\`${name}\``) && row.includes(version.slice(version.lastIndexOf('@') + 1)))
  const missing = wanted.filter((each) => !stands(each))
  expect(missing).toEqual([])
})

it('every link from one page to another file leads somewhere', () => {
  const broken = pages().flatMap((page) =>
    [...textOf(page).matchAll(/(?<!!\[[^\]]*)\]\(([^)#:]+)(?:#[^)]*)?\)/g)]
      .map(([, link]) => join(page, '..', link ?? ''))
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${page}: ${path}`),
  )
  expect(broken).toEqual([])
})

it('the list of decisions names each record once, in order, and nothing stands between its rows', () => {
  const records = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name))
  const list = textOf('docs/decisions/README.md').trimEnd().split('\n')
  const rows = list.slice(list.findIndex((line) => line.startsWith('| ---')) + 1)
  const named = rows.map((line) => /^\| \[(\d{4})\]\((\d{4}-[a-z0-9-]+\.md)\) \| .+ \|$/.exec(line))
  expect(rows.filter((_, at) => named[at]?.[2]?.slice(0, 4) !== named[at]?.[1])).toEqual([])
  expect(named.map((each) => each?.[2])).toEqual(records.toSorted())
})

/** Code that a page names, `src/core/rules/limit.ts` or, below a room of it, `app/gate.ts`; what a stranger adds is written with SUBJECT, x or *. */
const namedCode =
  /`((?:(?:src|test|bench|script)\/)?(?:core|contract|load|store|app|http|cli|web|main|[a-z-]+)\/[a-z0-9/.-]+\.(?:tsx?|mjs|sh))`/g

it.each(['CONTRIBUTING.md', 'docs/architecture.md', 'docs/regulation-format.md', 'docs/operations.md'])(
  'every file of code that %s names is there',
  (page) => {
    const named = [...textOf(page).matchAll(namedCode)]
      .map(([, path = '']) => path)
      .filter((path) => !/(^|\/)x[/.-]|SUBJECT/.test(path))
    expect(named.filter((path) => ![path, `src/${path}`].some((each) => existsSync(join(root, each))))).toEqual([])
  },
)

/** `file` “words of its title”, as the threat model names what would fail. */
const proof = /`([^`]+)` “([^”]+)”/g

it('every threat names the tests and examples that show how it is met, and they are there; or says that none does', () => {
  const rows = textOf('docs/threat-model.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| threat |'))
    .map((line) => line.slice(1, -1).split('|'))
  expect(rows.length).toBeGreaterThan(35)
  expect(rows.filter((cells) => cells.length !== 4)).toEqual([])
  const shown = rows.map(([threat = '', , by = '']) => ({ threat, by, named: [...by.matchAll(proof)] }))
  expect(shown.filter(({ by, named }) => named.length === 0 && by.trim() !== 'not shown').map(({ threat }) => threat)).toEqual([])
  const named = shown.flatMap((each) => each.named)
  expect(
    named
      .filter(([, file = '', title = '']) => !existsSync(join(root, file)) || !textOf(file).includes(title))
      .map(([all]) => all),
  ).toEqual([])
})
