import type { Lang } from '../../contract/index.js'
import type { Cycle } from '../../core/index.js'
import { englishMonths } from '../../load/index.js'

export type OfficeWords = {
  readonly round: (cycle: Cycle, year: number, index: number) => string
  /** How the first line of a receipt goes on after its day. */
  readonly ends: (round: string) => string
  readonly begins: (round: string) => string
  readonly endOf: (round: string) => string
  readonly title: (duty: string, round: string) => string
}

const zh: OfficeWords = {
  round: (cycle, year, index) => {
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
  ends: (round) => `${round}结束`,
  begins: (round) => `过后${round}开始`,
  endOf: (round) => `${round}结束前`,
  title: (duty, round) => `${duty}（${round}）`,
}

const en: OfficeWords = {
  round: (cycle, year, index) => {
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
  ends: (round) => `${round} ends`,
  begins: (round) => `${round} begins after it`,
  endOf: (round) => `by the end of ${round}`,
  title: (duty, round) => `${duty} (${round})`,
}

export const officeWords: Readonly<Record<Lang, OfficeWords>> = { zh, en }
