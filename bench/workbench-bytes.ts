import { assetsIn, type Browser, bytesOf, gzipBytesOf } from './browse.js'

/** What a browser loads before the workbench shows its first screen: the page, its styles, and every script they import in turn. */
export async function workbenchBytes(browser: Browser): Promise<{ files: number; plain: number; zipped: number }> {
  const page = await browser.get('/workbench/')
  if (page.status !== 200) throw new Error(`/workbench/: ${page.status}`)
  const texts = [page.html]
  const seen = new Set(assetsIn(page))
  for (const path of seen) {
    const { status, html } = await browser.get(path)
    if (status !== 200) throw new Error(`${path}: ${status}`)
    texts.push(html)
    if (path.endsWith('.js')) for (const found of importsIn(html)) seen.add(new URL(found, `http://host${path}`).pathname)
  }
  const sum = (of: (text: string) => number) => texts.reduce((all, text) => all + of(text), 0)
  return { files: texts.length, plain: sum(bytesOf), zipped: sum(gzipBytesOf) }
}

/** `import … from "./x.js"` and `import "./x.js"`, not what `import(…)` fetches later. */
const importsIn = (script: string): readonly string[] =>
  [...script.matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)].map((found) => found[1] ?? '')
