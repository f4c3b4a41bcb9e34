import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Found = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/** No violation that axe-core knows of on the page as it stands. Run through the debugger: the page's own policy allows no script of ours. */
export async function expectAccessible(page: Page, without: readonly string[] = []): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const found = await page.evaluate(async (rules) => {
    type Axe = { run(options: { rules: object }): Promise<{ violations: Found[] }> }
    const { axe } = window as unknown as { axe: Axe }
    return (await axe.run({ rules: Object.fromEntries(rules.map((id) => [id, { enabled: false }])) })).violations
  }, without)
  const told = found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
  expect(told, page.url()).toEqual([])
}
