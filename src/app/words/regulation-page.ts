import type { Lang } from '../../contract/index.js'

/** What the page of a regulation says beside its rules. */
export type RuleWords = {
  readonly dials: {
    readonly limit: string
    readonly choice: (at: number) => string
    readonly cap: string
    readonly times: string
    readonly total: (at: number) => string
    readonly rung: (rung: string) => string
    readonly timesUnit: (amount: number) => string
  }
  readonly wrong: {
    readonly number: (name: string) => string
    readonly day: string
    readonly order: string
    readonly time: string
    /** The same of one of several steps, the first being 1. */
    readonly timeOf: (step: number) => string
    readonly parameters: string
    readonly parameter: (asks: string) => string
    readonly unknownActor: string
    readonly staffOnly: string
    readonly from: string
    readonly to: string
    readonly now: string
    readonly sequence: (step: number) => string
  }
  readonly played: (title: string) => string
}

const zh: RuleWords = {
  dials: {
    limit: '期限',
    choice: (at) => `期限（第 ${at} 项）`,
    cap: '连同延期最长',
    times: '延期次数',
    total: (at) => (at === 1 ? '延期合计' : `延期合计（第 ${at} 项）`),
    // The number beside it may be another: this one stands in the regulation.
    rung: (rung) => `预警（现行：${rung}）`,
    timesUnit: () => '次',
  },
  wrong: {
    number: (name) => `“${name}”请填 0 到 999 的整数`,
    day: '请按 2025-09-30 这样写日期',
    order: '结束日期不能早于开始日期',
    time: '请按 2025-09-30 10:00 这样写时间',
    timeOf: (step) => `第 ${step} 步：请按 2025-09-30 10:00 这样写时间`,
    parameters: '这些取舍合在一起读不通，请换一种组合',
    parameter: (asks) => `“${asks}”没有这一种读法，请重新选择`,
    unknownActor: '办法里没有这个身份，请重新选择',
    staffOnly: '只有主管机构和领导可以试算',
    from: '开始日期',
    to: '结束日期',
    now: '现在',
    sequence: (step) => `第 ${step} 步早于上一步，请改时间`,
  },
  played: (title) => `推演：${title}`,
}

const en: RuleWords = {
  dials: {
    limit: 'limit',
    choice: (at) => `limit (${at})`,
    cap: 'longest with extensions',
    times: 'extensions, number',
    total: (at) => (at === 1 ? 'extensions in all' : `extensions in all (${at})`),
    rung: (rung) => `warning (as it is: ${rung})`,
    timesUnit: (amount) => (amount === 1 ? 'time' : 'times'),
  },
  wrong: {
    number: (name) => `“${name}”: a whole number from 0 to 999`,
    day: 'Write a day like 2025-09-30',
    order: 'The last day cannot be before the first',
    time: 'Write a time like 2025-09-30 10:00',
    timeOf: (step) => `Step ${step}: write a time like 2025-09-30 10:00`,
    parameters: 'These readings make no sense together: choose others',
    parameter: (asks) => `“${asks}” has no such reading: choose again`,
    unknownActor: 'The regulation has no such role: choose again',
    staffOnly: 'Only the office and leaders can replay',
    from: 'From',
    to: 'To',
    now: 'Now',
    sequence: (step) => `Step ${step} is before the one above: change its time`,
  },
  played: (title) => `Simulated: ${title}`,
}

export const ruleWords: Readonly<Record<Lang, RuleWords>> = { zh, en }
