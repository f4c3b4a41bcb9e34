import type { Lang } from '../../contract/index.js'
import type { SpanName } from '../../core/index.js'
import type { CountedBy, FigureId } from '../../store/index.js'

type Named = (names: readonly string[]) => string

/** Words of statistics: what each figure is called, and exactly what it counts. */
export type StatisticsWords = {
  readonly spans: Readonly<Record<SpanName, string>>
  readonly custom: string
  readonly figures: Readonly<Record<FigureId, string>>
  readonly content: Readonly<Record<'satisfied' | 'dissatisfied' | 'solved', string>>
  readonly countsMark: Named
  readonly counts: Readonly<
    Record<'active' | 'received' | 'decided' | 'criticised' | 'commended' | 'due' | 'onTime' | 'lateClosed' | 'lateOpen', string>
  >
  readonly countsRating: Named
  readonly days: Readonly<Record<'any' | 'received' | 'mark' | 'due', string>>
  readonly by: Readonly<Record<CountedBy, string>>
  readonly notes: Readonly<Record<CountedBy, string>>
  readonly none: Readonly<Record<CountedBy, string>>
  readonly few: (shareFrom: number) => string
  readonly scopeAll: string
  readonly scopeUnit: (unit: string) => string
  readonly charts: { readonly amounts: string; readonly timeliness: string; readonly satisfaction: string }
  readonly chartTitle: (title: string, by: string) => string
  /** A duty, where several kinds of work are there. */
  readonly dutyOf: (kind: string, duty: string) => string
  /** Days on which nobody had a matter in hand, between two times that it was taken up. */
  readonly atRest: string
  readonly firstOnly: (shown: number, all: number) => string
  readonly sheets: Readonly<
    Record<
      | 'figures'
      | 'definitions'
      | 'figure'
      | 'numerator'
      | 'denominator'
      | 'share'
      | 'before'
      | 'lastYear'
      | 'counts'
      | 'of'
      | 'day'
      | 'span'
      | 'scope'
      | 'regulation'
      | 'absent'
      | 'few'
      | 'closed'
      | 'later'
      | 'times'
      | 'madeAt'
      | 'asOf',
      string
    >
  >
  /** 退回原因、用时, as sheets. */
  readonly beneath: {
    readonly reasons: string
    readonly returns: string
    readonly charged: string
    readonly byHolder: string
    readonly byStage: string
    readonly byKind: string
    readonly heads: Readonly<
      Record<
        | 'choice'
        | 'option'
        | 'matters'
        | 'number'
        | 'title'
        | 'at'
        | 'act'
        | 'unit'
        | 'stated'
        | 'by'
        | 'name'
        | 'workdays'
        | 'average',
        string
      >
    >
    readonly says: (name: string, value: string) => string
    readonly tooMany: (matters: number, most: number) => string
    readonly unopened: (count: number) => string
  }
  readonly file: (from: string, to: string) => string
  readonly problems: Readonly<Record<'badDay' | 'noDay' | 'backwards' | 'tooLong' | 'ahead', string>>
  readonly fields: { readonly from: string; readonly to: string }
}

const zh: StatisticsWords = {
  spans: {
    thisWeek: '本周',
    lastWeek: '上周',
    thisMonth: '本月',
    lastMonth: '上月',
    thisQuarter: '本季度',
    lastQuarter: '上季度',
    thisYear: '今年',
    lastYear: '去年',
  },
  custom: '自选时段',
  figures: {
    active: '有进展',
    received: '收到',
    decided: '作出受理决定',
    accepted: '受理',
    declined: '不予受理',
    answered: '答复',
    concluded: '办结',
    published: '公开',
    withheld: '不公开',
    rated: '收到评价',
    returned: '退回',
    extended: '延期',
    redone: '重办',
    excluded: '剔除',
    criticised: '通报批评',
    commended: '表扬',
    due: '期限届满',
    onTime: '按时完成',
    lateClosed: '逾期已办',
    lateOpen: '逾期未办',
  },
  content: { satisfied: '满意', dissatisfied: '不满意', solved: '问题解决' },
  countsMark: (names) => `本期内${names.map((name) => `“${name}”`).join('或')}的事项；一件有过几次只算一件`,
  counts: {
    active: '本期内收到、有期限届满，或有本表所列情况之一的事项',
    received: '本期内收到的事项',
    decided: '本期内决定受理或不予受理的事项',
    criticised: '本期内有单位记通报批评的事项；同一件里记了几次，另写次数',
    commended: '本期内有单位记表扬的事项',
    due: '有期限在本期内届满的事项；已撤销、中止和延期待审的期限不计',
    onTime: '期限在本期内届满、届满的期限全部按时完成的事项',
    lateClosed: '有期限在本期内届满而逾期、逾期的现已全部完成的事项',
    lateOpen: '有期限在本期内届满而至今没有完成的事项',
  },
  countsRating: (options) => `本期内作出评价、最后一次选${options.map((each) => `“${each}”`).join('或')}的事项`,
  days: { any: '按发生之日', received: '按收到之日', mark: '按办理之日', due: '按期限届满之日' },
  by: { unit: '单位', category: '类别', channel: '渠道', month: '月份', duty: '期限', regulation: '事项种类' },
  notes: {
    unit: '一件事项由几个单位承办的，各单位都算一件，所以各行相加可能多于总数。期限只算本单位自己的。',
    category: '一件事项只有一个类别，各行相加等于总数。',
    channel: '一件事项只有一个渠道，各行相加等于总数。',
    month: '一件事项在几个月里都有进展的，各月都算一件，所以各行相加可能多于总数。',
    duty: '一件事项有几种期限届满的，各种都算一件，所以各行相加可能多于总数。',
    regulation: '一件事项只有一个种类，各行相加等于总数。',
  },
  none: { unit: '本机构（没有分到单位）', category: '没有填类别', channel: '没有填渠道', month: '', duty: '', regulation: '' },
  few: (shareFrom) => `分母不足 ${shareFrom} 件的，占比写成一个范围（有 95% 的把握在其中），不拿来比高低。`,
  scopeAll: '可以看到的全部事项',
  scopeUnit: (unit) => `${unit}承办的事项`,
  charts: { amounts: '件数', timeliness: '期限完成情况', satisfaction: '评价' },
  chartTitle: (title, by) => `${title}（按${by}）`,
  dutyOf: (kind, duty) => `${kind}：${duty}`,
  atRest: '办结后到重新办理之间',
  firstOnly: (shown, all) => `只画前 ${shown} 行，表中共 ${all} 行`,
  sheets: {
    figures: '总表',
    definitions: '口径',
    figure: '指标',
    numerator: '分子（件）',
    denominator: '分母（件）',
    share: '占比',
    before: '上期',
    lastYear: '去年同期',
    counts: '分子：统计什么',
    of: '分母：统计什么',
    day: '归入哪一天',
    span: '时段',
    scope: '范围',
    regulation: '依据',
    absent: '办法声明没有、不统计的指标',
    few: '件数少时的占比',
    times: '次数',
    madeAt: '制表时间',
    asOf: '截至（只含当时已记录的）',
    closed: '数字截至',
    later: '按现在的登记（件）',
  },
  beneath: {
    reasons: '退回原因',
    returns: '退回经过',
    charged: '用时',
    byHolder: '经手的一方',
    byStage: '环节',
    byKind: '事项种类',
    heads: {
      choice: '项目',
      option: '所选',
      matters: '件数',
      number: '编号',
      title: '标题',
      at: '时间',
      act: '行为',
      unit: '单位',
      stated: '写明的内容',
      by: '分法',
      name: '名称',
      workdays: '工作日',
      average: '平均每件（工作日）',
    },
    says: (name, value) => `${name}：${value}`,
    tooMany: (matters, most) => `共 ${matters} 件，超过 ${most} 件，不逐件计算。请选短一些的时段。`,
    unopened: (count) => `另有 ${count} 件现在打不开或已有变化，没有计入。`,
  },
  file: (from, to) => `统计 ${from} 至 ${to}.xlsx`,
  problems: {
    badDay: '请写成 2025-09-30 的样子',
    noDay: '起止日期要一起填',
    backwards: '结束日期不能早于开始日期',
    tooLong: '一次最多统计五年，请缩短时段',
    ahead: '还没有到的日子没有统计，请写到今天为止',
  },
  fields: { from: '开始日期', to: '结束日期' },
}

const en: StatisticsWords = {
  spans: {
    thisWeek: 'This week',
    lastWeek: 'Last week',
    thisMonth: 'This month',
    lastMonth: 'Last month',
    thisQuarter: 'This quarter',
    lastQuarter: 'Last quarter',
    thisYear: 'This year',
    lastYear: 'Last year',
  },
  custom: 'Other time span',
  figures: {
    active: 'In progress',
    received: 'Received',
    decided: 'Decided on acceptance',
    accepted: 'Accepted',
    declined: 'Declined',
    answered: 'Answered',
    concluded: 'Concluded',
    published: 'Published',
    withheld: 'Not published',
    rated: 'Rated',
    returned: 'Returned',
    extended: 'Extended',
    redone: 'Redone',
    excluded: 'Left out',
    criticised: 'Named in a bulletin',
    commended: 'Commended',
    due: 'Fell due',
    onTime: 'On time',
    lateClosed: 'Late, closed',
    lateOpen: 'Late, open',
  },
  content: { satisfied: 'Satisfied', dissatisfied: 'Dissatisfied', solved: 'Solved' },
  countsMark: (names) =>
    `Matters that had ${names.map((name) => `“${name}”`).join(' or ')} in the time span; each once, however often`,
  counts: {
    active: 'Matters that were received, had a duty fall due, or had anything that is listed here, in the time span',
    received: 'Matters received in the time span',
    decided: 'Matters accepted or declined in the time span',
    criticised: 'Matters in which a unit was named in a bulletin in the time span; how often stands beside it',
    commended: 'Matters in which a unit was commended in the time span',
    due: 'Matters of which a duty fell due in the time span; cancelled and paused duties, and those with an extension undecided, are left out',
    onTime: 'Matters of which a duty fell due in the time span, and every such duty was done in time',
    lateClosed: 'Matters of which a duty fell due in the time span and was late, and every late one is done now',
    lateOpen: 'Matters of which a duty fell due in the time span and is not done to this day',
  },
  countsRating: (options) =>
    `Matters rated in the time span whose last rating there is ${options.map((each) => `“${each}”`).join(' or ')}`,
  days: {
    any: 'by the day it happened',
    received: 'by the day of receipt',
    mark: 'by the day of the act',
    due: 'by the due day',
  },
  by: { unit: 'unit', category: 'category', channel: 'channel', month: 'month', duty: 'duty', regulation: 'kind of matter' },
  notes: {
    unit: 'A matter that several units handle counts for each of them, so rows may add up to more than the total. Each unit has only its own duties counted.',
    category: 'A matter has one category: rows add up to the total.',
    channel: 'A matter came by one channel: rows add up to the total.',
    month: 'A matter with progress in several months counts in each of them, so rows may add up to more than the total.',
    duty: 'A matter with several kinds of duty falling due counts for each, so rows may add up to more than the total.',
    regulation: 'A matter has one kind; rows add up to the total.',
  },
  none: {
    unit: 'The office (with no unit)',
    category: 'No category',
    channel: 'No channel',
    month: '',
    duty: '',
    regulation: '',
  },
  few: (shareFrom) =>
    `Where the whole is fewer than ${shareFrom} matters, a share is told as the range in which it lies with 95 of 100 certainty; it ranks nobody.`,
  scopeAll: 'All matters you may see',
  scopeUnit: (unit) => `Matters handled by ${unit}`,
  charts: { amounts: 'Matters', timeliness: 'Timeliness', satisfaction: 'Ratings' },
  chartTitle: (title, by) => `${title}, by ${by}`,
  dutyOf: (kind, duty) => `${kind}: ${duty}`,
  atRest: 'at rest until taken up again',
  firstOnly: (shown, all) => `The first ${shown} of ${all} rows are drawn`,
  sheets: {
    figures: 'Figures',
    definitions: 'Definitions',
    figure: 'Figure',
    numerator: 'Numerator',
    denominator: 'Denominator',
    share: 'Share',
    before: 'Time span before',
    lastYear: 'Same time span last year',
    counts: 'Numerator: what is counted',
    of: 'Denominator: what is counted',
    day: 'Counted by',
    span: 'Time span',
    scope: 'Scope',
    regulation: 'Under',
    absent: 'Not counted, as the regulation says it has none',
    few: 'Shares of few',
    times: 'Times',
    madeAt: 'Made at',
    asOf: 'As of (what was recorded by then)',
    closed: 'Figures as of',
    later: 'By what is recorded now',
  },
  beneath: {
    reasons: 'Why returned',
    returns: 'Returns',
    charged: 'Days used',
    byHolder: 'In whose hands',
    byStage: 'Stage',
    byKind: 'Kind of matter',
    heads: {
      choice: 'Field',
      option: 'Chosen',
      matters: 'Matters',
      number: 'Number',
      title: 'Title',
      at: 'When',
      act: 'Act',
      unit: 'Unit',
      stated: 'What was stated',
      by: 'Apart by',
      name: 'Name',
      workdays: 'Workdays',
      average: 'For each matter (workdays)',
    },
    says: (name, value) => `${name}: ${value}`,
    tooMany: (matters, most) =>
      `There are ${matters}, more than ${most}: they are not gone through one by one. Choose a shorter time span.`,
    unopened: (count) => `${count} more cannot be opened now, or have changed, and are not counted.`,
  },
  file: (from, to) => `statistics ${from} to ${to}.xlsx`,
  problems: {
    badDay: 'Write it like 2025-09-30',
    noDay: 'Give both days',
    backwards: 'The last day cannot be before the first',
    tooLong: 'At most five years at once: choose a shorter time span',
    ahead: 'Nothing is counted of days to come: choose today at the latest',
  },
  fields: { from: 'First day', to: 'Last day' },
}

export const statisticsWords: Readonly<Record<Lang, StatisticsWords>> = { zh, en }
