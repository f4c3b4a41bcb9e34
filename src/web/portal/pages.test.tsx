/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { expect, it } from 'vitest'
import type { FieldProblemView, TrackView } from '../../contract/index.js'
import { emptyForm } from './form-state.js'
import {
  AnswerPage,
  AnswersPage,
  DonePage,
  ErrorPage,
  GovernmentsPage,
  HomePage,
  NoticePage,
  RulesPage,
  TrackFormPage,
  TrackPage,
  toHtml,
  WritePage,
} from './index.js'
import { at, context, fullestTrack, government, publicMatter, shownStates, trackIn } from './portal.fixtures.js'
import { type RuleLine, rulePages } from './rules-page.js'

const guards = { key: 'key-of-this-form', opened: 'sealed' }
const submitted = { number: '1000004217', code: 'K7MQ2X', track: '', receivedAt: at('2025-09-29 09:12') }
const rules = [
  {
    id: '1',
    shown: { zh: '第一条', en: 'Article 1' },
    zh: '我们的话',
    en: 'Our words',
    status: 'executed',
    why: '',
    rules: [{ name: '答复', says: ['承办单位应在5个工作日内完成'] }],
  },
]
const query = { words: '', category: '', after: '' }
const list = { rows: [publicMatter('1000004217')], next: 'key', total: 21, isTotalCapped: false }

const pages: Readonly<Record<string, VNode>> = {
  governments: (
    <GovernmentsPage context={{ ...context, government: null }} governments={[government, { ...government, id: 'other' }]} />
  ),
  home: <HomePage context={context} government={government} answers={[publicMatter('1000004217')]} />,
  notice: <NoticePage context={context} government={government} isMissed />,
  rules: <RulesPage context={context} government={government} rules={rules} />,
  write: <WritePage context={context} government={government} state={emptyForm} guards={guards} />,
  done: <DonePage context={context} government={government} submitted={submitted} />,
  gone: <DonePage context={context} government={government} submitted={null} />,
  trackForm: <TrackFormPage context={context} government={government} number="" sentence="编号或查询码不对" />,
  answers: <AnswersPage context={context} government={government} page={list} query={query} />,
  answer: <AnswerPage context={context} government={government} matter={publicMatter('1000004217')} />,
  error: (
    <ErrorPage context={context} problem={{ type: '', title: '', status: 429, detail: '', code: '', retryAfterSeconds: 90 }} />
  ),
  fullest: <TrackPage context={context} government={government} track={fullestTrack} />,
  ...Object.fromEntries(
    shownStates.map((state) => [
      state,
      <TrackPage key={state} context={context} government={government} track={trackIn(state)} />,
    ]),
  ),
}

it.each(Object.keys(pages))('%s is a whole page with one main and one first heading', (name) => {
  const html = toHtml(pages[name] as VNode)
  expect(html).toMatch(/^<!doctype html><html lang="zh-CN">/)
  expect(html.match(/<main/g)).toHaveLength(1)
  expect(html.match(/<h1/g)).toHaveLength(1)
})

it.each(Object.keys(pages))('%s has no style or script of its own, and no id twice', (name) => {
  const html = toHtml(pages[name] as VNode)
  expect(html).not.toMatch(/ style=|<style| on[a-z]+=|<script>|javascript:/)
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1])
  expect(ids).toEqual([...new Set(ids)])
})

it.each(Object.keys(pages))('%s labels every control', (name) => {
  const html = toHtml(pages[name] as VNode)
  const controls = [...html.matchAll(/<(?:input|textarea|select)[^>]*>/g)].map(([tag]) => tag)
  const visible = controls.filter((tag) => !/type="(hidden|radio|checkbox)"/.test(tag))
  for (const tag of visible) expect(html).toContain(`<label for="${/ id="([^"]+)"/.exec(tag)?.[1]}"`)
})

it('says in the text’s own words when something is to be done for which there is no day', () => {
  const [first] = trackIn('handling').next
  if (first === undefined) throw new Error('nothing is owed')
  const track = { ...trackIn('handling'), next: [{ ...first, dueAt: null, discretion: '及时' }] }
  expect(toHtml(<TrackPage context={context} government={government} track={track} />)).toContain('<dt>时限</dt><dd>及时</dd>')
})

it('says of a day that is kept as a rule that it is', () => {
  const [first] = trackIn('handling').next
  if (first === undefined) throw new Error('nothing is owed')
  const track = { ...trackIn('handling'), next: [{ ...first, isSoft: true }] }
  const html = toHtml(<TrackPage context={context} government={government} track={track} />)
  expect(html).toContain('原则上还有2个工作日')
})

it('says what happens next: who, by when, how far', () => {
  const html = toHtml(pages.handling as VNode)
  expect(html).toContain('城市管理局')
  expect(html).toContain('2025年10月13日 24:00')
  expect(html).toContain('第3个工作日，共5个 · 还有2个工作日')
  expect(html).toContain('已逾期3个工作日')
})

it('lays out the days of as many duties as a slow line takes; of the others in words, and day by day when asked', () => {
  const [one] = fullestTrack.next
  if (one === undefined) throw new Error('no duty')
  const next = Array.from({ length: 12 }, (_, at) => ({ ...one, name: `第${at}项义务` }))
  const track = { ...fullestTrack, next }
  for (const days of [0, 12]) {
    const html = toHtml(<TrackPage context={context} government={government} track={track} days={days} />)
    const articles = [...html.matchAll(/<article class="next.*?<\/article>/gs)].map(([text]) => text)
    const laidOut = articles.map((text) => text.includes('<ol class="strip-days'))
    expect(laidOut).toHaveLength(12)
    expect(laidOut[days === 0 ? 0 : 11]).toBe(true)
    expect(laidOut.filter((each) => each).length).toBeLessThan(4)
    for (const [at, text] of articles.entries()) {
      expect(text).toContain('<details class="strip-why">')
      expect(text.includes(`href="?days=${at + 1}#duty-${at + 1}"`)).toBe(laidOut[at] === false)
    }
    expect(html).toContain('id="duty-12"')
    expect(Buffer.byteLength(html)).toBeLessThan(42_000)
  }
})

it.each([
  ['name', ' type="text" autocomplete="name"'],
  ['telephone', ' type="tel" inputMode="tel" autocomplete="tel"'],
  ['address', ' type="text" autocomplete="street-address"'],
  ['email', ' type="email" inputMode="email" autocomplete="email"'],
  [undefined, ' type="text" autocomplete="off"'],
] as const)('a text that is a %s is filled in by that', (content, attributes) => {
  const [first] = government.form.filter(({ type }) => type === 'text')
  if (first === undefined) throw new Error('no text')
  const form = [{ ...first, ...(content === undefined ? {} : { content }) }]
  const html = toHtml(<WritePage context={context} government={{ ...government, form }} state={emptyForm} guards={guards} />)
  expect(html.toLowerCase()).toContain(attributes.toLowerCase())
})

it('folds what only some have to add, names it, and opens it where something of it is filled in', () => {
  const folded = (typed: Readonly<Record<string, readonly string[]>>) => {
    const html = toHtml(<WritePage context={context} government={government} state={{ ...emptyForm, typed }} guards={guards} />)
    return html.slice(html.indexOf('<details class="folded-fields"'), html.indexOf('</details>'))
  }
  expect(folded({})).toContain('<summary>还可以写：发生日期、涉及人数、')
  expect(folded({})).not.toContain(' open')
  expect(folded({})).not.toMatch(/name="f.(title|files|phone)"/)
  expect(folded({ people: ['12'] })).toContain('<details class="folded-fields" open')
})

it('marks the state of now for a screen reader', () => {
  expect(toHtml(pages.handling as VNode)).toContain('<li class="progress-now" aria-current="step"><b>办理中</b>')
})

it('shows what can be done now and what opens at a known moment; nothing that is closed for good or for other reasons', () => {
  const [supplement, rate] = [...trackIn('handling').acts]
  const refusal = {
    code: 'too-early',
    sentence: '答复后才能评价。',
    clauses: [],
    missing: [],
    until: at('2025-10-20 00:00'),
    because: [],
  }
  const later = { ...trackIn('handling'), acts: [supplement, { ...rate, refusal }] as TrackView['acts'] }
  const html = toHtml(pages.handling as VNode)
  expect(html).toContain('acts/supplement')
  expect(html).not.toContain('这一环节不能“评价”')
  const laterHtml = toHtml(<TrackPage context={context} government={government} track={later} />)
  expect(laterHtml).toContain('答复后才能评价。')
  expect(laterHtml).not.toContain('acts/rate')
})

it('of a duty that is halted before it has a day, says that it is halted, and nothing of days', () => {
  const [one] = fullestTrack.next
  if (one === undefined) throw new Error('nothing is next')
  const halted = { ...one, status: 'paused' as const, dueAt: null }
  const html = toHtml(<TrackPage context={context} government={government} track={{ ...fullestTrack, next: [halted] }} />)
  expect(html.match(/(中止|暂停)计时/g)).toHaveLength(1)
  expect(html).not.toContain('最晚')
  expect(html).not.toContain('还没有确定的日期')
})

it('what can only not be done stands under no words that it may', () => {
  const acts = fullestTrack.acts.flatMap((act) =>
    act.refusal === null ? [] : [{ ...act, refusal: { ...act.refusal, code: 'limit-reached' as const } }],
  )
  const html = toHtml(<TrackPage context={context} government={government} track={{ ...fullestTrack, acts }} />)
  expect(html).toContain('现在不能做的')
  expect(html).not.toContain('您现在可以')
})

it('says why the act that was just sent is refused by now', () => {
  const state = { act: 'rate', unit: null, item: null, form: { ...emptyForm, sentences: ['这一环节不能“评价”。'] } }
  const html = toHtml(<TrackPage context={context} government={government} track={trackIn('handling')} state={state} />)
  expect(html).toContain('缺少：办理结果')
})

it('says by which clause what was done as often as it may be cannot be done again', () => {
  const [supplement, rate] = [...trackIn('handling').acts]
  const refusal = { code: 'limit-reached', sentence: '已经要求过两次。', clauses: [], missing: [], until: null, because: [] }
  const used = { ...trackIn('handling'), acts: [supplement, { ...rate, refusal }] as TrackView['acts'] }
  const html = toHtml(<TrackPage context={context} government={government} track={used} />)
  expect(html).toContain('已经要求过两次。')
  expect(html).not.toContain('acts/rate')
})

it('does not tell of what was rated that it cannot be rated again, and names the text that the matter runs under', () => {
  const refusal = { code: 'limit-reached', sentence: '已经评价过。', clauses: [], missing: [], until: null, because: [] }
  const [supplement, rate] = [...trackIn('handling').acts]
  const rated = { ...trackIn('handling'), acts: [supplement, { ...rate, refusal }] as TrackView['acts'] }
  const rating = { name: '满意', at: { iso: '2025-10-12T09:30:00+08:00', shown: '2025-10-12 09:30' }, act: rate?.act ?? '' }
  const other = { ...rated.regulation, title: '另一个办法' }
  const html = toHtml(<TrackPage context={context} government={government} track={{ ...rated, rating, regulation: other }} />)
  expect(html).toContain('您的评价')
  expect(html).not.toContain('已经评价过。')
  expect(html.slice(html.indexOf('<footer'))).toContain('另一个办法')
})

it('shows what was rated', () => {
  expect(toHtml(pages.rated as VNode)).toMatch(/您的评价<\/h2><p><b>满意<\/b>/)
  expect(toHtml(pages.answered as VNode)).not.toContain('您的评价')
})

it('shows the latest public answers on the first page, and none where there are none', () => {
  expect(toHtml(pages.home as VNode)).toContain('/answers/1000004217')
  expect(toHtml(<HomePage context={context} government={government} answers={[]} />)).not.toContain('最近公开的答复')
})

it('a figure that was counted no further says that there are more', () => {
  const html = toHtml(pages.home as VNode)
  expect(html).toContain('<dd>4,027+<small>')
  expect(html).toContain('<dd>12,310<small>')
})

it('clauses of whatever length lie on pages of about one weight, each once and in their order', () => {
  const long = Array.from({ length: 90 }, (_, index) => ({
    ...(rules[0] as RuleLine),
    id: String(index),
    rules: [{ name: '答复', says: Array.from({ length: (index * 7) % 40 }, (_each, at) => `第${at}项应在5个工作日内完成`) }],
  }))
  const paged = rulePages(long, 'zh')
  expect(paged.flat()).toEqual(long)
  expect(paged.length).toBeGreaterThan(1)
  for (const at of paged.keys()) {
    const html = toHtml(<RulesPage context={context} government={government} rules={long} at={at + 1} />)
    expect(Buffer.byteLength(html)).toBeLessThan(36_000)
  }
})

it('keeps what was typed, however long, and leads from the summary to the field', () => {
  const problem: FieldProblemView = { field: 'body', name: '内容', code: 'too-long', limit: 2000, sentence: '内容最多2000个字。' }
  const typed = { body: ['长'.repeat(2500)], mayPublish: ['no'], category: ['help'] }
  const html = toHtml(
    <WritePage context={context} government={government} state={{ ...emptyForm, typed, problems: [problem] }} guards={guards} />,
  )
  expect(html).toContain('长'.repeat(2500))
  expect(html).toContain('<a href="#write-body">内容最多2000个字。</a>')
  expect(html).toContain('aria-describedby="write-body-hint write-body-error"')
  expect(html).toMatch(/value="no" checked/)
  expect(html).toMatch(/value="help" checked/)
  expect(html).toContain('<title>错误：我要留言')
})

it('asks for consent without choosing beforehand', () => {
  const html = toHtml(pages.write as VNode)
  expect(html).toContain('name="f.mayPublish" value="yes"')
  expect(html).not.toContain('checked')
})

it('does not let in when the regulation is not in force', () => {
  const html = toHtml(<NoticePage context={context} government={{ ...government, closed: '办法已于2024年12月31日失效。' }} />)
  expect(html).toContain('办法已于2024年12月31日失效。')
  expect(html).not.toContain('name="read"')
})

it('says how long to wait', () => {
  expect(toHtml(pages.error as VNode)).toContain('请2分钟后再试')
})

const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`
const poisoned = <T,>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (key, each) =>
      typeof each === 'string' && !['type', 'id', 'kind', 'status', 'role', 'ground', 'act'].includes(key) ? evil : each,
    ),
  )

it('escapes everything that comes from outside', () => {
  const bad = poisoned(government)
  const within = { ...context, government: bad, here: evil }
  const state = {
    ...emptyForm,
    typed: { title: [evil], body: [evil] },
    sentences: [evil],
    kept: { files: [{ name: evil, token: evil }] },
  }
  const made: Readonly<Record<string, VNode>> = {
    home: <HomePage context={within} government={bad} answers={[]} />,
    notice: <NoticePage context={within} government={{ ...bad, closed: null }} />,
    rules: <RulesPage context={within} government={bad} rules={poisoned(rules)} />,
    write: <WritePage context={within} government={bad} state={state} guards={{ key: evil, opened: evil }} />,
    done: <DonePage context={within} government={bad} submitted={poisoned(submitted)} />,
    trackForm: <TrackFormPage context={within} government={bad} number={evil} sentence={evil} />,
    track: (
      <TrackPage
        context={within}
        government={bad}
        track={poisoned(trackIn('answered'))}
        state={{ act: 'supplement', unit: null, item: null, form: state }}
      />
    ),
    answers: (
      <AnswersPage context={within} government={bad} page={poisoned(list)} query={{ words: evil, category: evil, after: evil }} />
    ),
    answer: <AnswerPage context={within} government={bad} matter={poisoned(publicMatter('1'))} />,
    error: <ErrorPage context={within} problem={{ type: '', title: evil, status: 422, detail: evil, code: '' }} />,
  }
  for (const page of Object.values(made)) {
    const html = toHtml(page)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;script')
  }
})

it('speaks English when asked, and shows large type when asked', () => {
  const html = toHtml(<HomePage context={{ ...context, lang: 'en', isLarge: true }} government={government} answers={[]} />)
  expect(html).toContain('<html lang="en" class="large">')
  expect(html).toContain('Write to us')
  expect(html).toContain('/yunhe/?large=0')
})

it('where nothing is anybody’s outside, the first page has no way in, no progress, no answers and no figures', () => {
  const inward = { ...government, hasDoor: false, isOutward: false }
  const html = toHtml(<HomePage context={{ ...context, government: inward }} government={inward} answers={[]} />)
  expect(html).toContain('没有面向公众的入口')
  for (const place of ['notice', 'track', 'answers', 'figures']) expect(html).not.toContain(`/${government.id}/${place}"`)
  for (const word of ['12345', '公开答复', '进度查询', '查询码', '您写的']) expect(html).not.toContain(word)
})

it('tells on the page of a matter nothing twice: what stands above is not in the list of what was done', () => {
  const [first, ...rest] = fullestTrack.timeline
  const [answer] = trackIn('answered').answers
  if (first === undefined || answer === undefined) throw new Error('nothing was written or answered')
  const { title, letter, category } = fullestTrack
  const written = [title, letter, category?.name ?? '', '网站'].map((value, at) => ({ field: `f${at}`, name: `栏${at}`, value }))
  const answered = answer.stated.map((each) => ({ field: 'result', ...each }))
  const timeline = [{ ...first, stated: written }, ...rest.map((each) => ({ ...each, stated: answered }))].slice(0, 3)
  const track = { ...fullestTrack, timeline, answers: [answer] }
  const html = toHtml(<TrackPage context={context} government={government} track={track} />)
  expect(html.split(letter)).toHaveLength(2)
  expect(html.split(answer.stated[0]?.value ?? '')).toHaveLength(2)
  expect(html).toContain('网站')
  expect(toHtml(<TrackPage context={context} government={government} track={track} isHistory />)).toContain(letter)
})

it('without a script each form of an act has switches of its own, so that none loses what is typed in it', () => {
  const [supplement] = trackIn('handling').acts
  if (supplement === undefined) throw new Error('nothing can be done')
  const acts = [supplement, { ...supplement, act: 'askAgain' }]
  const html = toHtml(<TrackPage context={context} government={government} track={{ ...trackIn('handling'), acts }} />)
  const forms = [...html.matchAll(/<form id="(act-[^"]+)"/g)].map(([, id]) => id)
  expect(forms).toEqual(['act-supplement', 'act-askAgain'])
  for (const id of forms) expect(html, id).toContain(`<button type="submit" form="${id}" name="shown" value="lang=en"`)
})

it('tells whoever has to wait why, and calls nothing that they typed wrong', () => {
  const challenge = { challenge: 'x', salt: 's', signature: 'y', maxnumber: 9 }
  const page = toHtml(
    <TrackFormPage
      context={context}
      government={government}
      number="1"
      sentence="尝试次数过多。请在5秒后再试。"
      challenge={challenge}
    />,
  )
  expect(page).toContain('这一步没有办成')
  expect(page).not.toContain('aria-invalid')
  const wrong = toHtml(<TrackFormPage context={context} government={government} number="1" sentence="编号或查询码不对" />)
  expect(wrong).toContain('有1处需要修改')
  expect(wrong).toContain('aria-invalid')
})

it('offers what can be done right after the answer, before what happens next, and few stops of the Tab key away', () => {
  const { next, acts } = trackIn('handling')
  const answer = { unit: '城管局', at: at('2025-09-30 09:00'), stated: [{ name: '答复', value: '已修好。' }] }
  const track = { ...fullestTrack, next, acts: acts.length > 0 ? acts : fullestTrack.acts, answers: [answer] }
  const html = toHtml(<TrackPage context={context} government={government} track={track} />)
  const [before = ''] = html.split('id="may"')
  expect(before).toContain('id="answers"')
  expect(before).not.toContain('id="next"')
  const stops = before.match(/<(?:a href|a [^>]*href|button|input|summary)(?:(?!tabindex="-1"|hidden)[^>])*>/g) ?? []
  expect(stops.length).toBeLessThanOrEqual(8)
})
