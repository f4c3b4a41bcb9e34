import type { Lang } from '../../contract/index.js'

type PublicFiguresWords = { readonly fewer: (count: number) => string; readonly unitsNote: string; readonly months: string }

/** Words of the public page of figures that come with its numbers. */
export const publicFiguresWords: Readonly<Record<Lang, PublicFiguresWords>> = {
  zh: {
    fewer: (count) => `少于 ${count}`,
    unitsNote: '一件事项由几个单位承办的，各单位都算一件；期限只算本单位自己的。',
    months: '近十二个月',
  },
  en: {
    fewer: (count) => `fewer than ${count}`,
    unitsNote: 'A matter that several units handle counts for each of them; each has only its own duties counted.',
    months: 'The last twelve months',
  },
}
