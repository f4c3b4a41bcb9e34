import type { Lang, ReportPart } from '../../contract/index.js'
import type { Cycle } from '../../core/index.js'

/** Words of reports that people build. */
export type ReportWords = {
  readonly days: string
  readonly every: Readonly<Record<Cycle, string>>
  readonly parts: Readonly<Record<ReportPart, string>>
  readonly name: string
  readonly figures: string
  /** One option of the rating as a figure, beside what some of them come to together. */
  readonly rated: (option: string) => string
  readonly nameNeeded: string
  readonly nameTooLong: (most: number) => string
  readonly tooMany: (most: number) => string
  readonly noFigure: string
  readonly tooManyFigures: (most: number) => string
  readonly strangeFigure: (id: string) => string
  readonly oneAcross: string
  readonly sameTwice: string
  readonly ofDutiesAlone: (names: readonly string[]) => string
  readonly strangeRole: (id: string) => string
  readonly daysOnSchedule: string
  readonly notOnBehalf: string
  readonly noSeat: string
  readonly notHeld: string
  readonly total: string
  readonly firstColumns: (shown: number, all: number) => string
  readonly firstRows: (shown: number, all: number) => string
  readonly crossed: string
  readonly tooManyCrossed: (matters: number, most: number) => string
  readonly file: (name: string, from: string, to: string) => string
  readonly sheet: string
  readonly only: string
  readonly owner: string
}

const zh: ReportWords = {
  days: '自定日期',
  every: { week: '每周', month: '每月', quarter: '每季度', half: '每半年', year: '每年' },
  parts: { unit: '单位', category: '类别', channel: '渠道', duty: '期限', regulation: '事项种类' },
  name: '报表名称',
  figures: '指标',
  rated: (option) => `评为“${option}”`,
  nameNeeded: '请给报表起个名称',
  nameTooLong: (most) => `名称最多 ${most} 个字`,
  tooMany: (most) => `每人最多保存 ${most} 张报表，请先删去不用的`,
  noFigure: '请至少选一个指标',
  tooManyFigures: (most) => `一张报表最多 ${most} 个指标`,
  strangeFigure: (id) => `这里没有“${id}”这个指标`,
  oneAcross: '列按另一项分开时只能选一个指标，请只留一个，或者让指标作列',
  sameTwice: '行和列不能按同一项分',
  ofDutiesAlone: (names) => `按期限分的报表只能统计期限的完成情况，不能统计：${names.join('、')}`,
  strangeRole: (id) => `没有“${id}”这个岗位，不能共享给它`,
  daysOnSchedule: '定期制作的报表要选“上周”“上月”这样随日期变的时段，不能选自定日期',
  notOnBehalf: '代他人值守时不能设定期制作，请换回本人的岗位',
  noSeat: '没有岗位的账号看不到事项，不能设定期制作',
  notHeld: '没有制作：设定这张报表的人已不在原岗位',
  total: '合计（不重复）',
  firstColumns: (shown, all) => `只列出前 ${shown} 列，共 ${all} 列`,
  firstRows: (shown, all) => `只列出前 ${shown} 行，共 ${all} 行`,
  crossed: '每格是同时属于该行和该列的事项。',
  tooManyCrossed: (matters, most) =>
    `这些日子有 ${matters} 件，这两项要逐件交叉，一次最多 ${most} 件。请选短一些的时段，或者让行或列按单位、按月分开`,
  file: (name, from, to) => `${name} ${from} 至 ${to}`,
  sheet: '报表',
  only: '只统计',
  owner: '离任人员',
}

const en: ReportWords = {
  days: 'Days of my own',
  every: { week: 'Each week', month: 'Each month', quarter: 'Each quarter', half: 'Each half-year', year: 'Each year' },
  parts: { unit: 'Unit', category: 'Category', channel: 'Channel', duty: 'Duty', regulation: 'Kind of matter' },
  name: 'Name of the report',
  figures: 'Figures',
  rated: (option) => `Rated “${option}”`,
  nameNeeded: 'Give the report a name',
  nameTooLong: (most) => `A name has at most ${most} characters`,
  tooMany: (most) => `A person keeps at most ${most} reports: remove one that is not used`,
  noFigure: 'Choose at least one figure',
  tooManyFigures: (most) => `A report has at most ${most} figures`,
  strangeFigure: (id) => `There is no figure “${id}” here`,
  oneAcross: 'Apart by something in columns, a report counts one figure: keep one, or let the figures be the columns',
  sameTwice: 'Rows and columns cannot be apart by the same',
  ofDutiesAlone: (names) => `Apart by duty, only how duties were met can be counted, not: ${names.join(', ')}`,
  strangeRole: (id) => `There is no role “${id}” to share it with`,
  daysOnSchedule: 'A report on a schedule needs days that move on, such as last week or last month, not days of your own',
  notOnBehalf: 'Nothing can be put on a schedule while standing in for somebody: go back to your own role',
  noSeat: 'Without a role no matter is seen, and nothing can be put on a schedule',
  notHeld: 'Not made: whoever put it on a schedule no longer holds that role',
  total: 'In all (each once)',
  firstColumns: (shown, all) => `The first ${shown} of ${all} columns are shown`,
  firstRows: (shown, all) => `The first ${shown} of ${all} rows are shown`,
  crossed: 'Each cell counts matters that belong to its row and to its column.',
  tooManyCrossed: (matters, most) =>
    `There are ${matters} in these days, and these two things are told apart one by one, of ${most} at most. Choose a shorter time span, or units or months as rows or columns`,
  file: (name, from, to) => `${name} ${from} to ${to}`,
  sheet: 'Report',
  only: 'Only',
  owner: 'Somebody who left',
}

export const reportWords: Readonly<Record<Lang, ReportWords>> = { zh, en }
