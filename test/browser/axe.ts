import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Found = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/** What axe-core finds wrong on the page as it stands, by rule and place. Run through the debugger: the page's own policy allows no script of ours. */
export async function axeFindings(page: Page, without: readonly string[] = []): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const found = await page.evaluate(async (rules) => {
    type Axe = { run(options: object): Promise<{ violations: Found[] }> }
    const { axe } = window as unknown as { axe: Axe }
    const options = { rules: Object.fromEntries(rules.map((id) => [id, { enabled: false }])) }
    // What is right need not be told of, nor how to find what is wrong again.
    const { violations } = await axe.run({ ...options, resultTypes: ['violations'], selectors: false })
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }))
  }, without)
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

/** No violation that axe-core knows of on the page as it stands. */
export async function expectAccessible(page: Page, without: readonly string[] = []): Promise<void> {
  expect(await axeFindings(page, without), page.url()).toEqual([])
}
