import type { Lang } from '../../contract/index.js'
import type { Cycle, RefusalCode } from '../../core/index.js'
import { englishMonths } from '../../load/index.js'

type Told = { readonly duty: string; readonly period: string; readonly opens: string }

export type OfficeWords = {
  readonly period: (cycle: Cycle, year: number, index: number) => string
  /** How the first line of a receipt goes on after its day. */
  readonly ends: (period: string) => string
  readonly begins: (period: string) => string
  readonly endOf: (period: string) => string
  readonly refusals: Readonly<Partial<Record<RefusalCode, (told: Told) => string>>>
  readonly periods: (count: number) => string
  readonly reminder: string
  readonly notice: (duty: string, period: string) => string
}

const zh: OfficeWords = {
  period: (cycle, year, index) => {
    switch (cycle) {
      case 'month':
        return `${year}年${index}月`
      case 'quarter':
        return `${year}年第${'一二三四'[index - 1] ?? index}季度`
      case 'half':
        return `${year}年${index === 1 ? '上' : '下'}半年`
      case 'year':
        return `${year}年`
    }
  },
  ends: (period) => `${period}结束`,
  begins: (period) => `过后${period}开始`,
  endOf: (period) => `${period}结束前`,
  periods: (count) => (count === 1 ? '到下一期结束' : `到后面第${count}期结束`),
  refusals: {
    'unknown-act': () => '本规定没有这项机构义务。',
    'wrong-role': ({ duty }) => `按规定，“${duty}”不由您的角色办理。`,
    'not-in-force': ({ period }) => `${period}不在本规定在这里施行的时间内，不用办。`,
    'too-early': ({ period, opens }) => `${period}的还没到可以办的时候，${opens}起可以办。`,
    'limit-reached': ({ duty, period }) => `${period}的“${duty}”已经办过了。`,
    invalid: () => '有内容填写不正确，请逐项核对。',
  },
  reminder: '提醒',
  notice: (duty, period) => `${duty}（${period}）`,
}

const en: OfficeWords = {
  period: (cycle, year, index) => {
    switch (cycle) {
      case 'month':
        return `${englishMonths[index - 1] ?? index} ${year}`
      case 'quarter':
        return `Q${index} ${year}`
      case 'half':
        return `${index === 1 ? 'first' : 'second'} half of ${year}`
      case 'year':
        return String(year)
    }
  },
  ends: (period) => `${period} ends`,
  begins: (period) => `${period} begins after it`,
  endOf: (period) => `by the end of ${period}`,
  periods: (count) => (count === 1 ? 'until the next period ends' : `until the end of period ${count} after it`),
  refusals: {
    'unknown-act': () => 'The regulation knows no such duty of the office.',
    'wrong-role': ({ duty }) => `By the regulation, “${duty}” is not for your role.`,
    'not-in-force': ({ period }) => `The regulation did not hold here in ${period}: nothing is owed.`,
    'too-early': ({ period, opens }) => `It is too early for ${period}: it can be done from ${opens}.`,
    'limit-reached': ({ duty, period }) => `“${duty}” has been done for ${period}.`,
    invalid: () => 'Something is not filled in correctly; please check each field.',
  },
  reminder: 'Reminder',
  notice: (duty, period) => `${duty} (${period})`,
}

export const officeWords: Readonly<Record<Lang, OfficeWords>> = { zh, en }
