import { expect, type Page, test } from '@playwright/test'
import { axeFindings } from './axe.js'
import { ownDemo } from './demo.js'
import { expectNoSidewaysScroll, fillNeeded, letter, openForm, send, sendEmpty, writeIn } from './portal-pages.js'

const demo = ownDemo()
/** First pages of the demonstration offices. */
let homes: readonly string[]

test.beforeAll(async ({ request }) => {
  const listed = await (await request.get(`${demo.origin}/?lang=zh`)).text()
  homes = [...listed.matchAll(/class="card" href="([^"]+)"/g)].map((found) => `${demo.origin}${found[1]}`)
  expect(homes.length).toBeGreaterThan(1)
})

const widths = [
  ['a phone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 900 }],
] as const

for (const lang of ['zh', 'en']) {
  test(`the first page tells the latest answers below its figures, in ${lang}`, async ({ page }) => {
    for (const home of homes)
      for (const [, viewport] of widths) {
        await page.setViewportSize(viewport)
        await page.goto(`${home}?lang=${lang}`)
        const [figures, answers] = [
          await page.locator('.home-numbers').boundingBox(),
          await page.locator('.home-latest').boundingBox(),
        ]
        expect(await page.locator('.home-latest .rows li').count()).toBeGreaterThan(0)
        expect(answers?.x).toBe(figures?.x)
        expect((answers?.y ?? 0) - (figures?.y ?? 0) - (figures?.height ?? 0)).toBeLessThan(80)
        const published = await page.locator('.home-numbers dd').last().innerText()
        await page.goto(`${home}answers`)
        const listed = new RegExp(`共${Number.parseInt(published, 10)}件|\\D${Number.parseInt(published, 10)} in all`)
        await expect(page.locator('main')).toContainText(listed)
        await expectNoSidewaysScroll(page)
      }
  })
}

for (const [where, viewport] of widths) {
  test.describe(`without scripts, on ${where}`, () => {
    test.use({ javaScriptEnabled: false, viewport })

    test('writes in, notes number and code, and sees what happens next', async ({ page }) => {
      for (const home of homes) {
        const { number } = await writeIn(page, home)
        expect(number).toMatch(/^\d{10}$/)
        await page.locator('.actions form button').click()
        await expect(page).toHaveURL(`${home}track/${number}`)
        await expect(page.locator('h1')).toHaveText(letter.title)
        await expect(page.locator('.progress [aria-current=step]')).toHaveCount(1)
        await expect(page.locator('.next').first()).toBeVisible()
        await expect(page.locator('.timeline li').first()).toBeVisible()
        await expectNoSidewaysScroll(page)
      }
    })

    test('is told what is missing, field by field, and loses nothing', async ({ page }) => {
      await openForm(page, homes[0] ?? '')
      const long = '长'.repeat(6_000)
      await page.locator('[name="f.body"]').fill(long)
      await send(page)
      await expect(page).toHaveTitle(/^错误：/)
      const errors = page.locator('.errors a')
      await expect(errors.first()).toBeVisible()
      for (const error of await errors.all()) await expect(page.locator((await error.getAttribute('href')) ?? '')).toBeVisible()
      await expect(page.locator('[name="f.body"]')).toHaveValue(long)
    })

    test('does not come in with a wrong code, and comes in with the right one', async ({ page }) => {
      const home = homes[0] ?? ''
      const { number, code } = await writeIn(page, home)
      await page.context().clearCookies()
      await page.goto(`${home}track/${number}`)
      await expect(page.locator('h1')).toHaveText('进度查询')
      await page.locator('#code').fill('WWWWWW')
      await page.locator('main form button').click()
      await expect(page.locator('.errors')).toContainText('编号或查询码不对')
      await page.locator('#code').fill(code.toLowerCase())
      await page.locator('main form button').click()
      await expect(page.locator('h1')).toHaveText(letter.title)
      expect(page.url()).not.toContain(code)
      await page.getByRole('button', { name: '退出查询' }).click()
      await page.goto(`${home}track/${number}`)
      await expect(page.locator('h1')).toHaveText('进度查询')
    })

    test('the same form sent twice makes one matter', async ({ page }) => {
      const home = homes[0] ?? ''
      await openForm(page, home)
      await fillNeeded(page)
      const form = await page
        .locator('main form')
        .evaluate((each: HTMLFormElement) =>
          [...new FormData(each).entries()].map(([name, value]) => [name, String(value)] as const),
        )
      const multipart = Object.fromEntries(form.filter(([, value]) => value !== '[object File]'))
      const first = await (await page.request.post(`${home}write`, { multipart })).text()
      const second = await (await page.request.post(`${home}write`, { multipart })).text()
      const numberIn = (html: string) => /<dd>(\d{10})<\/dd>/.exec(html)?.[1]
      expect(numberIn(first)).toMatch(/^\d{10}$/)
      expect(numberIn(second)).toBe(numberIn(first))
    })

    test('sends a picture along, and is told why another file cannot be sent', async ({ page }) => {
      const home = homes.find((each) => each.includes('shili')) ?? homes[0] ?? ''
      await openForm(page, home)
      await fillNeeded(page)
      const picker = page.locator('input[type=file]')
      await picker.setInputFiles([
        { name: '现场.png', mimeType: 'image/png', buffer: picture },
        { name: '程序.exe', mimeType: 'image/png', buffer: Buffer.from('MZ not a picture') },
      ])
      await send(page)
      await expect(page.locator('.errors')).toContainText('“程序.exe”不能上传')
      await expect(page.locator('.field-wrong')).toContainText('现场')
      await send(page)
      await expect(page.locator('.done-codes dd')).toHaveCount(2)
    })

    test('searches and reads what was published', async ({ page }) => {
      const home = homes[0] ?? ''
      await page.goto(`${home}answers`)
      const row = page.locator('.row-title').first()
      const title = await row.innerText()
      await page.locator('#words').fill(title.slice(0, 4))
      await page.locator('search button').click()
      await page.locator('.row-title', { hasText: title }).first().click()
      await expect(page.locator('h1')).toHaveText(title)
      await expect(page.locator('.answer')).toBeVisible()
      await expectNoSidewaysScroll(page)
    })

    test('keeps large type and language from page to page', async ({ page }) => {
      const home = homes[0] ?? ''
      await page.goto(home)
      await page.getByRole('link', { name: '关怀版大字' }).click()
      await page.goto(`${home}track`)
      await expect(page.locator('html')).toHaveClass('large')
      await page.getByRole('link', { name: 'English' }).click()
      await expect(page.locator('h1')).toHaveText('Check progress')
      await page.goto(`${home}?lang=zh&large=0`)
    })
  })
}

/** One white dot. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

/** Every page, one after the other, as a reader comes to them. */
async function tour(page: Page, home: string, look: (name: string) => Promise<void>): Promise<void> {
  for (const path of ['', 'notice', 'notice?missed=1', 'rules', 'track', 'answers', 'nothing/here', 'done']) {
    await page.goto(`${home}${path}`)
    await look(path)
  }
  await openForm(page, home)
  await look('write')
  await sendEmpty(page)
  await look('write with errors')
  await fillNeeded(page)
  await send(page)
  await expect(page.locator('.done-codes dd')).toHaveCount(2)
  await look('done with the code')
  await page.locator('.actions form button').first().click()
  for (const closed of await page.locator('summary').all()) await closed.click()
  await look('track')
  await page.goto(`${home}answers`)
  await page.locator('.row-title').first().click()
  await look('one answer')
}

for (const [where, viewport] of widths) {
  test(`axe finds nothing on any page, on ${where}`, async ({ browser }) => {
    const found: string[] = []
    for (const home of homes) {
      const context = await browser.newContext({ viewport })
      const page = await context.newPage()
      await tour(page, home, async (name) => {
        for (const finding of await axeFindings(page)) found.push(`${home}${name}: ${finding}`)
      })
      await page.emulateMedia({ forcedColors: 'active' })
      await page.goto(home)
      for (const finding of await axeFindings(page)) found.push(`${home} in forced colours: ${finding}`)
      await context.close()
    }
    expect(found).toEqual([])
  })
}

test.describe('at 320 points, as with a zoom of 400 %', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

  for (const size of ['0', '1']) {
    test(`nothing is wider than the window, large type ${size}`, async ({ page }) => {
      const home = homes[0] ?? ''
      await page.goto(`${home}?large=${size}`)
      await tour(page, home, () => expectNoSidewaysScroll(page))
    })
  }
})

test.describe('with scripts', () => {
  test('leads keys to the content first, and shows where one is', async ({ page }) => {
    await page.goto(homes[0] ?? '')
    await page.keyboard.press('Tab')
    await expect(page.locator('.skip')).toBeFocused()
    await expect(page.locator('.skip')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.locator('#content')).toBeFocused()
  })

  test('counts what may still be written, and goes to the errors', async ({ page }) => {
    await openForm(page, homes[0] ?? '')
    await page.locator('[name="f.title"]').fill('长'.repeat(70))
    await expect(page.locator('.counter-over')).toContainText('已超出10个字')
    await send(page)
    await expect(page.locator('.errors')).toBeFocused()
  })

  test('a link that carries number and code behind # fills them in, and they go from the address', async ({ page }) => {
    const home = homes[0] ?? ''
    const { number, code } = await writeIn(page, home)
    await page.goto(`${home}track#${number}.${code}`)
    await expect(page.locator('#code')).toHaveValue(code)
    await expect(page).toHaveURL(`${home}track`)
    await page.locator('main form button').click()
    await expect(page).toHaveURL(`${home}track/${number}`)
    await expect(page.locator('h1')).toHaveText(letter.title)
  })

  test('runs nothing that the page did not bring along', async ({ page }) => {
    const refused: string[] = []
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
    page.on('pageerror', (error) => refused.push(String(error)))
    for (const path of ['', 'notice', 'rules', 'write?read=yes', 'track', 'answers']) await page.goto(`${homes[0]}${path}`)
    expect(refused).toEqual([])
  })
})

test('prints number and code without menus', async ({ page }) => {
  await writeIn(page, homes[0] ?? '')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.done-codes')).toBeVisible()
  await expect(page.locator('.menu')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.locator('main a.button, main form button').first().click()
  await expect(page.locator('.clauses > ul').first()).toBeHidden()
  // Nothing can be opened on paper: by which clause stands there.
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.clauses > ul').first()).toBeVisible()
})
