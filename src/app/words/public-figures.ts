import type { Lang } from '../../contract/index.js'

type PublicFiguresWords = {
  readonly fewer: (count: number) => string
  /** How a share of few is told. */
  readonly few: (shareFrom: number) => string
  /** In place of a count that would give away another. */
  readonly untold: string
  readonly unitsNote: string
  readonly untoldNote: string
  readonly months: string
}

/** Words of the public page of figures that come with its numbers. */
export const publicFiguresWords: Readonly<Record<Lang, PublicFiguresWords>> = {
  zh: {
    fewer: (count) => `少于 ${count}`,
    few: (shareFrom) => `不足 ${shareFrom} 件的，只写比率在哪个四分之一里，不写件数，免得认出是谁的事；不拿来比高低。`,
    untold: '不单列',
    untoldNote: '有单位件数少的，件数第二少的也不单列，比率也只写四分之一，免得从总数里减出来。',
    unitsNote: '一件事项由几个单位承办的，各单位都算一件；期限只算本单位自己的。',
    months: '近十二个月',
  },
  en: {
    fewer: (count) => `fewer than ${count}`,
    few: (shareFrom) =>
      `Of fewer than ${shareFrom} matters only the quarter in which the share lies is told, and no count, so that nobody is recognised; it ranks nobody.`,
    untold: 'not told apart',
    untoldNote:
      ' Where a unit had few, the next smallest count is not told either, and its share as a quarter, as the sum less the others would tell it.',
    unitsNote: 'A matter that several units handle counts for each of them; each has only its own duties counted.',
    months: 'The last twelve months',
  },
}
