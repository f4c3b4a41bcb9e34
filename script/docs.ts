// Writes the pages that are made from the regulations, and the made parts of others: `npx tsx script/docs.ts`.
// test/docs.test.ts fails when one of them is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLibrary } from '../src/load/index.js'
import { readingsPage } from './docs-readings.js'
import { readmePage } from './docs-readme.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const readmes = { 'README.md': 'en', 'README.zh-CN.md': 'zh' } as const

/** Each page by its path, as it should be. */
export async function madePages(): Promise<ReadonlyMap<string, string>> {
  const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
  const pages = new Map([['docs/readings.md', readingsPage(library)]])
  for (const [path, lang] of Object.entries(readmes)) {
    pages.set(path, await readmePage(readFileSync(join(root, path), 'utf8'), { root, library, lang }))
  }
  return pages
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await madePages()) writeFileSync(join(root, path), text)
}
