import type { Lang } from '../../contract/index.js'
import type { Cycle } from '../../core/index.js'
import { englishMonths } from '../../load/index.js'

export type OfficeWords = {
  readonly period: (cycle: Cycle, year: number, index: number) => string
  /** How the first line of a receipt goes on after its day. */
  readonly ends: (period: string) => string
  readonly begins: (period: string) => string
  readonly endOf: (period: string) => string
  readonly title: (duty: string, period: string) => string
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
  title: (duty, period) => `${duty}（${period}）`,
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
  title: (duty, period) => `${duty} (${period})`,
}

export const officeWords: Readonly<Record<Lang, OfficeWords>> = { zh, en }
