import type { Lang } from '../../contract/index.js'
import type { PatternId } from '../../store/index.js'

type PatternWords = {
  readonly patterns: Readonly<Record<PatternId, { readonly name: string; readonly measure: string }>>
  readonly shown: (least: number, percent: number) => string
  readonly badMonth: string
  readonly noAnswer: string
  readonly off: string
  /** The notice to a unit. */
  readonly told: Readonly<Record<'title' | 'text' | 'by', string>>
}

/** Each measure told in full, with what may explain it: whoever is measured can check it. */
export const patternWords: Readonly<Record<Lang, PatternWords>> = {
  zh: {
    patterns: {
      lastMoment: {
        name: '集中在到期前办结',
        measure: '本月到期、按时完成的，有多少是在期限的最后十分之一时间里完成的。集中办理、等材料到齐也会这样。',
      },
      extendedAgain: { name: '接连延期', measure: '本月准许延期的，有多少件准许了两次以上。确有疑难也会这样。' },
      cameBack: { name: '办结后又回来', measure: '本月办结的，有多少件后来重办或者被评价不满意。诉求人另有新情况也会这样。' },
      sameRater: {
        name: '同一人多次评价满意',
        measure:
          '本月评价满意的，有多少件出自所留姓名、电话等完全相同的人，且同一人有三件以上。只比对加密的索引，不显示是谁。热心来信人也会这样。',
      },
      sameAnswer: {
        name: '答复雷同',
        measure: '本月的答复，有多少件与另外两件以上一字不差（三十字以上，不计空格）。同一件事多人反映的，答复相同是应当的。',
      },
      split: {
        name: '一事拆成几件',
        measure: '本月收到的，有多少件与同一人同一天的另外两件以上同属本单位。一人当天反映几件事也会这样。',
      },
    },
    shown: (least, percent) => `不少于 ${least} 件、且达到 ${percent}% 的才列出。`,
    badMonth: '月份要写成 2025-10 这样，且已经开始。',
    noAnswer: '请写明情况。',
    off: '牵头机构已经关闭这项提示。',
    told: { title: '数字自查', text: '有数字达到列出的标准', by: '先由本单位查看' },
  },
  en: {
    patterns: {
      lastMoment: {
        name: 'Done at the last moment',
        measure:
          'Of what fell due in the month and was done in time, how much was done in the last tenth of its limit. Work in batches, or papers that came late, look the same.',
      },
      extendedAgain: {
        name: 'Extended again',
        measure: 'Of matters extended in the month, how many were extended more than once. Difficult matters look the same.',
      },
      cameBack: {
        name: 'Concluded, and came back',
        measure:
          'Of matters concluded in the month, how many were done again, or rated as not satisfied, afterwards. New circumstances look the same.',
      },
      sameRater: {
        name: 'Rated again and again by one person',
        measure:
          'Of matters rated as satisfied in the month, how many are of somebody who rated three or more, the same in all they gave of themselves (name, telephone …). Only the keyed index is compared, and nobody is shown. A diligent writer looks the same.',
      },
      sameAnswer: {
        name: 'Answers alike',
        measure:
          'Of the answers given in the month, how many are word for word those of two others or more (thirty characters or more, without spaces). Where many raise one thing, the same answer is right.',
      },
      split: {
        name: 'One thing in several matters',
        measure:
          'Of matters received in the month, how many are of somebody from whom the unit had three or more on that day. One person with several concerns looks the same.',
      },
    },
    shown: (least, percent) => `Told from ${least} matters and ${percent} percent on.`,
    badMonth: 'Write the month as 2025-10; it must have begun.',
    noAnswer: 'Say how it came about.',
    off: 'The office has switched this off.',
    told: { title: 'Figures to look at', text: 'Figures reach their measure', by: 'shown to the unit first' },
  },
}
