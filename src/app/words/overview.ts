import type { Lang } from '../../contract/index.js'

type Rung = { readonly name: string; readonly explains: string }

/** Words of the lists of matters, of the supervision board and of slips. */
export type OverviewWords = {
  readonly viewName: string
  readonly nameNeeded: string
  readonly nameTooLong: (most: number) => string
  readonly tooManyViews: (most: number) => string
  readonly rungs: { readonly soon: Rung; readonly late: Rung; readonly referred: Rung; readonly alert: string }
  /** How one matter stands to another of which it was begun (`to`), or that was begun of it (`from`). */
  readonly begun: Readonly<Record<'to' | 'from', string>>
  readonly noUnit: string
  readonly slipNumber: (year: number, number: number) => string
  readonly paperDay: (day: string) => string
}

const zh: OverviewWords = {
  viewName: '名称',
  nameNeeded: '请给这组筛选条件起个名称',
  nameTooLong: (most) => `名称最多 ${most} 个字，请写短一些`,
  tooManyViews: (most) => `您已保存 ${most} 组筛选条件，请先删去不用的`,
  rungs: {
    soon: { name: '即将到期', explains: '三个工作日内到期' },
    late: { name: '逾期未预警', explains: '已过期限，还没有到预警' },
    referred: { name: '已移送', explains: '按办法已移送处理，还没有办完' },
    alert: '按办法已发预警，还没有办完',
  },
  begun: { to: '由这一件引出', from: '由此引出' },
  noUnit: '本机构',
  slipNumber: (year, number) => `〔${year}〕${number}号`,
  paperDay: (day) => {
    const [year, month, date] = day.split('-').map(Number)
    return `${year}年${month}月${date}日`
  },
}

const en: OverviewWords = {
  viewName: 'Name',
  nameNeeded: 'Give these filters a name',
  nameTooLong: (most) => `A name has at most ${most} characters: shorten it`,
  tooManyViews: (most) => `You have saved ${most} sets of filters: remove one you do not need first`,
  rungs: {
    soon: { name: 'Due soon', explains: 'Due within three workdays' },
    late: { name: 'Past due, no alert', explains: 'Past its day, no alert yet' },
    referred: { name: 'Referred', explains: 'Passed on as the regulation says, not done yet' },
    alert: 'At this alert by the regulation, not done yet',
  },
  begun: { to: 'begun from', from: 'begun from here' },
  noUnit: 'Own office',
  slipNumber: (year, number) => `No. ${number} of ${year}`,
  paperDay: (day) => day,
}

export const overviewWords: Readonly<Record<Lang, OverviewWords>> = { zh, en }
