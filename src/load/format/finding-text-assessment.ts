import type { FindingText } from './finding-text-table.js'

/** What findings say of assessments. */
export const assessmentFindingTexts: Readonly<Record<string, FindingText>> = {
  'rungs-have-points': () => ({
    message: { zh: '各梯级扣几分写在梯级里，这里不能再写 points', en: 'what rungs take is said with the rungs, not here' },
    advice: { zh: '删去 points。', en: 'Remove `points`.' },
  }),
  'bounds-no-points': () => ({
    message: { zh: '没有 points，就没有可以封顶的分', en: 'without `points` there is nothing to bound' },
    advice: { zh: '写上 points，或删去 most。', en: 'Give `points`, or remove `most`.' },
  }),
  'assesses-nothing': ({ item }) => ({
    message: { zh: `考核指标 ${item} 所数的，本办法里不会发生`, en: `what ${item} counts never happens under this regulation` },
    advice: {
      zh: '在 meaning 里写明它是什么，或给梯级写 deduct、给行为写 criticises、commends。',
      en: 'Say in `meaning` what makes it, or give a rung `deduct`, an act `criticises` or `commends`.',
    },
  }),
}
