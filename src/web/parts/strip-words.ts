import { howMany, type Lang } from '../../contract/index.js'

/** The words of the day strip. Signs stand large in a cell, labels small under them, sentences are its text equivalent. */
export type StripWords = {
  readonly strip: string
  readonly sign: Readonly<Record<'start' | 'off' | 'paused' | 'moved', string>>
  readonly label: Readonly<
    Record<'start' | 'weekend' | 'holiday' | 'paused' | 'moved' | 'due' | 'provisional' | 'today' | 'local', string>
  >
  readonly makeUpMark: string
  readonly extension: (index: number) => string
  readonly pause: string
  readonly numbered: (number: number, isWorkday: boolean) => string
  readonly starts: string
  readonly notCounted: (ground: string) => string
  readonly madeUp: (name: string) => string
  readonly pausedDay: string
  readonly movedDay: string
  readonly folded: (days: number, counted: number) => string
  readonly foldedOff: (ground: string, days: number) => string
  readonly today: string
  readonly due: string
  readonly provisional: string
  readonly late: (workdays: number) => string
  readonly why: string
  /** Where there is no day. */
  readonly how: string
  readonly joint: string
}

const zh: StripWords = {
  strip: '计时条',
  sign: { start: '起', off: '休', paused: '停', moved: '顺' },
  label: {
    start: '起算',
    weekend: '周末',
    holiday: '放假',
    paused: '中止',
    moved: '顺延',
    due: '到期',
    provisional: '暂定',
    today: '今天',
    local: '地方',
  },
  makeUpMark: '班',
  extension: (index) => `延期${index}`,
  pause: '中止计时',
  numbered: (number, isWorkday) => `第${number}个${isWorkday ? '工作日' : '自然日'}`,
  starts: '起算日，当日不计',
  notCounted: (ground) => `${ground}，不计入`,
  madeUp: (name) => `${name}调休上班`,
  pausedDay: '中止计时，不计入',
  movedDay: '到期日遇休息日或者停计，顺延',
  folded: (days, counted) => `其间${days}天，计入${counted}天`,
  foldedOff: (ground, days) => `${ground}，${days}天不计入`,
  today: '今天',
  due: '到期日',
  provisional: '暂定，以放假安排公布为准',
  late: (workdays) => `已逾期${workdays}个工作日`,
  why: '为什么是这一天（文字说明）',
  how: '时间怎样计（文字说明）',
  joint: '，',
}

const en: StripWords = {
  strip: 'Day strip',
  sign: { start: '▸', off: '–', paused: 'Ⅱ', moved: '↷' },
  label: {
    start: 'start',
    weekend: 'off',
    holiday: 'holiday',
    paused: 'paused',
    moved: 'moved on',
    due: 'due',
    provisional: 'est.',
    today: 'today',
    local: 'local',
  },
  makeUpMark: 'W',
  extension: (index) => `ext. ${index}`,
  pause: 'paused',
  numbered: (number, isWorkday) => `${isWorkday ? 'workday' : 'day'} ${number}`,
  starts: 'the clock starts; this day is not counted',
  notCounted: (ground) => `${ground}, not counted`,
  madeUp: (name) => `make-up workday for ${name}`,
  pausedDay: 'clock paused, not counted',
  movedDay: 'the last day falls on a day off, or the clock stood still on it: moved on',
  folded: (days, counted) => `${howMany(days, 'day')} between, ${counted} counted`,
  foldedOff: (ground, days) => `${ground}, ${howMany(days, 'day')} not counted`,
  today: 'today',
  due: 'due',
  provisional: 'provisional until the holidays are announced',
  late: (workdays) => `${howMany(workdays, 'workday')} late`,
  why: 'Why this day, in words',
  how: 'How the time is counted, in words',
  joint: ', ',
}

export const stripWords: Readonly<Record<Lang, StripWords>> = { zh, en }
