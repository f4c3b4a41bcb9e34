import type { Name, RoundEdge } from '../../core/index.js'

/** What every matter that the calendar opens has, whatever the duty: how it begins, and where it stands. */
export const openingNames: Readonly<Record<RoundEdge, Name>> = {
  'period-end': { zh: '本期期满', en: 'The period has ended' },
  'period-start': { zh: '本期开始', en: 'The period has begun' },
}
export const owedStage: Name = { zh: '待办', en: 'To be done' }
export const doneStage: Name = { zh: '已办', en: 'Done' }
