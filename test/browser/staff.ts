import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { demoPassword } from './demo.js'

/** Goes into a room that stands behind the rest of the bar. */
export async function seldomRoom(page: Page, name: string): Promise<void> {
  await page.locator('.more-rooms > summary').click()
  await page.locator('.more-rooms').getByRole('link', { name, exact: true }).click()
}

/** A way to fill in one field of the form of an act. */
export type Fill = (form: Locator) => Promise<void>

export const text =
  (field: string, value: string): Fill =>
  (form) =>
    form.locator(`#field-${field}`).fill(value)

export const radio =
  (field: string, option: string): Fill =>
  (form) =>
    form.locator(`#field-${field}`).getByText(option, { exact: true }).click()

export const yes = (field: string): Fill => radio(field, '是')

export const ticks =
  (field: string, name: string, options: readonly string[]): Fill =>
  async (form) => {
    const group = form.locator('fieldset', { has: form.page().locator('legend', { hasText: name }) })
    for (const option of options) await group.getByText(option, { exact: true }).click()
    await expect(group.locator('input:checked'), field).toHaveCount(options.length)
  }

/** Chooses in a list by typing and Enter, as from the keyboard. */
export const list =
  (field: string, option: string): Fill =>
  async (form) => {
    await form.locator(`input#field-${field}`).click()
    await form.page().keyboard.type(option)
    await form.page().keyboard.press('Enter')
  }

type Who = { readonly government: string; readonly login: string }

/** Signs somebody in, each with a browser of their own; by the interface: the form has tests of its own. */
export async function staff(browser: Browser, origin: string, who: Who, viewport = { width: 1366, height: 768 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  const data = { government: who.government, login: who.login, password: demoPassword }
  const answer = await page.context().request.post(`${origin}/api/session`, { data, headers: { origin } })
  expect(answer.ok(), await answer.text()).toBe(true)
  await page.goto(`${origin}/workbench/`)
  await expect(page.locator('h1')).toHaveText(/我的待办|待批办|审计日志/)
  return page
}

/** Finds a matter among all that the person sees. */
export async function openMatter(page: Page, origin: string, title: string): Promise<void> {
  await page.goto(`${origin}/workbench/matters?q=${encodeURIComponent(title)}`)
  await page.locator('[data-row]', { hasText: title }).first().click()
  await expect(page.locator('.matter-title h1')).toHaveText(title)
}

/** The button of an act on the page of a matter, wherever it stands: the one that is due, beside it, behind "more", or not called for. */
export async function actButton(page: Page, name: string): Promise<Locator> {
  await page.locator('.acts').waitFor()
  const called = (text: RegExp) =>
    page.locator('.act-primary, .act-button', { has: page.locator('.act-name', { hasText: text }) })
  const exact = called(new RegExp(`^${name}$`)).first()
  const button = (await exact.count()) > 0 ? exact : called(new RegExp(`^${name}`)).first()
  if ((await button.count()) === 0) {
    await page.locator('.closed-acts > summary').click()
    return page.locator('.closed-acts .quiet', { hasText: name }).first()
  }
  const more = page.locator('.more-acts:not([open]) > summary')
  if (!(await button.isVisible()) && (await more.count()) > 0) await more.click()
  return button
}

/** Opens what a form has folded, unless what was chosen opened it just now. */
export async function unfold(form: Locator): Promise<void> {
  await form.locator('.more-fields:not([open]) > summary').evaluateAll((all) => {
    for (const each of all) if (each instanceof HTMLElement) each.click()
  })
}

/** Does an act: its button, its form, its confirmation, and the word that it was recorded. */
export async function act(page: Page, name: string, ...fills: readonly Fill[]): Promise<void> {
  await page.reload()
  await (await actButton(page, name)).click()
  const form = page.locator('.act-form')
  await expect(form.locator('h2')).toContainText(name)
  await unfold(form)
  for (const fill of fills) await fill(form)
  await form.locator('button[type=submit]').click()
  await expect(page.locator('.done')).toContainText(name)
}
