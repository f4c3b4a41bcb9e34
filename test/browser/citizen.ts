import { type Browser, expect, type Locator, type Page } from '@playwright/test'

export type Receipt = { readonly number: string; readonly code: string }

/** Somebody at a browser that runs no scripts. */
export async function citizen(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  return context.newPage()
}

type Letter = {
  readonly title: string
  readonly body: string
  readonly picks?: Readonly<Record<string, string>>
  readonly phone?: string
}

const onward = (page: Page): Locator => page.getByRole('button', { name: /^(下一步|Next)/ })
/** Whether the form asks one group after another, and more are to come. */
export const goesOn = (page: Page): Promise<boolean> => onward(page).isVisible()

/** On to the next group, or to what is wrong in this one. */
export async function goOn(page: Page): Promise<void> {
  await onward(page).click()
  await expect(page.locator('.errors:focus, [data-step] h2:focus')).toHaveCount(1)
}

/** On a telephone the form asks one group after another: goes on until this is shown; from the last, back to the first. */
export async function stepTo(page: Page, wanted: Locator): Promise<Locator> {
  const back = page.getByRole('button', { name: /^(上一步|Back)/ })
  for (let step = 0; step < 12 && !(await wanted.isVisible()); step += 1) {
    const fold = page.locator('.folded-fields:not([open]):visible', { has: wanted })
    if ((await fold.count()) > 0) {
      await fold.locator('summary').click()
      continue
    }
    if (await goesOn(page)) await goOn(page)
    else while (await back.isVisible()) await back.click()
  }
  return wanted
}

/** Writes in and keeps number and code. */
export async function submit(page: Page, portal: string, letter: Letter): Promise<Receipt> {
  await page.goto(`${portal}/notice`)
  await page.locator('[name=read]').check()
  await page.locator('main form button[type=submit]').click()
  await page.locator('[name="f.title"]').fill(letter.title)
  await page.locator('[name="f.body"]').fill(letter.body)
  for (const [field, option] of Object.entries(letter.picks ?? {}))
    await (await stepTo(page, page.locator(`[name="f.${field}"][value="${option}"]`))).check()
  if (letter.phone !== undefined) await (await stepTo(page, page.locator('[name="f.phone"]'))).fill(letter.phone)
  // A form that is sent faster than anybody reads it is taken for a machine's.
  await page.waitForTimeout(2100)
  await (await stepTo(page, page.locator('form[data-once] button[type=submit]'))).click()
  const codes = page.locator('.done-codes dd')
  await expect(codes).toHaveCount(2)
  return { number: await codes.nth(0).innerText(), code: await codes.nth(1).innerText() }
}

/** Looks at their own matter. */
export async function track(page: Page, portal: string, { number, code }: Receipt): Promise<void> {
  await page.goto(`${portal}/track`)
  await page.locator('[name=number]').fill(number)
  await page.locator('[name=code]').fill(code)
  await page.locator('main form button[type=submit]').first().click()
  await expect(page.locator('main')).toContainText(number)
}

/** Does an act of their own: opens its form, chooses and sends. */
export async function citizenAct(page: Page, act: string, picks: Readonly<Record<string, string>>): Promise<void> {
  const form = page.locator(`form[action$="/acts/${act}"]`)
  await page.locator('details.act', { has: form }).locator('summary').first().click()
  for (const [field, option] of Object.entries(picks)) await form.locator(`[name="f.${field}"][value="${option}"]`).check()
  await form.locator('button[type=submit]').click()
}
