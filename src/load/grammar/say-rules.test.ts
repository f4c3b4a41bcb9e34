import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Act, Duty, Regulation } from '../../core/index.js'
import { loadLibrary } from '../library/library.js'
import { sayAct } from './say-act.js'
import { sayDuty } from './say-duty.js'
import { sayRules } from './say-rules.js'
import { sayValue } from './say-value.js'
import { type SayLang, sayingOf } from './saying.js'

const root = join(import.meta.dirname, '../../..')
const library = loadLibrary({
  regulations: [join(root, 'regulations'), join(root, 'test/fixtures/regulations'), join(root, 'test/fixtures/concepts')],
  calendars: join(root, 'calendars'),
})
const regulations = [...library.regulations.values()].flat()
const languages: readonly SayLang[] = ['zh', 'en']

const said = (regulation: Regulation, lang: SayLang): string => JSON.stringify(sayRules(sayingOf(regulation, lang)))

type Path = readonly (string | number)[]

/** A copy in which what stands at the path is another. */
function changed<T>(value: T, path: Path, to: unknown): T {
  const [key, ...rest] = path
  if (key === undefined) return to as T
  if (Array.isArray(value)) return value.map((each, at) => (at === key ? changed(each, rest, to) : each)) as T
  return { ...value, [key]: changed((value as Record<string, unknown>)[key], rest, to) }
}

/** Everything below a value, with its place. */
function placesIn(value: unknown, path: Path = []): readonly { readonly value: unknown; readonly path: Path }[] {
  if (value === null || typeof value !== 'object') return [{ value, path }]
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [{ value, path }, ...entries.flatMap(([key, each]) => placesIn(each, [...path, key]))]
}

const isCondition = (value: unknown): boolean => value !== null && typeof value === 'object' && 'op' in value
const always = { op: 'all', of: [] }

/** What is heard of a matter begun here is recorded wherever this one stands: where it leads nowhere, nothing hangs on the stages named. */
const isHeardAnywhere = ({ hears, to }: Act): boolean => hears !== null && !hears.isOfHolder && to.length === 0

/** Every condition of the rules, those within others too. */
const conditionsOf = (regulation: Regulation): readonly Path[] =>
  (['acts', 'duties', 'stages', 'assignmentStages', 'prohibitions', 'requirements', 'visibility'] as const).flatMap((key) =>
    placesIn(regulation[key])
      .filter(({ value }) => isCondition(value))
      .map(({ path }) => [key, ...path]),
  )

describe.each(regulations.map((regulation) => [`${regulation.id} ${regulation.version}`, regulation] as const))(
  '%s',
  (_, rules) => {
    it.each(languages)('says nothing twice, nothing empty, and quotes once (%s)', (lang) => {
      const odd = sayRules(sayingOf(rules, lang)).filter(
        ({ says }) =>
          says.length === 0 ||
          new Set(says).size < says.length ||
          says.some((each) => each === '' || /““|””|“”|undefined/.test(each)),
      )
      expect(odd).toEqual([])
    })

    it.each(languages)(
      'says every condition: without it each rule reads otherwise (%s)',
      (lang) => {
        const before = said(rules, lang)
        const silent = conditionsOf(rules).filter((path) => said(changed(rules, path, always), lang) === before)
        expect(silent).toEqual([])
      },
      60_000,
    )

    it('leaks no id and nothing undefined', () => {
      const saying = sayRules(sayingOf(rules, 'zh'))
      const texts = saying.flatMap(({ says }) => says)
      expect(texts.filter((text) => /undefined|null|NaN|\[object|[a-z][A-Z]/.test(text))).toEqual([])
      expect(
        sayRules(sayingOf(rules, 'en')).flatMap(({ says }) => says.filter((text) => /undefined|null|NaN|\[object|,,/.test(text))),
      ).toEqual([])
    })

    it('names every rule once, and says something of each', () => {
      const saying = sayRules(sayingOf(rules, 'zh')).filter(({ id }) => id !== 'word/inForce')
      expect(new Set(saying.map(({ id }) => id)).size).toBe(saying.length)
      expect(
        saying.filter(({ name, says }) => name === '' || says.length === 0 || says.includes('')).map(({ id }) => id),
      ).toEqual([])
    })

    it('tells each option of an act: a rule with one more, fewer or other says so', () => {
      const saying = sayingOf(rules, 'zh')
      const silent = Object.values(rules.acts).flatMap((act) =>
        alterations(act)
          .filter(({ path }) => !(path[0] === 'from' && isHeardAnywhere(act)))
          .filter(({ rule }) => same(sayAct(saying, rule), sayAct(saying, act)))
          .map(({ path }) => [act.id, ...path].join('.')),
      )
      expect(silent).toEqual([])
    })

    it('tells each option of a duty: a rule with one more, fewer or other says so', () => {
      const saying = sayingOf(rules, 'zh')
      const silent = Object.values(rules.duties).flatMap((duty) =>
        alterations(duty)
          // Of a duty of the matter it says nothing who has which part.
          .filter(({ path }) => duty.of === 'assignment' || path[0] !== 'parts')
          .filter(({ rule }) => same(sayDuty(saying, rule), sayDuty(saying, duty)))
          .map(({ path }) => [duty.id, ...path].join('.')),
      )
      expect(silent).toEqual([])
    })
  },
)

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const unsaid = ['id', 'name', 'clause', 'note', 'type']

/** The rule with one number, one flag or one entry of a list altered. */
function alterations<T extends Act | Duty>(rule: T): readonly { readonly rule: T; readonly path: Path }[] {
  return placesIn(rule)
    .filter(({ path }) => !path.some((key) => unsaid.includes(String(key))))
    .flatMap(({ value, path }) => {
      const to = altered(value)
      return to === undefined ? [] : [{ rule: changed(rule, path, to), path }]
    })
}

function altered(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  return Array.isArray(value) && value.length > 0 ? value.slice(1) : undefined
}

const saysOf = (id: string, rule: string, lang: SayLang): readonly string[] => {
  const regulation = library.regulations.get(id)?.at(-1)
  const rules = regulation === undefined ? [] : sayRules(sayingOf(regulation, lang))
  return rules.find((each) => each.id === rule)?.says ?? []
}

it('tells citizens in English what to do, what comes and where else to go', () => {
  const own = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
  const told = [...own.regulations.values()]
    .flat()
    .flatMap(({ portal, stages, fields }) => [
      ...portal.notice,
      ...portal.promises,
      ...Object.values(stages).flatMap(({ explains }) => explains ?? []),
      ...Object.values(fields).flatMap(({ options }) => options.flatMap(({ advice }) => advice ?? [])),
    ])
  expect(told.length).toBeGreaterThan(100)
  expect(told.filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([])
})

it('says in English what the regulations here say, but for the marks that papers are numbered under', () => {
  const own = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
  const chinese = [...own.regulations.values()].flat().flatMap((rules) =>
    sayRules(sayingOf(rules, 'en'))
      // What was taken of a reading may be in the office's own words; papers bear the mark that they bear on paper.
      .flatMap(({ kind, name, says }) => (kind === 'reading' ? [name] : [name, ...says]))
      .filter((each) => /\p{Script=Han}/u.test(each.replace(/numbered as \p{Script=Han}+,/u, ''))),
  )
  expect(chinese).toEqual([])
})

it('reads as an official would write it', () => {
  expect(saysOf('longnan-wenzheng', 'act/return/within', 'zh')).toEqual([
    '须在“转办”后1个工作日内办理',
    '已经办过“准许逾期申请退回”的除外',
  ])
  expect(saysOf('weibin-mailbox', 'prohibition/instructionFirst', 'zh')).toEqual([
    '“办理类别”为“专业性较强的政策咨询”“生产生活方面的重大热点难点”或“需要跨部门协调的重点信件”，且还没有办过“批示”的，任何人不得办理“转交承办单位”',
  ])
  expect(saysOf('weibin-mailbox', 'visibility/matters/0', 'zh')).toEqual([
    '已经办过“收回改转”的，承办单位、单位主要领导看不到该事项',
  ])
  expect(saysOf('weibin-mailbox', 'duty/handle', 'zh')).toContain(
    '承办单位应在下列期限中最先到期的一个（3个工作日；自“承办单位收件日”起3个工作日）内完成',
  )
})

it('says how many, and which day, as one says it', () => {
  expect(saysOf('dawukou-proposals', 'prohibition/singleAlone', 'zh')).toEqual([
    '已写明“承办单位”，且“承办方式”为“单独办理”，且（“承办单位”有2个以上，或者没有“承办单位”（主办））的，任何人不得办理“交办”或“拟定承办单位”',
  ])
  expect(saysOf('dawukou-proposals', 'duty/solveThisYear', 'zh')).toEqual(
    expect.arrayContaining(['承办单位应在随后的第一个12月31日前完成', '“承诺”处于“待落实”的不超过1项的，以“承诺已经落实”为完成']),
  )
  expect(saysOf('dawukou-proposals', 'officeDuty/duty/congressReport', 'zh')).toContain(
    '区政府办公室（督查室）应在每年12月31日前完成',
  )
})

it('names the step elsewhere that is heard of, and where a matter must stand to be taken in by it', () => {
  const [handover] = library.regulations.get('dawukou-handovers') ?? []
  const [proposals] = library.regulations.get('dawukou-proposals') ?? []
  if (handover === undefined || proposals === undefined) throw new Error('regulations of the example are gone')
  const told = (saying: ReturnType<typeof sayingOf>) =>
    sayRules(saying).find(({ id }) => id === 'act/includedInBatch')?.says ?? []
  const zh = told(sayingOf(proposals, 'zh', { actThere: (_, act) => handover.acts[act] ?? null }))
  expect(zh).toContain('平台（自动）随时记明；只有处于“已登记，待交办”的才能列入')
  expect(zh).toContain('所在的“集中交办”办了“列入”时告知')
  expect(told(sayingOf(proposals, 'zh'))).toContain('所在的“集中交办”办到本行为所指的一步时告知')
})

it('reads as well in English', () => {
  expect(saysOf('longnan-wenzheng', 'act/return/within', 'en')).toEqual([
    'Must be done within 1 workday of “Dispatch”',
    'This does not apply where “Allow a late return” has been done',
  ])
  expect(saysOf('example-mailbox', 'prohibition/toRespondent', 'en')).toEqual([
    'Where one of the units chosen is the one named in “被投诉单位”, nobody may do “Dispatch”',
  ])
})

it('says which of several limits or starts counts, and what follows from the end of a length', () => {
  const told = (duty: string, lang: SayLang) => saysOf('starts-and-caps', `duty/${duty}`, lang).join(' · ')
  expect(told('longestOfTwo', 'zh')).toContain('应在下列期限中最后到期的一个（5个工作日；自“寄到日期”起8个工作日）内完成')
  expect(told('inTwoSteps', 'zh')).toContain('应在1个月期满后5个工作日内完成')
  expect(told('afterFirst', 'zh')).toContain('应在自“寄到日期”、“来件”中最早的一个起20个工作日内完成')
  expect(told('afterLast', 'zh')).toContain('应在自“转办”、“并案”中最晚的一个起3个工作日内完成')
  expect(told('longestOfTwo', 'en')).toContain('by whichever ends last (5 workdays; 8 workdays from “寄到日期”)')
  expect(told('inTwoSteps', 'en')).toContain('within 5 workdays from the end of 1 month')
  expect(told('afterFirst', 'en')).toContain('within 20 workdays from the first of “寄到日期”, “来件”')
})

it('says who is meant, when a limit begins and what is taken in as an official would', () => {
  // The limit of an instruction runs from when it was stated: the dispatch starts nothing.
  const instructed = saysOf('dawukou-mailbox', 'duty/concludeInstructed', 'zh')
  expect(instructed).toContain('承办单位应在“批示要求的期限”写明的期限（自写明之时起算）内完成')
  expect(instructed).toContain('已写明“批示要求的期限”的，“分办转交”时产生')
  // Of a letter on paper from the day it came; of one on the web nobody states such a day.
  expect(saysOf('dawukou-mailbox', 'duty/reception', 'zh')).toContain('没有写明“来信寄到的日子”的，自“网上留言”起算')
  expect(saysOf('dawukou-meetings', 'duty/publishDocument', 'zh').join('；')).not.toContain('没有写明')
  // The text hands out no part but these.
  expect(saysOf('dawukou-mailbox', 'duty/conclude', 'zh')).toContain('主办单位各自承担')
  expect(saysOf('xizang-2017', 'act/return/within', 'zh')[0]).toBe(
    '须在“交办”当天（18:00以后或者休息日收到的，从下一个工作日算起）办理',
  )
  expect(saysOf('xizang-2017', 'act/dispatch/needs/0', 'zh')).toEqual(['以前写明过“办理时限”的，须重新写明'])
  expect(saysOf('dawukou-instructions', 'act/archive', 'zh')).toContain('“保存”为“长期”的，环节不变')
  expect(saysOf('dawukou-meetings', 'act/requestExtension', 'zh').at(0)).toContain('由提交部门、有关单位或单位主要负责人办理')
  expect(saysOf('dawukou-meetings', 'act/grantExtension', 'zh')).toContain('须符合：经办人就是“分管副区长”所指的人')
  expect(saysOf('dawukou-meetings', 'duty/publishOwnDocument', 'zh')).toContain(
    '“提交部门”写明的单位应在自“正式印发日期”起2个工作日内完成',
  )
  expect(saysOf('dawukou-meetings', 'duty/publishOwnDocument', 'en')).toContain(
    'To be done by the unit named in “Submitting department” within 2 workdays from “Issued on”',
  )
  // The first workday late begins as the limit has ended.
  expect(saysOf('dawukou-mailbox', 'rung/conclude/overdue', 'zh')[0]).toBe('逾期第1个工作日')
  expect(saysOf('dawukou-mailbox', 'rung/conclude/overdue', 'en')).toEqual([
    'On the first workday after it is due',
    'Alert: “Overdue”',
    'Reminds the handling unit, the coordinator of the unit and the supervision office',
  ])
  expect(saysOf('dawukou-mailbox', 'document/assignmentSheet', 'zh')).toContain('由督查室起草、签发')
  // The question bears its answer: a bare number or a yes would answer nothing.
  expect(saysOf('dawukou-mailbox', 'parameter/headsUp', 'zh')).toEqual([
    '取：办法没有写；到期日的前一个工作日零时提醒承办单位和单位专人，不是法定提醒',
  ])
  expect(saysOf('xizang-2017', 'parameter/sendBackReopens', 'zh')).toEqual([
    '取：不走，以首次报送为准；重办的日子由督查室打回时另定',
  ])
})

it('does not say of a step that takes nothing in where a matter must stand to be taken in', () => {
  const [sittings] = library.regulations.get('dawukou-sittings') ?? []
  const [meetings] = library.regulations.get('dawukou-meetings') ?? []
  if (sittings === undefined || meetings === undefined) throw new Error('regulations of the example are gone')
  const saying = sayingOf(meetings, 'zh', { actThere: (_, act) => sittings.acts[act] ?? null })
  const told = sayRules(saying).find(({ id }) => id === 'act/minutesSigned')?.says ?? []
  expect(told[0]).toBe('平台（自动）随时记明')
})

it('tells no reading by a code, nor in the other language', () => {
  const foreign = { zh: /[a-z]{2}/i, en: /\p{Script=Han}/u }
  const taken = regulations.flatMap((regulation) =>
    languages.flatMap((lang) =>
      sayRules(sayingOf(regulation, lang))
        .filter(({ id }) => /^(reading|parameter)\//.test(id))
        // An office may write its questions in Chinese alone.
        .flatMap(({ name, says }) => [...(lang === 'zh' ? [name] : []), ...says].filter((each) => foreign[lang].test(each)))
        .map((sentence) => `${regulation.id}: ${sentence}`),
    ),
  )
  expect(taken).toEqual([])
})

it('whoever reads the regulations of the project in English meets no Chinese but the series of papers, in no rule twice the same, and nothing empty', () => {
  const read = regulations.filter(({ id, title }) => title.en !== title.zh && existsSync(join(root, 'regulations', id)))
  expect(read.length).toBeGreaterThan(9)
  for (const regulation of read) {
    const series = Object.values(regulation.documents)
      .flatMap(({ series: words, unitSeries }) => [words ?? [], unitSeries ?? []].flat())
      .sort((one, other) => other.length - one.length)
    for (const rule of sayRules(sayingOf(regulation, 'en'))) {
      const said = [rule.name, ...rule.says]
      const plain = series.reduce((text, each) => text.replaceAll(each, ''), said.join('\n'))
      expect([regulation.id, rule.id, plain]).toEqual([
        regulation.id,
        rule.id,
        expect.not.stringMatching(/\p{Script=Han}|[，。；：、]/u),
      ])
      expect([regulation.id, rule.id, plain]).toEqual([regulation.id, rule.id, expect.not.stringMatching(/\b[a-z]+[A-Z][a-z]/)])
      expect([regulation.id, rule.id, said.filter((each) => each.trim() === '')]).toEqual([regulation.id, rule.id, []])
      expect([regulation.id, rule.id, new Set(rule.says).size]).toEqual([regulation.id, rule.id, rule.says.length])
    }
    for (const { shown, why, zh, en } of Object.values(regulation.clauses)) {
      expect(`${shown.en} ${why?.en ?? ''}`).toEqual(expect.not.stringMatching(/\p{Script=Han}/u))
      // The public reads them: no name of the files, and no number of a part that no text bears.
      const told = `${why?.zh ?? ''} ${why?.en ?? ''} ${zh} ${en}`
      expect([regulation.id, told]).toEqual([regulation.id, expect.not.stringMatching(/\b[a-z]+[A-Z][a-z]|\b[A-Z]?\d+\.\d/)])
    }
  }
})

it('tells points that are stated together in the order of their kind, however they come', () => {
  const regulation = regulations.find(({ id }) => id === 'dawukou-instructions')
  const field = regulation?.fields.milestones
  if (regulation === undefined || field === undefined) throw new Error('no milestones')
  const stated = [{ stepBy: '2026-12-10', ledgerStep: '清完上段' }]
  expect(sayValue(sayingOf(regulation, 'zh'), field, stated)).toBe('1. 清完上段、2026-12-10')
})

it('says of each reading what is taken, and asks what is left open', () => {
  const told = regulations.flatMap((regulation) =>
    languages.flatMap((lang) =>
      sayRules(sayingOf(regulation, lang))
        .filter(({ id }) => /^(reading|parameter)\//.test(id))
        .map(({ id, name, says }) => ({ id: `${regulation.id} ${id}`, name, says })),
    ),
  )
  // A question and its answer are two things; what asks nothing says all of itself.
  expect(told.filter(({ name }) => /[？?].*\S/.test(name.replace(/[？?]$/, '')))).toEqual([])
  expect(told.filter(({ says }) => says.length !== 1 || /上面|above|stands after/.test(says[0] ?? ''))).toEqual([])
})

const ruleOf = (regulation: string, lang: SayLang, id: string): readonly string[] => {
  const found = library.regulations.get(regulation)?.at(-1)
  return found === undefined ? [] : (sayRules(sayingOf(found, lang)).find((rule) => rule.id === id)?.says ?? [])
}

it('where a text says nothing of when, nothing is quoted as its words', () => {
  const zh = ruleOf('dawukou-sittings', 'zh', 'duty/signMinutes').slice(0, 2)
  expect(zh).toEqual(['区长应完成，原文没有写明天数', '何时办由区政府办公室裁量'])
  const en = ruleOf('dawukou-sittings', 'en', 'duty/signMinutes')[1]
  expect(en).toMatch(/^When it is done is left to /)
})

it('a matter that an act always names is joined, and none is said to begin', () => {
  const zh = ruleOf('dawukou-handovers', 'zh', 'act/include').join()
  expect([zh.includes('“哪一件建议提案”所指的“建议提案”并入，不另起'), zh.includes('由此另起')]).toEqual([true, false])
})

it('a number that must be just so is told as it is, and a cut-off is no consent', () => {
  expect(ruleOf('dawukou-sittings', 'zh', 'officeDuty/duty/holdMeetings').join()).toContain('“这个月开了几次”不是2')
  expect(ruleOf('dawukou-sittings', 'zh', 'duty/closeIntake')).toContain('到期就此了结，不算逾期')
  expect(ruleOf('dawukou-supervision', 'zh', 'duty/opine')).toContain('到期没有办的，视为没有意见，就此了结，不算逾期')
})

it('a list that is denied is denied in each of its parts, and no number is told by a double no', () => {
  const item = ruleOf('dawukou-supervision', 'zh', 'act/submitForApproval').join()
  expect(item).toMatch(/没有“[^”]+”要办/)
  const en = ruleOf('dawukou-supervision', 'en', 'act/submitForApproval').join()
  expect(en).toMatch(/the duty “[^”]+” is not owed/)
  expect(ruleOf('dawukou-meetings', 'zh', 'act/filePapers/needs/0').join()).toContain(
    '“议题说明（起草说明）”的字数在1201以上（含1201）的',
  )
  const all = regulations.flatMap((regulation) => sayRules(sayingOf(regulation, 'zh')).flatMap(({ says }) => says))
  expect(all.filter((text) => /不小于|不大于|不早于当天|不晚于当天|没有一件(还)?没有/.test(text))).toEqual([])
})

it('of the matters that are held, one condition is told without brackets; that none has not is told as: all have', () => {
  const handover = ['zh', 'en'].map((lang) => ruleOf('dawukou-handovers', lang as SayLang, 'stage/handedOver').join())
  const closed = ruleOf('dawukou-sittings', 'zh', 'prohibition/closedUndecided').join()
  expect([handover[0], closed]).toEqual([
    expect.stringMatching(/本件所含的“[^”]+”全部已经办过“[^”]+”（一件也没有的也算）/),
    expect.stringMatching(/本件所含的“[^”]+”至少有一件还没有办过“/),
  ])
  expect(handover[1]).toMatch(/every “[^”]+” held here is such that “[^”]+” has been done \(or there is none\)/)
})

it('a round is called what it is: a quarter is no period', () => {
  expect(ruleOf('dawukou-supervision', 'zh', 'duty/advanceKeyWork')).toContain('承办单位应在这一季度结束前完成')
  expect(ruleOf('dawukou-supervision', 'en', 'officeDuty/duty/monthlySummary').join()).toContain('by the end of the next month')
})

it('what is needed as long as it is not stated is told so at the end', () => {
  expect(ruleOf('weibin-mailbox', 'zh', 'act/reply/needs/0')).toEqual([
    '已经办过“批示”的，还须写明“批示落实情况”（以前已经写明的除外）',
  ])
  expect(ruleOf('xizang-2022', 'zh', 'act/reply/needs/0')).toEqual(['还须写明“公开属性（承办单位拟定）”（以前已经写明的除外）'])
  expect(ruleOf('xizang-2022', 'en', 'act/reply/needs/0').join()).toMatch(/must be stated too \(unless it was stated before\)$/)
})
