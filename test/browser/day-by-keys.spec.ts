import { type Browser, expect, type Page, test } from '@playwright/test'
import { citizen, submit } from './citizen.js'
import { city, ownDemo, region } from './demo.js'
import { act, type Fill, list, openMatter, staff, text } from './staff.js'

const demo = ownDemo()

type Language = 'zh' | 'en'
type Named = Readonly<Record<Language, string>>

/** What goes into one field: typed into it, found in its list, or the option in this place. */
type Given = { readonly field: string } & ({ readonly typed: string } | { readonly found: string } | { readonly option: number })
type Step = { readonly who: string; readonly act: Named; readonly given: readonly Given[] }
type Office = { readonly government: string; readonly picks: Readonly<Record<string, string>>; readonly steps: readonly Step[] }

const typed = (field: string, value: string): Given => ({ field, typed: value })

const longnan: Office = {
  government: city,
  picks: { category: 'complaint' },
  steps: [
    {
      who: 'office',
      act: { zh: '受理并转办', en: 'Accept and dispatch' },
      given: [{ field: 'assignments', found: '城市管理局' }],
    },
    {
      who: 'chengguan',
      act: { zh: '回复诉求人并提交办理情况', en: 'Reply' },
      given: [
        typed('handledAt', '本周三上午'),
        typed('handledBy', '路灯管理所'),
        typed('result', '三盏路灯已全部修复。'),
        typed('legalBasis', '市政设施管理的有关规定'),
        typed('requesterInformed', '已电话告知。'),
        typed('signOffNumber', 'OA办文第6号'),
        typed('signedBy', '分管负责人'),
        { field: 'secrecyChecked', option: 0 },
        typed('replyText', '您好，您反映的三盏路灯已全部修复，感谢监督。'),
      ],
    },
    { who: 'office2', act: { zh: '同意办结', en: 'Conclude' }, given: [] },
  ],
}

const xizang: Office = {
  government: region,
  picks: {},
  steps: [
    {
      who: 'ducha',
      act: { zh: '登记分类', en: 'Register' },
      given: [
        { field: 'category', option: 0 },
        { field: 'processClass', option: 0 },
      ],
    },
    {
      who: 'ducha',
      act: { zh: '转办', en: 'Dispatch' },
      given: [{ field: 'assignments', found: '交通运输厅' }, { field: 'principle', option: 0 }, typed('limit', '4')],
    },
    { who: 'jiaotongting', act: { zh: '领办', en: 'Claim' }, given: [{ field: 'publicity', option: 0 }] },
    {
      who: 'jiaotongting',
      act: { zh: '提供答复材料', en: 'Reply' },
      given: [typed('material', '已安排每日撒盐除冰，并加装防滑带。')],
    },
    { who: 'ducha2', act: { zh: '审定答复材料', en: 'Approve' }, given: [{ field: 'publicityDecided', option: 0 }] },
  ],
}

/** Presses a key until something is so; a page that is left behind by sixty presses cannot be used by keys. */
async function press(page: Page, key: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60 && !(await isSo()); presses += 1) await page.keyboard.press(key)
  expect(await isSo(), `${key} leads there`).toBe(true)
}

const isOn = (page: Page, selector: string) => (): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector)

/** What the thing that has the focus is called; nothing where that is none to be pressed: the page as a whole, or a heading, which may bear the name of the act below it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const on = document.activeElement
    if (on === null || !on.matches('a, button')) return ''
    // An act of a share names its unit behind its own name.
    const name = on.querySelector('.act-name')
    return (name?.firstChild ?? on).textContent?.trim() ?? ''
  })

async function give(page: Page, given: Given): Promise<void> {
  await press(page, 'Tab', isOn(page, `.act-form #field-${given.field}`))
  if ('option' in given) {
    await page.keyboard.press('Space')
    for (let down = 0; down < given.option; down += 1) await page.keyboard.press('ArrowDown')
    await expect(page.locator(`#field-${given.field} input:checked`)).toHaveCount(1)
  } else {
    await page.keyboard.insertText('found' in given ? given.found : given.typed)
    if ('found' in given) await page.keyboard.press('Enter')
  }
}

/** Choices that stand first are answered by number, one after another without Tab; answers what is left to give. */
async function byNumber(page: Page, given: readonly Given[]): Promise<readonly Given[]> {
  const [first, ...rest] = given
  if (first === undefined || !('option' in first)) return given
  await page.keyboard.press(String(first.option + 1))
  await expect(page.locator(`#field-${first.field} input:checked`)).toHaveCount(1)
  return byNumber(page, rest)
}

/** Walks the list to the letter, does the act and confirms it, without a mouse. */
async function byKeys(page: Page, title: string, step: Step, language: Language): Promise<void> {
  await page.goto(`${demo.origin}/workbench/matters?q=${encodeURIComponent(title)}`)
  await page.locator('[data-row]', { hasText: title }).first().waitFor()
  await press(page, 'j', async () => (await focused(page)).includes(title))
  await page.keyboard.press('Enter')
  await page.locator('.acts').waitFor()
  await press(page, 'a', isOn(page, '#acts-title'))
  const name = step.act[language]
  const opensMore = isOn(page, '.more-acts:not([open]) > summary')
  await press(page, 'Tab', async () => {
    if (await opensMore()) await page.keyboard.press('Enter')
    return (await focused(page)) === name
  })
  await page.keyboard.press('Enter')
  // Read from its head, or written where there is a text to write.
  await expect(page.locator('.act-form').locator('h2:focus, textarea:focus')).toHaveCount(1)
  for (const given of await byNumber(page, step.given)) await give(page, given)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.done')).toContainText(name)
}

const fillOf = (given: Given): Fill => {
  if ('found' in given) return list(given.field, given.found)
  if ('typed' in given) return text(given.field, given.typed)
  return async (form) => void (await form.locator(`#field-${given.field} label`).nth(given.option).click())
}

async function byMouse(page: Page, title: string, step: Step, language: Language): Promise<void> {
  await openMatter(page, demo.origin, title)
  await act(page, step.act[language], ...step.given.map(fillOf))
}

async function signedIn(browser: Browser, government: string, login: string, language: Language): Promise<Page> {
  const page = await staff(browser, demo.origin, { government, login })
  if (language === 'zh') return page
  await press(page, 'Tab', isOn(page, '.person'))
  await press(page, 'ArrowRight', async () => (await focused(page)) === 'English')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  return page
}

// By mouse both offices are played through in another file, to their end; here one in English besides.
for (const [office, hand, language, does] of [
  [longnan, 'keys', 'zh', byKeys],
  [longnan, 'keys', 'en', byKeys],
  [longnan, 'mouse', 'en', byMouse],
  [xizang, 'keys', 'zh', byKeys],
  [xizang, 'keys', 'en', byKeys],
] as const)
  test(`${office.government}: a letter goes from desk to desk by ${hand} alone, in ${language}`, async ({ browser }) => {
    const title = `路口的路灯三天不亮 ${Date.now()}`
    const body = '人民路与解放路交叉口，九月二十六日晚起三盏路灯不亮，请尽快修好。'
    await submit(await citizen(browser), `${demo.origin}/${office.government}`, {
      title,
      body,
      picks: office.picks,
      phone: '13800000000',
    })
    const desks = new Map<string, Page>()
    for (const step of office.steps) {
      const page = desks.get(step.who) ?? (await signedIn(browser, office.government, step.who, language))
      desks.set(step.who, page)
      await does(page, title, step, language)
    }
  })
