import type { Lang } from '../../contract/index.js'
import type { Cycle } from '../../core/index.js'
import { englishMonths } from '../../load/index.js'

type Week = {
  readonly year: number
  readonly number: number
  readonly first: readonly [number, number]
  readonly last: readonly [number, number]
}

export type OfficeWords = {
  readonly round: (cycle: Exclude<Cycle, 'week'>, year: number, index: number) => string
  /** Its number within the year, and the month and date of its first and last day. */
  readonly week: (week: Week) => string
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
  week: ({ year, number, first, last }) => `${year}年第${number}周（${first[0]}月${first[1]}日至${last[0]}月${last[1]}日）`,
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
  week: ({ year, number, first, last }) => {
    const said = ([month, date]: readonly [number, number]) => `${date} ${englishMonths[month - 1] ?? month}`
    return `week ${number} of ${year} (${said(first)} to ${said(last)})`
  },
  ends: (round) => `${round} ends`,
  begins: (round) => `${round} begins after it`,
  endOf: (round) => `by the end of ${round}`,
  title: (duty, round) => `${duty} (${round})`,
}

export const officeWords: Readonly<Record<Lang, OfficeWords>> = { zh, en }
